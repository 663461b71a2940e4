import { type DatasetName, datasets } from "../figures/dataset.ts";
import type { SnapshotFile } from "../figures/snapshot.ts";
import type { MappedSource } from "../registers/evidence-map.ts";
import type { Import } from "../registers/imports.ts";
import { headingsOf, headingsRead } from "./detect.ts";
import type { Profile, Reading } from "./profile.ts";

/** Headings that imports in use lacked, by profile. */
export type LackingHeadings = ReadonlyMap<string, readonly string[]>;

/** What to answer when none of a file's unknown columns is the one that is missing. */
export const NOT_THERE = "None of them";

/** Everything a column's value rests on. */
const restsOn = (reading: Reading): readonly string[] => [
  ...headingsOf(reading),
  ...("near" in reading && reading.near ? [reading.near] : []),
];

/**
 * Headings a file can be read without: nothing is read from them but columns that may be empty. What needs those columns
 * is blocked then, never counted as zero.
 */
export function sparedHeadings(profile: Profile): readonly string[] {
  const kept: Readonly<Record<string, { readonly empty?: true }>> = datasets[profile.dataset].columns;
  const { record } = profile;
  const needed = new Set([
    ...("from" in record ? [record.from, record.version ?? ""] : record.keyOf.headings),
    ...Object.entries(profile.columns).flatMap(([column, reading]) =>
      kept[column]?.empty && !("keyOf" in record && isKey(record, column)) ? [] : restsOn(reading),
    ),
  ]);
  return headingsRead(profile).filter((heading) => !needed.has(heading));
}

const isKey = (record: Extract<Profile["record"], { keyOf: unknown }>, column: string): boolean =>
  record.keyOf.columns.includes(column) || record.ordinalBy === column;

/** Columns of the dataset that cannot be read without these headings. */
export const columnsWithout = ({ columns }: Profile, missing: readonly string[]): readonly string[] =>
  Object.entries(columns).flatMap(([column, reading]) =>
    restsOn(reading).some((heading) => missing.includes(heading)) ? [column] : [],
  );

type Brought = Pick<Import, "key" | "profile" | "status" | "missingColumns" | "createdAt">;

/**
 * The headings that the data in use lacks: of each import that takes part in it, and of the newest of its kind where that
 * was refused, for then what it should have brought is not there either.
 */
export function lackingHeadings(
  imports: readonly Brought[],
  files: readonly Pick<SnapshotFile, "import">[],
): LackingHeadings {
  const used = new Set(files.map((file) => file.import));
  const lacking = new Map<string, readonly string[]>();
  for (const [profile, own] of Map.groupBy(imports, (each) => each.profile)) {
    const settled = own.filter(({ status }) => status === "accepted" || status === "refused");
    const [newest] = settled.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
    const counted = settled.filter((each) => used.has(each.key) || (each === newest && each.status === "refused"));
    const headings = new Set(counted.flatMap(({ missingColumns = [] }) => missingColumns));
    if (headings.size > 0) lacking.set(profile, [...headings]);
  }
  return lacking;
}

/** Columns that cannot be read from the data in use, by dataset. */
export function columnsLacking(
  lacking: LackingHeadings,
  profiles: readonly Profile[],
): Readonly<Partial<Record<DatasetName, readonly string[]>>> {
  const found = new Map<DatasetName, readonly string[]>();
  for (const profile of profiles) {
    const columns = columnsWithout(profile, lacking.get(profile.name) ?? []);
    if (columns.length > 0) found.set(profile.dataset, [...(found.get(profile.dataset) ?? []), ...columns]);
  }
  return Object.fromEntries(found);
}

type Source = Pick<MappedSource, "status" | "profile" | "columns" | "confirmedBy">;

/** Where a mapped source stands by what the data in use lacks: broken by itself, and whole again by itself. */
export function standingOf(
  { status, profile, columns = [], confirmedBy }: Source,
  lacking: LackingHeadings,
): MappedSource["status"] {
  const missing = lacking.get(profile ?? "") ?? [];
  if (columns.some((column) => missing.includes(column))) return "broken";
  return status === "broken" ? (confirmedBy ? "confirmed" : "mapped") : status;
}
