import { accuracyOf } from "#domain/assurance/accuracy.ts";
import type { Facts } from "#domain/checks/facts.ts";
import { citationsIn, parseCommentary } from "#domain/commentary/parse-commentary.ts";
import { limitationsOf } from "#domain/cycle/limitations.ts";
import type { CellsFile } from "#domain/figures/cells.ts";
import { datasets } from "#domain/figures/dataset.ts";
import type { AssuranceInPack, SampleInPack } from "#domain/packs/assurance-in-pack.ts";
import type { PackFacts } from "#domain/packs/pack-content.ts";
import type { ActionInPack, CommentaryInPack, HandInPack, ThemeInPack } from "#domain/packs/story-in-pack.ts";
import { roleNames } from "#domain/people/role.ts";
import { optionWords } from "#domain/register/option-words.ts";
import type { AssurancePlan } from "#domain/registers/assurance-plans.ts";
import { neededFor } from "#domain/signoff/needed.ts";
import type { AskedIndicator } from "../records/cycle-figures.ts";
import { figuresInPack } from "./figures-in-pack.ts";
import { sentence } from "./plain-words.ts";

/** What the registers do not say and the operation adds. */
export interface PackFrame {
  readonly packVersion: number;
  readonly asked: readonly AskedIndicator[];
  readonly cells: CellsFile;
  readonly services: readonly { readonly key: string; readonly name: string }[];
  readonly blind: string;
  /** Everybody who wrote or checked any of it, by Entra object id. */
  readonly authors: readonly string[];
  readonly validators: readonly string[];
}

/** What a pack of this cycle says, from the facts its gates look at. */
export function packFacts(facts: Facts, frame: PackFrame): PackFacts {
  const { cycle, contract, specification, settings } = facts;
  const sections = (specification.sections ?? []).map(({ title, indicators = [] }) => ({
    title,
    indicators: [...indicators],
  }));
  return {
    blind: frame.blind,
    provider: settings.organisation,
    commissioner: contract.commissioner,
    contract: { key: contract.key, title: contract.name, reference: contract.reference ?? "" },
    cycle: cycle.key,
    packVersion: frame.packVersion,
    period: { from: cycle.periodFrom, to: cycle.periodTo },
    specification: { title: specification.name, edition: specification.edition, sections },
    snapshot: frame.cells.snapshot,
    cutOff: cycle.cutOffAt ?? "",
    services: frame.services,
    figures: figuresInPack(facts, frame.asked, frame.cells),
    commentary: commentaryOf(facts),
    assurance: assuranceOf(facts),
    knownGaps: gapsOf(facts, frame.cells),
    themes: themesOf(facts),
    actions: actionsOf(facts, frame.services),
    exceptions: (cycle.exceptions ?? []).flatMap(({ stage, reason, askedBy, grantedBy, grantedAt }) =>
      grantedBy && grantedAt
        ? [{ gate: stage, reason, askedBy: nameIn(facts, askedBy), grantedBy: nameIn(facts, grantedBy), at: grantedAt }]
        : [],
    ),
    limitations: limitationsOf(cycle).map(({ say }) => say),
    authors: frame.authors.map((id, at) => handOf(facts, id, writingOf(facts, id, at))),
    validators: frame.validators.map((id) => handOf(facts, id, checkingOf(facts, id))),
    approvalsNeeded: neededFor("pack", settings.assuranceProfile).map(({ role }) => roleNames[role]),
    smallNumbers: {
      threshold: settings.smallNumbers?.find(({ recipient }) => recipient === contract.key)?.below ?? 5,
      leftOver: true,
    },
  };
}

const nameIn = ({ everybody }: Facts, id: string): string =>
  everybody.find((each) => each.id === id)?.name ?? "somebody who has left";

function handOf(facts: Facts, id: string, did: string): HandInPack {
  const person = facts.everybody.find((each) => each.id === id);
  return { name: nameIn(facts, id), role: roleNames[person?.assignments[0]?.role ?? "contracts-manager"], did };
}

/** The first author is who drafted the pack. */
const writingOf = ({ commentary }: Facts, id: string, at: number): string =>
  [
    ...(at === 0 ? ["prepared the pack"] : []),
    ...(commentary.some(({ writtenBy }) => writtenBy === id) ? ["wrote commentary"] : []),
  ].join("; ");

const checkingOf = ({ validationLog, plans }: Facts, id: string): string =>
  [
    ...(plans.some(({ sampler }) => sampler === id) ? ["planned and drew what was checked"] : []),
    ...(validationLog.some(({ checkedBy, recheckedBy }) => checkedBy === id || recheckedBy === id)
      ? ["checked records against their source"]
      : []),
  ].join("; ");

function commentaryOf(facts: Facts): readonly CommentaryInPack[] {
  const titles = new Map((facts.specification.sections ?? []).map(({ code, title }) => [code, title]));
  return facts.commentary
    .filter(({ status, text }) => status === "approved" && text)
    .map(({ key, section = "", theme, writtenBy = "", text = "", kind }) => ({
      key,
      section: titles.get(section) ?? section,
      theme,
      author: nameIn(facts, writtenBy),
      sentences: parseCommentary(text).map(({ prose, cites, managersAccount }) => ({
        text: prose,
        cites,
        managersAccount: managersAccount || kind === "manager-account",
      })),
    }));
}

function assuranceOf(facts: Facts): AssuranceInPack {
  const rowsOf = (plan: AssurancePlan) => facts.validationLog.filter((row) => row.plan === plan.key);
  const plans = facts.plans.filter(({ status }) => status !== "recorded");
  const discrepancies = facts.validationLog.filter(({ result }) => result === "differs" || result === "not-found");
  return {
    samples: plans.filter(({ direction }) => direction !== "every-case").map((plan) => sampleOf(plan, rowsOf(plan))),
    everyCase: plans
      .filter(({ direction }) => direction === "every-case")
      .map((plan) => {
        const rows = rowsOf(plan);
        const { checked, agreed } = accuracyOf(rows);
        return { category: plan.name, cases: rows.length, checked, discrepancies: checked - agreed };
      }),
    discrepancies: discrepancies.map((row) => ({
      figure: row.indicator ?? sentence(datasets[row.dataset].words.many),
      service: row.service,
      found: `Reported: ${row.reportedValue ?? "nothing"}. Source: ${row.sourceValue ?? "not found"}.`,
      cause: row.cause ? optionWords(row.cause) : "",
      treatment: row.treatment ? optionWords(row.treatment) : "",
      outcome: optionWords(row.status),
    })),
  };
}

function sampleOf(plan: AssurancePlan, rows: Facts["validationLog"]): SampleInPack {
  const { checked, agreed, accuracy = 0, lower } = accuracyOf(rows);
  return {
    plan: plan.key,
    direction: plan.direction === "source-to-figure" ? "source-to-figure" : "figure-to-source",
    what: plan.name,
    figures: plan.indicator ? [plan.indicator] : [],
    frame: plan.frameSize ?? rows.length,
    size: rows.length,
    agreed,
    discrepancies: checked - agreed,
    accuracy,
    lowerBound: lower,
    threshold: plan.threshold / 100,
  };
}

function gapsOf(facts: Facts, cells: CellsFile): readonly string[] {
  const contract = new Set(facts.contract.services);
  const rejects = facts.imports
    .filter(
      ({ status, rejected = 0, rejectsAccepted, services = [] }) =>
        status === "accepted" && rejected > 0 && rejectsAccepted && services.some((each) => contract.has(each)),
    )
    .map(
      ({ fileName, rejected = 0, rejectsReason = "" }) =>
        `${rejected} ${rejected === 1 ? "row" : "rows"} of ${fileName} could not be read. ${rejectsReason}`,
    );
  const gaps = cells.figures.flatMap((figure) =>
    "gaps" in figure ? figure.gaps.map((gap) => `No data for ${gap}.`) : [],
  );
  const mapped = facts.evidenceMap.flatMap(({ gaps: known }) => (known ? [known] : []));
  return [...new Set([...rejects, ...gaps, ...mapped])].toSorted();
}

function themesOf({ themes, cycle }: Facts): readonly ThemeInPack[] {
  return themes
    .filter(({ status }) => status !== "closed")
    .map(({ name, verdicts = [], firstSeen, indicators = "" }) => {
      const now = verdicts.find((each) => each.cycle === cycle.key);
      const last = verdicts.filter((each) => each.cycle !== cycle.key).at(-1);
      return {
        title: name,
        saidLastTime: plain(last?.numbers) ?? "Not spoken of in the last pack.",
        verdict: now?.verdict ?? (firstSeen >= cycle.periodFrom ? ("new" as const) : ("stable" as const)),
        because: plain(now?.numbers) ?? "Leadership’s verdict follows from this pack.",
        cites: [...new Set([...indicators.split(/[\s,]+/).filter(Boolean), ...citationsIn(now?.numbers ?? "")])],
      };
    });
}

/** As it reads, without the marks of who said it and what it cites. */
const plain = (text: string | undefined): string | undefined =>
  text &&
  parseCommentary(text)
    .map(({ prose }) => prose)
    .join(" ");

function actionsOf({ actions, cycle, everybody }: Facts, services: PackFrame["services"]): readonly ActionInPack[] {
  return actions
    .filter(({ category }) => category !== "safeguarding")
    .map((action) => {
      const service = services.find(({ key }) => key === action.service)?.name;
      const role = action.ownerRole ?? everybody.find(({ id }) => id === action.owner)?.assignments[0]?.role;
      const done = ["complete", "effective", "not-yet-effective", "too-early-to-say"].includes(action.status);
      return {
        title: action.action,
        ...(service && { service }),
        owner: role ? roleNames[role] : "somebody who has left",
        due: action.deadline,
        status: optionWords(action.status),
        done,
        from: action.createdAt.slice(0, 10) < cycle.periodFrom ? ("last-time" as const) : ("this-period" as const),
        ...(action.verdictNote && { result: action.verdictNote }),
        cites: [],
      };
    });
}
