import type { Lineage, LineageRow } from "#api/packs/lineage-row.ts";
import type { FigureInPack, PointInPack, Rating } from "#domain/packs/figure-in-pack.ts";
import { type PackContent, type PackFacts, packContent } from "#domain/packs/pack-content.ts";

/** What one service counted: numerator and denominator. */
type Counts = Readonly<Record<string, readonly [number, number]>>;

interface Sketch {
  readonly code: string;
  readonly name: string;
  readonly definition: string;
  readonly means: readonly [string, string];
  readonly unit: FigureInPack["unit"];
  readonly direction: FigureInPack["direction"];
  readonly target?: readonly [string, number];
  readonly rating: (value: number) => Rating;
  readonly signal: FigureInPack["signal"];
  readonly previous: readonly [number, number];
  readonly services: Counts;
  readonly months: readonly number[];
  readonly smallNumbers?: "protect";
}

const share = { name: "percent", multiplier: 100, divides: true, decimals: 1, suffix: " %" } as const;
const rate = {
  name: "per-1000-hours",
  multiplier: 60_000,
  divides: true,
  decimals: 2,
  suffix: " per 1,000 hours",
} as const;
const atLeast = (target: number, near: number) => (value: number) =>
  value >= target ? "met" : value >= near ? "near" : "not-met";

const sketches: readonly Sketch[] = [
  {
    code: "missed-visits",
    name: "Missed visits",
    definition:
      "Planned visits not carried out by 11 pm, or not before the next planned visit, out of all planned visits that stood.",
    means: ["Visits missed", "Visits planned"],
    unit: { ...share, decimals: 2 },
    direction: "lower-is-better",
    target: ["at most 0.50 %", 0.5],
    rating: (value) => (value <= 0.5 ? "met" : value <= 0.75 ? "near" : "not-met"),
    signal: "worsening",
    previous: [51, 11_980],
    services: { ashdown: [29, 5_210], birchwood: [61, 4_875], dovecote: [8, 2_105] },
    months: [0.41, 0.38, 0.44, 0.4, 0.36, 0.47, 0.43, 0.39, 0.42, 0.45, 0.37, 0.4, 0.43, 0.44, 0.41, 0.66, 0.83, 0.92],
  },
  {
    code: "punctual-15",
    name: "Visits started within 15 minutes",
    definition:
      "Visits that started within 15 minutes of the agreed time, boundaries included, out of all visits carried out.",
    means: ["Visits on time", "Visits carried out"],
    unit: share,
    direction: "higher-is-better",
    target: ["at least 90.0 %", 90],
    rating: atLeast(90, 85),
    signal: "steady",
    previous: [10_704, 11_929],
    services: { ashdown: [4_761, 5_181], birchwood: [4_212, 4_814], dovecote: [1_993, 2_097] },
    months: [89.1, 90.2, 89.8, 90.9, 90.4, 89.5, 91.1, 90.6, 90, 89.2, 90.7, 91.3, 89.9, 90.1, 89.3, 90.8, 90.2, 91.1],
  },
  {
    code: "reviews-on-time",
    name: "Care-plan reviews on time",
    definition:
      "Care-plan reviews carried out on or before the day they were due, out of all reviews due in the period.",
    means: ["Reviews on time", "Reviews due"],
    unit: share,
    direction: "higher-is-better",
    target: ["at least 95.0 %", 95],
    rating: atLeast(95, 90),
    signal: "improving",
    previous: [101, 118],
    services: { ashdown: [41, 42], birchwood: [33, 36], dovecote: [22, 23], "elm-house": [28, 28] },
    months: [84, 82.5, 86.1, 85, 83.3, 84.9, 86.4, 85.7, 83.8, 86.6, 87.2, 88.1, 88.9, 90.3, 91.7, 94.2, 96.1, 98],
  },
  {
    code: "safeguarding-24h",
    name: "Safeguarding concerns raised within 24 hours",
    definition:
      "Safeguarding concerns raised with the council within 24 clock hours of our becoming aware, out of all concerns. Straight away is expected; 24 hours is the outer limit.",
    means: ["Raised within 24 hours", "Concerns"],
    unit: share,
    direction: "higher-is-better",
    target: ["100.0 %", 100],
    rating: atLeast(100, 100),
    signal: "too-few",
    previous: [13, 14],
    services: { ashdown: [6, 6], birchwood: [5, 7], dovecote: [2, 2], "elm-house": [9, 9] },
    months: [100, 83.3, 100, 100, 100, 80, 100, 100, 85.7, 100, 100, 100, 80, 100, 100, 100, 87.5, 88.9],
    smallNumbers: "protect",
  },
  {
    code: "incidents-rate",
    name: "Incidents per 1,000 hours",
    definition:
      "Incidents reported, for every 1,000 hours of care delivered. More reports may mean a more open culture: read it with the harm levels.",
    means: ["Incidents", "Minutes delivered"],
    unit: rate,
    direction: "neutral",
    rating: () => "no-target",
    signal: "steady",
    previous: [39, 431_040],
    services: { ashdown: [14, 187_560], birchwood: [17, 175_500], dovecote: [9, 75_780] },
    months: [5.4, 5.1, 5.9, 5.6, 5.2, 5.5, 5.8, 5.3, 5.7, 5.6, 5.4, 5.2, 5.5, 5.3, 5.6, 5.5, 5.4, 5.6],
  },
];

const shown = ({ multiplier, decimals, suffix }: FigureInPack["unit"], numerator: number, denominator: number) =>
  denominator === 0 ? "none due" : `${((numerator * multiplier) / denominator).toFixed(decimals)}${suffix}`;

const monthOf = (at: number) => `${2025 + Math.floor((at + 3) / 12)}-${String(((at + 3) % 12) + 1).padStart(2, "0")}`;

function chartOf(months: readonly number[]) {
  const centre = months.reduce((a, b) => a + b, 0) / months.length;
  const moves = months.slice(1).map((value, at) => Math.abs(value - (months[at] ?? value)));
  const spread = (2.66 * moves.reduce((a, b) => a + b, 0)) / moves.length;
  const round = (value: number) => Number(value.toFixed(4));
  return { centre: round(centre), lower: round(Math.max(0, centre - spread)), upper: round(centre + spread) };
}

/** Months of the period share the period's counts out, so that the points add up to the figure. */
function pointsOf(sketch: Sketch, numerator: number, denominator: number): PointInPack[] {
  const { upper, lower } = chartOf(sketch.months);
  const thirds = [0.31, 0.33, 0.36];
  const part = (whole: number, at: number): number =>
    at < 2 ? Math.floor(whole * (thirds[at] ?? 0)) : whole - part(whole, 0) - part(whole, 1);
  return sketch.months.map((value, at) => {
    const inPeriod = at - (sketch.months.length - 3);
    const before = Math.floor(denominator / 3);
    const outside = value > upper || value < lower;
    const better = value > upper === (sketch.direction === "higher-is-better");
    return {
      month: monthOf(at),
      numerator: inPeriod >= 0 ? part(numerator, inPeriod) : Math.round((value * before) / sketch.unit.multiplier),
      denominator: inPeriod >= 0 ? part(denominator, inPeriod) : before,
      value,
      mark: !outside ? "usual" : better ? "improvement" : "concern",
    };
  });
}

function figureOf(sketch: Sketch): FigureInPack {
  const cells = Object.entries(sketch.services);
  const numerator = cells.reduce((sum, [, [count]]) => sum + count, 0);
  const denominator = cells.reduce((sum, [, [, of]]) => sum + of, 0);
  const rated = (n: number, d: number): Rating =>
    d === 0 ? "none-due" : sketch.rating((n * sketch.unit.multiplier) / d);
  const [beforeNumerator, beforeDenominator] = sketch.previous;
  return {
    indicator: sketch.code,
    edition: 1,
    name: sketch.name,
    definition: sketch.definition,
    numeratorMeans: sketch.means[0],
    denominatorMeans: sketch.means[1],
    unit: sketch.unit,
    direction: sketch.direction,
    ...(sketch.target && { target: sketch.target[0], targetValue: sketch.target[1] }),
    numerator,
    denominator,
    display: shown(sketch.unit, numerator, denominator),
    rating: rated(numerator, denominator),
    signal: sketch.signal,
    previous: {
      numerator: beforeNumerator,
      denominator: beforeDenominator,
      display: shown(sketch.unit, beforeNumerator, beforeDenominator),
      rating: rated(beforeNumerator, beforeDenominator),
    },
    cells: cells.map(([service, [n, d]]) => ({
      service,
      numerator: n,
      denominator: d,
      display: shown(sketch.unit, n, d),
      rating: rated(n, d),
    })),
    points: pointsOf(sketch, numerator, denominator),
    chart: chartOf(sketch.months),
    cellsHash: "5d3f".padEnd(64, "0"),
    queryHash: "ab12".padEnd(64, "0"),
    smallNumbers: sketch.smallNumbers ?? "show",
  };
}

/** A quarter of Meadowbank Care's contract with Westshire, as a contracts manager would recognise it. */
export const sampleFacts = (changes: Partial<PackFacts> = {}): PackFacts => ({
  blind: "b1".repeat(32),
  provider: "Meadowbank Care",
  commissioner: "Westshire County Council",
  contract: { key: "westshire", title: "Community care framework", reference: "WCC/ASC/2024/117" },
  cycle: "westshire-2026-q3",
  packVersion: 1,
  period: { from: "2026-07-01", to: "2026-09-30" },
  specification: {
    title: "Quarterly evidence pack",
    edition: 2,
    sections: [
      { title: "Visits people can rely on", indicators: ["missed-visits", "punctual-15"] },
      { title: "Care that keeps up with people", indicators: ["reviews-on-time"] },
      { title: "Safety", indicators: ["safeguarding-24h", "incidents-rate"] },
    ],
  },
  snapshot: "9f2c41d07be83a55",
  cutOff: "2026-10-06T11:00:00Z",
  services: [
    { key: "ashdown", name: "Ashdown home care" },
    { key: "birchwood", name: "Birchwood home care" },
    { key: "dovecote", name: "Dovecote supported living" },
    { key: "elm-house", name: "Elm House" },
  ],
  figures: sketches.map(figureOf),
  commentary: sampleCommentary,
  assurance: sampleAssurance,
  knownGaps: [
    "Dovecote used paper sheets from 3 to 5 August while tablets were replaced. Those visits were entered later from the sheets.",
  ],
  themes: [
    {
      title: "Missed visits at Birchwood",
      saidLastTime: "two rounds had no relief cover at weekends.",
      verdict: "escalated",
      because: "61 of the 98 missed visits this quarter were Birchwood's, most of them at weekends.",
      cites: ["missed-visits", "missed-visits@birchwood"],
    },
    {
      title: "Late care-plan reviews",
      saidLastTime: "reviews were booked only when they fell due.",
      verdict: "improved",
      because: "96.1 % were on time, against 85.6 % last quarter.",
      cites: ["reviews-on-time", "reviews-on-time@before"],
    },
  ],
  actions: [
    {
      title: "Book reviews six weeks ahead",
      owner: "registered manager",
      due: "2026-08-14",
      status: "complete",
      done: true,
      from: "last-time",
      result: "effective: on-time reviews are above the target for two months running",
      cites: ["reviews-on-time"],
    },
    {
      title: "Weekend relief rota",
      service: "Birchwood home care",
      owner: "registered manager",
      due: "2026-09-30",
      status: "in progress, overdue",
      done: false,
      from: "last-time",
      cites: [],
    },
    {
      title: "On-call supervisor covers any visit 30 minutes late",
      service: "Birchwood home care",
      owner: "regional manager",
      due: "2026-09-25",
      status: "complete",
      done: true,
      from: "this-period",
      result: "too early to say",
      cites: [],
    },
  ],
  exceptions: [
    {
      gate: "Validate",
      reason: "One sampled visit could not be traced: the paper sheet was lost. It is counted as missed.",
      askedBy: "Helen Price, senior leader",
      grantedBy: "Robert Okafor, nominated individual",
      at: "2026-10-08T14:20:00Z",
    },
  ],
  limitations: [],
  authors: [{ name: "Nadia Rahman", role: "contracts manager", did: "compiled the pack and drafted its commentary" }],
  validators: [{ name: "Tom Ellis", role: "auditor", did: "checked the samples, both ways" }],
  approvalsNeeded: ["quality lead", "senior leader"],
  smallNumbers: { threshold: 5, leftOver: false },
  ...changes,
});

const sampleCommentary: PackFacts["commentary"] = [
  {
    key: "westshire-2026-q3-visits",
    section: "Visits people can rely on",
    theme: "Weekend cover at Birchwood",
    author: "Nadia Rahman",
    sentences: [
      {
        text: "98 of 12,190 planned visits were missed (0.80 %), against a target of at most 0.50 %.",
        cites: ["missed-visits"],
        managersAccount: false,
      },
      { text: "Birchwood accounts for 61 of them.", cites: ["missed-visits@birchwood"], managersAccount: false },
      {
        text: "Two carers left in July and their weekend rounds were covered day by day until September.",
        cites: [],
        managersAccount: true,
      },
      { text: "Punctuality held at 90.7 %.", cites: ["punctual-15"], managersAccount: false },
    ],
  },
  {
    key: "westshire-2026-q3-safety",
    section: "Safety",
    theme: "Late referrals",
    author: "Nadia Rahman",
    sentences: [
      { text: "22 of 24 concerns were raised within 24 hours.", cites: ["safeguarding-24h"], managersAccount: false },
      {
        text: "Both late ones were weekend concerns at Birchwood, where 5 of 7 were in time.",
        cites: ["safeguarding-24h@birchwood"],
        managersAccount: false,
      },
    ],
  },
];

const sampleAssurance: PackFacts["assurance"] = {
  samples: [
    {
      plan: "westshire-2026-q3-visits",
      direction: "figure-to-source",
      what: "visits counted in missed visits and punctuality",
      figures: ["missed-visits", "punctual-15"],
      frame: 12_190,
      size: 60,
      agreed: 58,
      discrepancies: 2,
      accuracy: 58 / 60,
      lowerBound: 0.8864,
      threshold: 0.95,
    },
    {
      plan: "westshire-2026-q3-complaints",
      direction: "source-to-figure",
      what: "visits named in the complaints book and on-call log",
      figures: ["missed-visits"],
      frame: 31,
      size: 20,
      agreed: 20,
      discrepancies: 0,
      accuracy: 1,
      lowerBound: 0.8389,
      threshold: 0.95,
    },
  ],
  everyCase: [
    { category: "Safeguarding concerns", cases: 24, checked: 24, discrepancies: 1 },
    { category: "Missed visits", cases: 98, checked: 98, discrepancies: 1 },
    { category: "Deaths", cases: 2, checked: 2, discrepancies: 0 },
  ],
  discrepancies: [
    {
      figure: "missed-visits",
      service: "birchwood",
      found: "Recorded as cancelled; the on-call log says nobody came.",
      cause: "data error",
      treatment: "corrected in the care system and imported again",
      outcome: "re-checked and agrees",
    },
  ],
};

export const samplePack = (changes: Partial<PackFacts> = {}): PackContent => packContent(sampleFacts(changes));

/** Source rows that add up to each service's cell: the numerator's first, then the rest of the denominator. */
export function sampleLineage(content: PackContent, limit = 400): (indicator: string) => Lineage {
  return (indicator) => ({
    columns: ["day", "outcome"],
    rows: rowsOf(
      content.figures.find((figure) => figure.indicator === indicator),
      limit,
    ),
  });
}

function* rowsOf(figure: FigureInPack | undefined, limit: number): Generator<LineageRow> {
  let row = 1;
  for (const { service, numerator, denominator } of figure?.cells ?? []) {
    // Large cells are shared out over at most `limit` rows, each carrying several.
    const rows = Math.min(limit, Math.max(numerator ?? 0, denominator ?? 0));
    for (let at = 0; at < rows; at++) {
      const part = (whole: number | null) =>
        Math.floor(((whole ?? 0) * (at + 1)) / rows) - Math.floor(((whole ?? 0) * at) / rows);
      row += 1;
      yield {
        service,
        dataset: "visits",
        file: "7c".repeat(32),
        row,
        record: `${service}-${at}`,
        version: 1,
        numerator: part(numerator),
        denominator: part(denominator),
        values: ["2026-08-01", at % 7 === 0 ? '=HYPERLINK("x")' : "done"],
      };
    }
  }
}
