import { actions } from "#domain/registers/actions.ts";
import { careActions } from "./care-actions.ts";
import { safeguardingActions } from "./safeguarding-actions.ts";
import { seedRows } from "./seed-rows.ts";

/** What Meadowbank has said it will do, as the trackers stand on the as-of day. */
export const demoActionRows = seedRows(actions, { ...safeguardingActions, ...careActions });
