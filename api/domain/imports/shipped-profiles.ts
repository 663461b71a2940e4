import type { Profile } from "./profile.ts";
import { accessAdultVisits } from "./profiles/access-adult-visits.ts";
import { birdieActions } from "./profiles/birdie-actions.ts";
import { birdieAlerts } from "./profiles/birdie-alerts.ts";
import { complaints } from "./profiles/complaints.ts";
import { feedback } from "./profiles/feedback.ts";
import { incidents } from "./profiles/incidents.ts";
import { packages } from "./profiles/packages.ts";
import { plannedVisits } from "./profiles/planned-visits.ts";
import { reviews } from "./profiles/reviews.ts";
import { safeguarding } from "./profiles/safeguarding.ts";

/** Every export Line of Sight reads without being told how. */
export const shippedProfiles: readonly Profile[] = [
  accessAdultVisits,
  birdieActions,
  birdieAlerts,
  plannedVisits,
  packages,
  incidents,
  complaints,
  safeguarding,
  reviews,
  feedback,
];

export const profileNamed = (name: string): Profile | undefined =>
  shippedProfiles.find((profile) => profile.name === name);
