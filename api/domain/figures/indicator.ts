import type { Indicator as IndicatorRow } from "../registers/indicators.ts";
import { type Parsed, parseRuleTexts } from "./parse-rule.ts";
import type { Rule } from "./rule.ts";

/** Units as the register has them. Rates per 1,000 hours take their denominator in minutes. */
export type Unit = IndicatorRow["unit"];
export type Direction = IndicatorRow["direction"];

/** One edition of an indicator as the figures engine needs it, for one contract. */
export interface Indicator {
  readonly code: string;
  readonly edition: number;
  readonly name: string;
  readonly rule: Rule;
  readonly unit: Unit;
  /** Decimal places shown; halves are rounded away from zero. The figure as shown is what is rated. */
  readonly rounding: number;
  readonly direction: Direction;
  /** Met exactly on the line, whichever direction is better. */
  readonly target?: number;
  /** Missed the target but still near, exactly on the line too. */
  readonly amber?: number;
}

type Needed = Pick<
  IndicatorRow,
  "code" | "edition" | "name" | "dataset" | "unit" | "rounding" | "direction" | "target" | "amber" | "targets"
> &
  Pick<IndicatorRow, "population" | "numerator" | "denominator" | "exclusions">;

/** The indicator of a register row, with the contract's own target where it has one; or why the row cannot be run. */
export function indicatorOf(row: Needed, contract?: string): Parsed<Indicator> {
  const rule = parseRuleTexts(row);
  if ("problems" in rule) return rule;
  const problem = roundingProblem(row.rounding);
  if (problem) return { problems: [problem] };
  const own = row.targets?.find((each) => each.contract === contract);
  const { target, amber } = own ?? row;
  const { code, edition, name, unit, rounding, direction } = row;
  return {
    ok: {
      code,
      edition,
      name,
      rule: rule.ok,
      unit,
      rounding,
      direction,
      ...(target !== undefined && { target }),
      ...(amber !== undefined && { amber }),
    },
  };
}

const roundingProblem = (rounding: number): string | undefined =>
  Number.isInteger(rounding) && rounding >= 0 && rounding <= 3
    ? undefined
    : "Decimal places: choose a whole number from 0 to 3.";
