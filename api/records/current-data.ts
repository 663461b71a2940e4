import { createHash } from "node:crypto";
import { type Snapshot, snapshotOf } from "#domain/figures/snapshot.ts";
import type { Files, Store } from "#domain/ports.ts";
import { imports } from "#domain/registers/imports.ts";
import type { DataFile } from "./engine.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** The data as it stands now: the latest accepted import of every source and month. */
export const currentSnapshot = (store: Store): Snapshot => snapshotOf(store.all(imports), sha256);

/**
 * A snapshot by its id. Only accepted imports up to some moment made it, so it is found by leaving the newest out one
 * by one; undefined when no history of imports gives it.
 */
export function snapshotNamed(store: Store, id: string): Snapshot | undefined {
  const accepted = store
    .all(imports)
    .filter(({ status }) => status === "accepted")
    .toSorted((a, b) => ((a.acceptedAt ?? "") + a.key < (b.acceptedAt ?? "") + b.key ? 1 : -1));
  for (let newest = 0; newest <= accepted.length; newest += 1) {
    const snapshot = snapshotOf(accepted.slice(newest), sha256);
    if (snapshot.id === id) return snapshot;
  }
  return undefined;
}

const AT_ONCE = 4;

/** A snapshot's files on the local disk, fetched once and kept by their hash. */
export async function dataFiles(files: Files, { files: wanted }: Snapshot): Promise<readonly DataFile[]> {
  const found: DataFile[] = [];
  const waiting = [...wanted];
  const fetchNext = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { dataset, month, hash, path } = next;
      found.push({ dataset, month, hash, local: await files.local("Data", path) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchNext));
  return found.toSorted((a, b) => (a.local < b.local ? -1 : 1));
}
