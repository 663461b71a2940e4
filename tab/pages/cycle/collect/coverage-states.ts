import { BadIcon, GoodIcon, HalfIcon, NoneIcon, OpenIcon } from "../../../look/icons.ts";
import type { Covered } from "./coverage.ts";

/** How a source stands for a service, as it is shown. */
export type CoverageState = Covered | "to-come";

export const coverageStates = {
  covered: { words: "Covered", Icon: GoodIcon },
  partly: { words: "Partly", Icon: HalfIcon },
  missing: { words: "Missing", Icon: BadIcon },
  none: { words: "No records", Icon: NoneIcon },
  "to-come": { words: "To come", Icon: OpenIcon },
} as const satisfies Record<CoverageState, unknown>;

/** Before the cycle collects, what is not there is not missing yet. */
export const stateShown = (covered: Covered, begun: boolean): CoverageState =>
  covered === "missing" && !begun ? "to-come" : covered;
