import type { Register } from "../register/register.ts";
import { actions } from "./actions.ts";
import { assurancePlans } from "./assurance-plans.ts";
import { auditTrail } from "./audit-trail.ts";
import { cardActions } from "./card-actions.ts";
import { casework } from "./casework.ts";
import { changeFeed } from "./change-feed.ts";
import { commentary } from "./commentary.ts";
import { contracts } from "./contracts.ts";
import { conversations } from "./conversations.ts";
import { cycles } from "./cycles.ts";
import { earlyWarnings } from "./early-warnings.ts";
import { evidenceMap } from "./evidence-map.ts";
import { exceptions } from "./exceptions.ts";
import { figures } from "./figures.ts";
import { frameworks } from "./frameworks.ts";
import { imports } from "./imports.ts";
import { indicators } from "./indicators.ts";
import { investigations } from "./investigations.ts";
import { jobs } from "./jobs.ts";
import { managerReviews } from "./manager-reviews.ts";
import { meetings } from "./meetings.ts";
import { outbox } from "./outbox.ts";
import { outcomePlans } from "./outcome-plans.ts";
import { outcomeReviews } from "./outcome-reviews.ts";
import { outcomes } from "./outcomes.ts";
import { packs } from "./packs.ts";
import { people } from "./people.ts";
import { personalData } from "./personal-data.ts";
import { profiles } from "./profiles.ts";
import { recordingAudits } from "./recording-audits.ts";
import { reportingCalendar } from "./reporting-calendar.ts";
import { scrutiny } from "./scrutiny.ts";
import { services } from "./services.ts";
import { settings } from "./settings.ts";
import { signOffs } from "./sign-offs.ts";
import { specifications } from "./specifications.ts";
import { themes } from "./themes.ts";
import { validationLog } from "./validation-log.ts";

/** Every register people work with, in the order of the work. */
export const registers: readonly Register[] = [
  contracts,
  services,
  people,
  frameworks,
  specifications,
  indicators,
  evidenceMap,
  managerReviews,
  reportingCalendar,
  cycles,
  imports,
  figures,
  assurancePlans,
  validationLog,
  commentary,
  signOffs,
  packs,
  themes,
  actions,
  exceptions,
  outcomePlans,
  outcomes,
  outcomeReviews,
  recordingAudits,
  scrutiny,
  investigations,
  casework,
  meetings,
  earlyWarnings,
  auditTrail,
  profiles,
  settings,
];

/** Lists kept like registers and shown to nobody as one. */
export const operationalLists: readonly Register[] = [
  outbox,
  conversations,
  cardActions,
  changeFeed,
  jobs,
  personalData,
];

/** Every list there is to provision. */
export const everyList: readonly Register[] = [...registers, ...operationalLists];

const bySlug = new Map(registers.map((each) => [each.slug, each]));

/** The register with this slug; an operational list is not one. */
export const registerBySlug = (slug: string): Register | undefined => bySlug.get(slug);
