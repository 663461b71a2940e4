import type { FigureInPack, PointInPack } from "#domain/packs/figure-in-pack.ts";

/** A picture and what it shows, in words, for those who cannot see it. */
export interface Chart {
  readonly svg: string;
  readonly alt: string;
}

const width = 460;
const height = 168;
const plot = { left: 40, right: width - 20, top: 12, bottom: height - 26 };

/**
 * The figure month by month as an XmR chart: centre line, process limits, target. Special months differ in shape as
 * well as in colour. Undefined with fewer than two months to show.
 */
export function controlChart(figure: FigureInPack): Chart | undefined {
  const { points, chart, targetValue } = figure;
  const known = points.filter(isKnown);
  if (known.length < 2) return undefined;
  const lines = [
    ...(chart ? [chart.lower, chart.upper, chart.centre] : []),
    ...(targetValue === undefined ? [] : [targetValue]),
  ];
  const scale = scaleOf([...known.map(({ value }) => value), ...lines], figure.unit.suffix === " %");
  const x = (at: number) => plot.left + ((plot.right - plot.left) * at) / (points.length - 1);
  const y = (value: number) =>
    plot.top + (plot.bottom - plot.top) * (1 - (value - scale.from) / (scale.to - scale.from));
  const across = (value: number, style: string) =>
    `<line x1="${plot.left}" x2="${plot.right}" y1="${at2(y(value))}" y2="${at2(y(value))}" ${style}/>`;
  const parts = [
    ...(chart
      ? [
          `<rect x="${plot.left}" y="${at2(y(chart.upper))}" width="${plot.right - plot.left}" height="${at2(y(chart.lower) - y(chart.upper))}" fill="#eef3f7"/>`,
        ]
      : []),
    ...scale.steps.map(
      (value) =>
        `${across(value, 'stroke="#dde3e8" stroke-width="0.6"')}<text x="${plot.left - 6}" y="${at2(y(value) + 3)}" text-anchor="end">${shown(value)}</text>`,
    ),
    ...(chart ? [across(chart.centre, 'stroke="#5b6b7a" stroke-width="0.8"')] : []),
    ...(targetValue === undefined
      ? []
      : [across(targetValue, 'stroke="#0b6e69" stroke-width="1.1" stroke-dasharray="5 3"')]),
    ...runs(points).map(
      (run) =>
        `<polyline points="${run.map(({ at, value }) => `${at2(x(at))},${at2(y(value))}`).join(" ")}" fill="none" stroke="#1d3f5e" stroke-width="1.3"/>`,
    ),
    ...points.map((point, at) => (isKnown(point) ? marker(point, x(at), y(point.value)) : "")),
    ...points.map((point, at) => ((points.length - 1 - at) % 3 === 0 ? monthLabel(point.month, x(at)) : "")),
  ];
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Noto Sans" font-size="8.5" fill="#44515e">${parts.join("")}</svg>`,
    alt: describe(figure, known),
  };
}

type Known = PointInPack & { readonly value: number };
const isKnown = (point: PointInPack): point is Known => point.value !== null;
const at2 = (value: number) => String(Math.round(value * 100) / 100);
const shown = (value: number) => String(Math.round(value * 100) / 100);

/** Stretches without a gap: a line across a withheld month would pretend to know it. */
function runs(points: readonly PointInPack[]): { at: number; value: number }[][] {
  const found: { at: number; value: number }[][] = [[]];
  points.forEach((point, at) => {
    if (isKnown(point)) found.at(-1)?.push({ at, value: point.value });
    else found.push([]);
  });
  return found.filter((run) => run.length > 1);
}

function scaleOf(values: readonly number[], isShare: boolean) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const margin = (high - low) * 0.1 || 1;
  const from = Math.max(0, low - margin);
  const to = isShare ? Math.min(100.5, high + margin) : high + margin;
  const power = 10 ** Math.floor(Math.log10((to - from) / 4));
  const step = [1, 2, 2.5, 5, 10].map((times) => times * power).find((each) => each >= (to - from) / 4) ?? power;
  const steps: number[] = [];
  for (let count = Math.ceil(from / step); count * step <= to; count++) steps.push(count * step);
  return { from, to, steps };
}

function marker({ mark }: Known, x: number, y: number): string {
  if (mark === "usual") return `<circle cx="${at2(x)}" cy="${at2(y)}" r="2.4" fill="#1d3f5e"/>`;
  if (mark === "improvement") {
    return `<rect x="${at2(x - 3.6)}" y="${at2(y - 3.6)}" width="7.2" height="7.2" fill="#0b6e69"/>`;
  }
  const fill = mark === "concern" ? "#b3400f" : "#6b4fa0";
  return `<path d="M${at2(x)} ${at2(y - 4.8)}l4.8 8.4h-9.6z" fill="${fill}"/>`;
}

const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const monthLabel = (month: string, x: number) =>
  `<text x="${at2(x)}" y="${height - 10}" text-anchor="middle">${monthName(month)}</text>`;

/** `Jul 26` for `2026-07`. */
export const monthName = (month: string): string => `${monthNames[Number(month.slice(5)) - 1]} ${month.slice(2, 4)}`;

function describe({ name, points, chart, target, unit }: FigureInPack, known: readonly Known[]): string {
  const value = (number: number) => `${number.toFixed(unit.decimals)}${unit.suffix}`;
  const special = known.filter(({ mark }) => mark !== "usual");
  const gaps = points.length - known.length;
  const words = { improvement: "improvement", concern: "concern", change: "change", usual: "" };
  return [
    `Control chart of ${name.toLowerCase()}, ${monthName(points[0]?.month ?? "")} to ${monthName(points.at(-1)?.month ?? "")}.`,
    chart
      ? `Average ${value(chart.centre)}; usual range ${value(chart.lower)} to ${value(chart.upper)}.`
      : "Too few months are shown for a usual range.",
    ...(target === undefined ? [] : [`Target ${target}.`]),
    `Latest three months: ${known
      .slice(-3)
      .map((each) => `${monthName(each.month)} ${value(each.value)}`)
      .join(", ")}.`,
    special.length === 0
      ? "No month stands out."
      : `Months that stand out: ${special.map((each) => `${monthName(each.month)} (${words[each.mark]})`).join(", ")}.`,
    ...(gaps === 0 ? [] : [gaps === 1 ? "1 month is not shown." : `${gaps} months are not shown.`]),
  ].join(" ");
}
