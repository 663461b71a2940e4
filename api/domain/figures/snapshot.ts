import type { Import } from "../registers/imports.ts";
import type { DatasetName } from "./dataset.ts";

/** A `Data` file that takes part in a snapshot, and the import it came by. */
export interface SnapshotFile {
  readonly dataset: DatasetName;
  /** `YYYY-MM` or `all`. */
  readonly month: string;
  readonly path: string;
  /** SHA-256 of the Parquet file as it was imported, also when an erasure has replaced it since. */
  readonly hash: string;
  readonly rows: number;
  readonly profile: string;
  /** Key of the import. */
  readonly import: string;
}

/** The data as it stands: what figures are computed from. */
export interface Snapshot {
  /** First 16 hex characters of the SHA-256 over the sorted file hashes, one a line. */
  readonly id: string;
  readonly files: readonly SnapshotFile[];
}

type Needed = Pick<Import, "key" | "profile" | "status" | "acceptedAt" | "files">;

/**
 * For each dataset × month × import mapping, what the latest accepted import made of it; earlier ones are kept and left
 * out. The same imports in any order give the same snapshot.
 */
export function snapshotOf(imports: readonly Needed[], sha256: (text: string) => string): Snapshot {
  const latest = new Map<string, SnapshotFile[]>();
  for (const each of imports.filter(({ status }) => status === "accepted").toSorted(byAcceptance)) {
    for (const [slot, files] of Map.groupBy(filesOf(each), slotOf)) latest.set(slot, files);
  }
  const files = [...latest.values()].flat().toSorted((a, b) => compare(a.path, b.path));
  const hashes = files.map(({ hash }) => hash).toSorted(compare);
  return { id: sha256(hashes.join("\n")).slice(0, 16), files };
}

const filesOf = ({ key, profile, files = [] }: Needed): readonly SnapshotFile[] =>
  files.map(({ dataset, month, path, hash, rows, replacedBy }) => ({
    ...{ dataset, month, hash, rows, profile, import: key },
    path: replacedBy ?? path,
  }));

const slotOf = ({ dataset, month, profile }: SnapshotFile) => JSON.stringify([dataset, month, profile]);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byAcceptance = (a: Needed, b: Needed) => compare(a.acceptedAt ?? "", b.acceptedAt ?? "") || compare(a.key, b.key);
