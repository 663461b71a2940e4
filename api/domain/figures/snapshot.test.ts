import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DatasetName } from "./dataset.ts";
import { snapshotOf } from "./snapshot.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const file = (dataset: DatasetName, month: string, hash: string) => ({
  dataset,
  month,
  path: `${dataset}/${month}/${hash}.parquet`,
  hash: sha256(hash),
  rows: 1,
});
const accepted = (key: string, at: string, files: ReturnType<typeof file>[], profile = "access-adult") => ({
  key,
  profile,
  status: "accepted" as const,
  acceptedAt: `2026-10-${at}T09:00:00.000Z`,
  files,
});
const paths = (imports: Parameters<typeof snapshotOf>[0]) => snapshotOf(imports, sha256).files.map(({ path }) => path);

const first = accepted("i1", "01", [file("visits", "2026-07", "a"), file("visits", "2026-08", "b")]);
const again = accepted("i2", "02", [file("visits", "2026-08", "c")]);
const other = accepted("i3", "03", [file("visits", "2026-08", "d")], "csv-visits");
const waiting = { ...accepted("i4", "04", [file("visits", "2026-07", "e")]), status: "read" as const };

describe("a snapshot", () => {
  it("has a month's files from the latest accepted import, and other months from the earlier one", () => {
    expect(paths([first, again])).toEqual(["visits/2026-07/a.parquet", "visits/2026-08/c.parquet"]);
  });

  it("keeps what another source sent for the same month, and leaves out what was not accepted", () => {
    expect(paths([first, other, waiting])).toEqual([
      "visits/2026-07/a.parquet",
      "visits/2026-08/b.parquet",
      "visits/2026-08/d.parquet",
    ]);
  });

  it("has the first 16 characters of the hash over the sorted file hashes as its id", () => {
    const hashes = ["a", "c"].map(sha256).toSorted();
    expect(snapshotOf([first, again], sha256).id).toBe(sha256(hashes.join("\n")).slice(0, 16));
    expect(snapshotOf([first], sha256).id).not.toBe(snapshotOf([first, again], sha256).id);
  });

  it("is the same whatever order the imports come in", () => {
    const all = [first, again, other, waiting];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(snapshotOf(shuffled, sha256)).toEqual(snapshotOf(all, sha256));
      }),
    );
  });
});
