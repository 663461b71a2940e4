import { uncoveredDays } from "#domain/checks/coverage.ts";
import type { Period } from "#domain/period.ts";
import type { MappedSource } from "#domain/registers/evidence-map.ts";
import type { Import } from "#domain/registers/imports.ts";
import { sayBrings, sayReport } from "../../../words/say-source.ts";

/** What the imports hold of one source for one service. `none` came without a record of the service. */
export type Covered = "covered" | "partly" | "missing" | "none";

/** One line of the grid: a source, and how each service stands. */
export interface CoveredSource {
  readonly key: string;
  /** What it brings, in the trade's words. */
  readonly brings: string;
  /** The report to look for, and its system. */
  readonly report: string;
  readonly owner: string;
  /** The first days that no import covers, for any service. */
  readonly gap?: Period;
  readonly services: readonly { readonly service: string; readonly covered: Covered }[];
}

/** Each source of the evidence map once, in its order, against the accepted imports. */
export function coverageOf(
  sources: readonly MappedSource[],
  imports: readonly Import[],
  { services, period }: { readonly services: readonly string[]; readonly period: Period },
): readonly CoveredSource[] {
  const once = [...Map.groupBy(sources, ({ profile, report }) => profile ?? report).values()].flatMap(
    ([first]) => first ?? [],
  );
  return once.map((source) => {
    const gap = uncoveredDays(source, imports, period);
    const own = imports.filter((each) => isOf(each, source) && touches(each, period));
    return {
      key: source.key,
      brings: sayBrings(source),
      report: sayReport(source),
      owner: source.owner ?? "",
      ...(gap && { gap }),
      services: services.map((service) => ({ service, covered: state(own, service, gap !== undefined) })),
    };
  });
}

function state(own: readonly Import[], service: string, gap: boolean): Covered {
  const has = own.some(({ services = [] }) => services.includes(service));
  if (own.length === 0) return gap ? "missing" : "none";
  if (!has) return "none";
  return gap ? "partly" : "covered";
}

const isOf = ({ status, profile, files = [] }: Import, source: MappedSource): boolean =>
  status === "accepted" &&
  (source.profile === undefined ? files.some(({ dataset }) => dataset === source.dataset) : profile === source.profile);

const touches = ({ periodFrom, periodTo }: Import, { from, to }: Period): boolean =>
  (periodFrom ?? "") <= to && (periodTo ?? "9999") >= from;
