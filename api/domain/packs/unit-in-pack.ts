import { figureText, figureValue } from "../figures/figure-value.ts";
import type { Unit } from "../figures/indicator.ts";
import type { UnitInPack } from "./figure-in-pack.ts";

/** A unit as a pack explains it, so that its reader can work the figure out again without us. */
export const unitInPack = (unit: Unit, decimals: number): UnitInPack => ({
  name: unit,
  multiplier: figureValue(1, 1, unit, 0) ?? 1,
  divides: unit !== "count",
  decimals: unit === "count" ? 0 : decimals,
  suffix: figureText(0, unit, 0).slice(1),
});
