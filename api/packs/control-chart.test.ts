import { expect, it } from "vitest";
import type { FigureInPack } from "#domain/packs/figure-in-pack.ts";
import { samplePack } from "../../test/support/sample-pack.ts";
import { controlChart } from "./control-chart.ts";

const [missed] = samplePack().figures;
if (missed === undefined) throw new Error("The sample has figures.");
const chartOf = (changes: Partial<FigureInPack> = {}) => controlChart({ ...missed, ...changes });

it("tells in words what it shows", () => {
  expect(chartOf()?.alt).toBe(
    "Control chart of missed visits, Apr 25 to Sep 26. Average 0.48 %; usual range 0.30 % to 0.65 %. Target at most 0.50 %. Latest three months: Jul 26 0.66 %, Aug 26 0.83 %, Sep 26 0.92 %. Months that stand out: Jul 26 (concern), Aug 26 (concern), Sep 26 (concern).",
  );
});

it("draws concern and improvement in different shapes, not only colours", () => {
  const usual = chartOf()?.svg ?? "";
  const better = chartOf({ points: missed.points.map((point) => ({ ...point, mark: "improvement" })) })?.svg ?? "";
  expect([usual.match(/<circle/g)?.length, usual.match(/<path/g)?.length]).toEqual([15, 3]);
  expect([better.match(/<circle/g), better.match(/width="7.2"/g)?.length]).toEqual([null, 18]);
});

it("draws no line across a month it may not show, and says so", () => {
  const points = missed.points.map((point, at) => (at === 5 ? { ...point, value: null } : point));
  const chart = chartOf({ points });
  expect(chart?.svg.match(/<polyline/g)).toHaveLength(2);
  expect(chart?.alt).toContain("1 month is not shown.");
});

it("is left out when there is next to nothing to show", () => {
  expect(chartOf({ points: missed.points.slice(0, 1) })).toBeUndefined();
  expect(chartOf({ points: missed.points.map((point) => ({ ...point, value: null })) })).toBeUndefined();
});

it("holds only numbers, whatever the months say", () => {
  for (const value of [0, 1e-9, 1e9]) {
    const svg = chartOf({
      points: missed.points.map((point) => ({ ...point, value })),
      chart: { centre: value, lower: value, upper: value },
    })?.svg;
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  }
});
