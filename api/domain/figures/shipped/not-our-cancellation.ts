import type { Condition } from "../rule.ts";

/** Visits the person or a hospital stay called off are nobody's failure; those the provider called off stay in. */
export const notOurCancellation: Condition = { column: "cancelled_by", oneOf: ["person", "hospital"] };
