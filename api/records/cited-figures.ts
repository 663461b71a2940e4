import { createHash } from "node:crypto";
import type { CitedFigure } from "#domain/commentary/cited-figure.ts";
import { addDays } from "#domain/day.ts";
import { type CellsFile, type ComputedFigure, isBlocked } from "#domain/figures/cells.ts";
import { figureText, figureValue } from "#domain/figures/figure-value.ts";
import type { Indicator } from "#domain/figures/indicator.ts";
import { sayTarget } from "#domain/figures/rating.ts";
import { monthsOf, type Period } from "#domain/period.ts";
import type { AskedIndicator } from "./cycle-figures.ts";

interface Counts {
  readonly numerator: number;
  readonly denominator: number;
}

/** Every figure as commentary may cite it: the total, each service, and the period before where there is data for it. */
export function citedFigures(asked: readonly AskedIndicator[], cells: CellsFile): readonly CitedFigure[] {
  return asked.flatMap(({ row, ready }) => {
    const figure = cells.figures.find(({ indicator }) => indicator === row.code);
    if (!ready || !figure || isBlocked(figure)) return [];
    const cited = citer(ready, row.definition);
    const before = countsBefore(figure, cells.period);
    return [
      cited(row.code, figure),
      ...figure.services.map((cell) => cited(`${row.code}@${cell.service}`, cell)),
      ...(before ? [cited(`${row.code}@before`, before)] : []),
    ];
  });
}

const citer =
  (indicator: Indicator, definition: string) =>
  (cite: string, { numerator, denominator }: Counts): CitedFigure => {
    const { code, edition, name, unit, rounding } = indicator;
    const value = figureValue(numerator, denominator, unit, rounding);
    const target = sayTarget(indicator);
    return {
      cite,
      indicator: code,
      name,
      definition,
      numerator,
      denominator,
      ...(value !== undefined && { value: figureText(value, unit, rounding) }),
      ...(target && { target }),
      hash: createHash("sha256")
        .update(JSON.stringify([cite, edition, numerator, denominator]))
        .digest("hex"),
    };
  };

/** The sums of as many whole months before the period as it has itself; undefined when one of them has no data. */
export function countsBefore({ months }: ComputedFigure, period: Period): Counts | undefined {
  const wanted = monthsBefore(period);
  const there = new Set(months.map(({ month }) => month));
  if (!wanted.every((month) => there.has(month))) return undefined;
  const counted = months.filter(({ month }) => wanted.includes(month));
  const sum = (side: keyof Counts) => counted.reduce((total, cell) => total + cell[side], 0);
  return { numerator: sum("numerator"), denominator: sum("denominator") };
}

function monthsBefore(period: Period): readonly string[] {
  const before: string[] = [];
  let month = period.from.slice(0, 7);
  for (let left = monthsOf(period).length; left > 0; left -= 1) {
    month = addDays(`${month}-01`, -1).slice(0, 7);
    before.push(month);
  }
  return before;
}
