import { createHash } from "node:crypto";
import type { RecordRow } from "#domain/assurance/say-record.ts";
import { bought } from "#domain/figures/compile/scope.ts";
import { type DatasetName, datasets } from "#domain/figures/dataset.ts";
import { table } from "#domain/figures/query.ts";
import { relations } from "#domain/figures/relation.ts";
import type { DataFile, Engine, Query } from "./engine.ts";

/** Which records: by their keys, or of a person's pseudonym or anybody, of a service on a day. */
export interface RecordsWanted {
  readonly dataset: DatasetName;
  readonly records?: readonly string[];
  readonly service?: string;
  readonly day?: string;
  readonly person?: string;
  /** Only of people whose care is bought under this contract on the record's day. */
  readonly contract?: string;
}

/** Whole records, related ones beside them as `visit.actual_start`, in a lasting order; at most 500. */
export async function findRecords(
  { files, engine }: { readonly files: readonly DataFile[]; readonly engine: Engine },
  wanted: RecordsWanted,
): Promise<readonly RecordRow[]> {
  if (wanted.records?.length === 0) return [];
  const [rows = []] = await engine.query(files, [recordsQuery(wanted)]);
  return rows;
}

function recordsQuery({ dataset, records, contract, ...wanted }: RecordsWanted): Query {
  const parameters: Record<string, string | number> = {};
  const bind = (value: string | number) => {
    const name = `p${Object.keys(parameters).length + 1}`;
    parameters[name] = value;
    return `$${name}`;
  };
  const related = relations[dataset] ?? [];
  const columns = [
    ...Object.keys(datasets[dataset].columns).map((name) => `b.${name} AS "${name}"`),
    ...related.flatMap(({ name, dataset: of }) =>
      Object.keys(datasets[of].columns).map((column) => `${name}.${column} AS "${name}.${column}"`),
    ),
  ];
  const joins = related.map(({ name, dataset: of, on, only }) => {
    const keys = Object.keys(on);
    const conditions = Object.entries(only).map(([column, value]) => `${column} = ${bind(value)}`);
    return `LEFT JOIN (SELECT *, ROW_NUMBER() OVER (PARTITION BY ${keys.join(", ")}
    ORDER BY record_version DESC, source_file, src_row) AS nth FROM ${table(of)} WHERE ${conditions.join(" AND ")}
  ) AS ${name} ON ${name}.nth = 1 AND ${Object.entries(on)
    .map(([theirs, ours]) => `${name}.${theirs} = b.${ours}`)
    .join(" AND ")}`;
  });
  const where = [
    ...(records ? [`b.record IN (${records.map(bind).join(", ")})`] : []),
    ...(["service", "day", "person"] as const).flatMap((column) => {
      const value = wanted[column];
      return value === undefined ? [] : [`b.${column} = ${bind(value)}`];
    }),
    ...(contract === undefined ? [] : [boughtSql(bind(contract))]),
  ];
  return {
    sql: `SELECT ${columns.join(", ")}
FROM ${table(dataset)} AS b
${joins.join("\n")}
WHERE ${where.join("\n  AND ")}
ORDER BY b.service, b.day, b.source_file, b.src_row LIMIT 500`,
    parameters,
    datasets: [...new Set<DatasetName>([dataset, ...related.map((relation) => relation.dataset), "packages"])],
  };
}

const boughtSql = (contract: string) => `EXISTS (SELECT 1 FROM packages AS bought WHERE bought.person = b.person
    AND bought.contract = ${contract} AND bought.funding IN (${bought.map((each) => `'${each}'`).join(", ")})
    AND bought.start_day <= b.day AND (bought.end_day IS NULL OR bought.end_day >= b.day))`;

/** True when the person's care is bought under the contract on that day. */
export async function isBought(
  { files, engine }: { readonly files: readonly DataFile[]; readonly engine: Engine },
  { person, day, contract }: { readonly person: string; readonly day: string; readonly contract: string },
): Promise<boolean> {
  const sql = `SELECT COUNT(*) AS packages FROM packages AS bought WHERE bought.person = $person
  AND bought.contract = $contract AND bought.funding IN (${bought.map((each) => `'${each}'`).join(", ")})
  AND bought.start_day <= $day AND (bought.end_day IS NULL OR bought.end_day >= $day)`;
  const [[found] = []] = await engine.query(files, [
    { sql, parameters: { person, day, contract }, datasets: ["packages"] },
  ]);
  return Number(found?.packages ?? 0) > 0;
}

/** The pseudonym that the import gives a person's reference in the care system: the same reference, the same pseudonym. */
export const pseudonymOf = (reference: string, pseudonymKey: string): string =>
  createHash("sha256").update(`${pseudonymKey}person:${reference.trim().toUpperCase()}`).digest("hex").slice(0, 16);
