import type { Facts } from "#domain/checks/facts.ts";
import { type CellsFile, isBlocked } from "#domain/figures/cells.ts";
import type { DatasetName } from "#domain/figures/dataset.ts";
import { figureText, figureValue } from "#domain/figures/figure-value.ts";
import type { Indicator } from "#domain/figures/indicator.ts";
import { ratingOf, sayTarget } from "#domain/figures/rating.ts";
import { sayRule } from "#domain/figures/say-rule.ts";
import { type Chart, chartOf } from "#domain/figures/spc/chart.ts";
import type { CellInPack, FigureInPack, PointInPack, Signal } from "#domain/packs/figure-in-pack.ts";
import { unitInPack } from "#domain/packs/unit-in-pack.ts";
import { countsBefore } from "../records/cited-figures.ts";
import type { AskedIndicator } from "../records/cycle-figures.ts";

interface Counts {
  readonly numerator: number;
  readonly denominator: number;
}

/** Records that are not about what happened to one person: small counts of them give nobody away. */
const shown: readonly DatasetName[] = ["planned-visits", "visits", "tasks"];

/** Every figure of the cycle as the pack shows it. */
export function figuresInPack(
  { figures }: Pick<Facts, "figures">,
  asked: readonly AskedIndicator[],
  cells: CellsFile,
): readonly FigureInPack[] {
  return asked.map(({ row, ready }) => {
    const figure = figures.find((each) => each.indicator === row.code && each.snapshot === cells.snapshot);
    const computed = cells.figures.find((each) => each.indicator === row.code);
    const about = {
      indicator: row.code,
      edition: row.edition,
      name: row.name,
      definition: row.definition,
      unit: unitInPack(row.unit, row.rounding),
      direction: row.direction,
      smallNumbers: ready && shown.includes(ready.rule.population.dataset) ? ("show" as const) : ("protect" as const),
    };
    if (!ready || !computed || isBlocked(computed)) {
      const means = { numeratorMeans: "", denominatorMeans: "" };
      return {
        ...about,
        ...means,
        ...missing,
        rating: "blocked" as const,
        signal: "too-few" as const,
        cells: [],
        points: [],
      };
    }
    const said = sayRule(ready.rule);
    const target = sayTarget(ready);
    const before = countsBefore(computed, cells.period);
    const chart = chartOf(ready, computed.months);
    return {
      ...about,
      numeratorMeans: said.numerator,
      denominatorMeans: said.denominator,
      ...counted(ready, computed),
      ...(target && { target }),
      ...(ready.target !== undefined && { targetValue: ready.target }),
      signal: signals[chart.variation],
      ...(before && { previous: counted(ready, before) }),
      cells: computed.services.map((cell): CellInPack => ({ service: cell.service, ...counted(ready, cell) })),
      points: pointsOf(ready, computed.months, chart),
      ...linesOf(chart),
      ...(figure?.cellsHash && { cellsHash: figure.cellsHash }),
      queryHash: computed.query,
      ...(figure?.manual && { manual: { reason: figure.manualReason ?? "", by: figure.manualBy ?? "" } }),
    };
  });
}

const missing = { numerator: null, denominator: null, display: "not available" };

function counted(indicator: Indicator, { numerator, denominator }: Counts) {
  const value = figureValue(numerator, denominator, indicator.unit, indicator.rounding);
  return {
    numerator,
    denominator,
    display: figureText(value, indicator.unit, indicator.rounding),
    rating: ratingOf(value, indicator),
  };
}

const signals: Readonly<Record<Chart["variation"], Signal>> = {
  none: "steady",
  improving: "improving",
  worsening: "worsening",
  changed: "changing",
  unknown: "too-few",
};

function pointsOf(
  indicator: Indicator,
  months: readonly (Counts & { readonly month: string })[],
  chart: Chart,
): readonly PointInPack[] {
  return [...Map.groupBy(months, ({ month }) => month)].map(([month, cells]) => {
    const sum = (side: keyof Counts) => cells.reduce((total, cell) => total + cell[side], 0);
    const counts = { numerator: sum("numerator"), denominator: sum("denominator") };
    const value = figureValue(counts.numerator, counts.denominator, indicator.unit, indicator.rounding);
    return { month, ...counts, value: value ?? null, mark: markOf(indicator, chart, month) };
  });
}

function markOf({ direction }: Indicator, { points }: Chart, month: string): PointInPack["mark"] {
  const point = points.find((each) => each.month === month);
  if (!point || point.causes.length === 0) return "usual";
  if (direction === "neutral") return "change";
  return point.value > point.centre === (direction === "higher-is-better") ? "improvement" : "concern";
}

function linesOf({ points, variation }: Chart) {
  const last = points.at(-1);
  return variation === "unknown" || !last
    ? {}
    : { chart: { centre: last.centre, lower: last.lower, upper: last.upper } };
}
