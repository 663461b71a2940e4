import { alertsResolved24h } from "./alerts-resolved-24h.ts";
import { complaintsOnTime } from "./complaints-on-time.ts";
import { continuity } from "./continuity.ts";
import { deliveredHours } from "./delivered-hours.ts";
import { fallsPer1000BedDays } from "./falls-per-1000-bed-days.ts";
import { feedbackGood } from "./feedback-good.ts";
import { incidentsPer1000Hours } from "./incidents-per-1000-hours.ts";
import { missedVisits } from "./missed-visits.ts";
import { punctuality15 } from "./punctuality-15.ts";
import { punctuality30 } from "./punctuality-30.ts";
import { reviewsOnTime } from "./reviews-on-time.ts";
import { safeguardingDocumentsOnTime } from "./safeguarding-documents-on-time.ts";
import { safeguardingRaised24h } from "./safeguarding-raised-24h.ts";
import type { ShippedIndicator } from "./shipped.ts";
import { tasksOnTime } from "./tasks-on-time.ts";
import { visitDuration } from "./visit-duration.ts";

/** All indicators that come with the product, in the order of a pack. */
export const shippedIndicators: readonly ShippedIndicator[] = [
  missedVisits,
  punctuality15,
  punctuality30,
  visitDuration,
  continuity,
  deliveredHours,
  complaintsOnTime,
  safeguardingRaised24h,
  safeguardingDocumentsOnTime,
  reviewsOnTime,
  incidentsPer1000Hours,
  fallsPer1000BedDays,
  feedbackGood,
  alertsResolved24h,
  tasksOnTime,
];
