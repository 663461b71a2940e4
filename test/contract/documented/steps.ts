import { batchSteps } from "./batch-steps.ts";
import { driveSteps } from "./drive-steps.ts";
import { lastListSteps, listSteps } from "./list-steps.ts";
import type { NotificationClient } from "./notification-client.ts";
import { peopleSteps } from "./people-steps.ts";
import { siteSteps } from "./site-steps.ts";
import { subscriptionSteps } from "./subscription-steps.ts";
import { uploadSteps } from "./upload-steps.ts";
import type { Step } from "./walk.ts";

/** Every use of every operation we know how to make, in an order that has what it needs. */
export const everyStep = (client: NotificationClient): readonly Step[] => [
  ...siteSteps,
  ...listSteps,
  ...driveSteps,
  ...uploadSteps(client.send),
  ...peopleSteps,
  ...batchSteps,
  ...subscriptionSteps(client),
  ...lastListSteps,
];
