import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { BlockedFigure, CellsFile, ComputedFigure, MonthCell } from "#domain/figures/cells.ts";
import { type Count, countsOf, scanKey } from "#domain/figures/compile/count.ts";
import { figuresQuery } from "#domain/figures/compile/figures-query.ts";
import type { Scope, ServiceOf } from "#domain/figures/compile/scope.ts";
import type { Indicator } from "#domain/figures/indicator.ts";
import { type Period, periodId } from "#domain/period.ts";
import { blockedBy, gapsOf, type Missing } from "./blocked.ts";
import type { Answer, DataFile, Engine, Query } from "./engine.ts";

export interface FiguresToCompute {
  readonly indicators: readonly Indicator[];
  readonly contract: string;
  /** The contract's services. */
  readonly services: readonly ServiceOf[];
  readonly period: Period;
  /** Id of the snapshot the files belong to. */
  readonly snapshot: string;
  readonly files: readonly DataFile[];
  readonly engine: Engine;
  /** Columns that the imports behind the files lacked, by dataset. */
  readonly missing?: Missing;
}

type Side = "numerator" | "denominator";
interface Asked {
  readonly indicator: Indicator;
  readonly side: Side;
  readonly count: Count;
}

/** One scan: the sides it answers, in the order of its columns `c1`, `c2` … */
interface Scan {
  readonly asked: readonly [Asked, ...Asked[]];
  readonly period: Query;
  readonly months: Query;
}

/**
 * All indicators for one contract and period: totals, a cell a service, a point a month from the first month there is
 * data for. Indicators that count the same records share a scan. An indicator that lacks data says so and has no number.
 * Throws as {@link Engine} does.
 */
export async function computeFigures(input: FiguresToCompute): Promise<CellsFile> {
  const { indicators, contract, period, snapshot, files, engine } = input;
  const blocked = new Map(indicators.map((each) => [each, blockedBy(each.rule, files, input.missing)]));
  const scans = scansOf(
    indicators.filter((each) => blocked.get(each) === undefined),
    input,
  );
  const answers = await engine.query(
    files,
    scans.flatMap((scan) => [scan.period, scan.months]),
  );
  const collected = collect(scans, answers);
  const figures = indicators.map((indicator): ComputedFigure | BlockedFigure => {
    const { code, edition } = indicator;
    const why = blocked.get(indicator);
    if (why !== undefined) return { indicator: code, edition, blocked: why };
    return figureOf(indicator, collected, input);
  });
  return { schemaVersion: 1, contract, period, snapshot, engine: engine.name, figures };
}

/** The bytes of the cells file: canonical JSON (RFC 8785), so that equal figures are equal bytes. */
export const cellsFileText = (cells: CellsFile): string => canonicalize(cells) ?? "";

/** Where the cells file is kept in `Data`. */
export const cellsPath = ({
  contract,
  period,
  snapshot,
}: Pick<CellsFile, "contract" | "period" | "snapshot">): string =>
  `figures/${contract}/${periodId(period)}/${snapshot}.json`;

function scansOf(indicators: readonly Indicator[], { contract, services, period, files }: FiguresToCompute): Scan[] {
  const asked = indicators.flatMap((indicator) =>
    Object.entries(countsOf(indicator.rule)).map(([side, count]): Asked => ({ indicator, side: side as Side, count })),
  );
  const scope: Scope = { contract, services, period };
  const history: Scope = { ...scope, period: { from: firstDay(files, period), to: period.to } };
  return [...Map.groupBy(asked, ({ count }) => scanKey(count)).values()].flatMap(([first, ...rest]) => {
    if (!first) return [];
    const counts = [first.count, ...rest.map(({ count }) => count)] as const;
    return {
      asked: [first, ...rest],
      period: figuresQuery(counts, scope, { byMonth: false }),
      months: figuresQuery(counts, history, { byMonth: true }),
    };
  });
}

/** First day of the earliest month any file is of, never after the period's own. */
function firstDay(files: readonly DataFile[], period: Period): string {
  const months = files.map(({ month }) => month).filter((month) => month !== "all");
  return [period.from, ...months.map((month) => `${month}-01`)].toSorted()[0] ?? period.from;
}

/** Both sides of one indicator, by service or by month and service. */
type Counts = Map<string, Record<Side, number>>;
interface Collected {
  readonly services: Map<Indicator, Counts>;
  readonly months: Map<Indicator, Counts>;
}

function collect(scans: readonly Scan[], answers: readonly Answer[]): Collected {
  const collected: Collected = { services: new Map(), months: new Map() };
  scans.forEach(({ asked }, at) => {
    const [period = [], months = []] = answers.slice(at * 2, at * 2 + 2);
    asked.forEach(({ indicator, side }, column) => {
      const counted = (row: Answer[number]) => Number(row[`c${column + 1}`] ?? 0);
      for (const row of period) note(collected.services, indicator, `${row.service}`, side, counted(row));
      for (const row of months) note(collected.months, indicator, `${row.month} ${row.service}`, side, counted(row));
    });
  });
  return collected;
}

function note(into: Map<Indicator, Counts>, indicator: Indicator, key: string, side: Side, counted: number): void {
  const counts: Counts = into.get(indicator) ?? new Map();
  into.set(indicator, counts.set(key, { numerator: 0, denominator: 0, ...counts.get(key), [side]: counted }));
}

function figureOf(indicator: Indicator, collected: Collected, input: FiguresToCompute): ComputedFigure {
  const { population } = indicator.rule;
  const counts = collected.services.get(indicator);
  const services = input.services
    .filter(({ kind }) => !population.kinds || population.kinds.includes(kind))
    .map(({ key }) => ({ service: key, ...(counts?.get(key) ?? { numerator: 0, denominator: 0 }) }))
    .toSorted((a, b) => (a.service < b.service ? -1 : 1));
  const months = [...(collected.months.get(indicator) ?? [])]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, both]): MonthCell => ({ month: key.slice(0, 7), service: key.slice(8), ...both }))
    .filter(({ numerator, denominator }) => numerator !== 0 || denominator !== 0);
  const total = (side: Side) => services.reduce((sum, cell) => sum + cell[side], 0);
  return {
    indicator: indicator.code,
    edition: indicator.edition,
    unit: indicator.unit,
    numerator: total("numerator"),
    denominator: total("denominator"),
    services,
    months,
    query: queryHash(indicator, input),
    gaps: gapsOf(indicator.rule, input.period, input.files),
  };
}

/** The figure's own queries for the period, as `lineage` shows them, whatever others shared the scan. */
export const queriesOf = (
  { rule }: Pick<Indicator, "rule">,
  { contract, services, period }: Scope,
): Readonly<Record<Side, Query>> => {
  const { numerator, denominator } = countsOf(rule);
  const query = (count: Count) => figuresQuery([count], { contract, services, period }, { byMonth: false });
  return { numerator: query(numerator), denominator: query(denominator) };
};

const queryHash = (indicator: Indicator, input: FiguresToCompute): string =>
  createHash("sha256")
    .update(canonicalize(queriesOf(indicator, input)) ?? "")
    .digest("hex");
