import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FeedFollower } from "#api/graph/follow-feed.ts";
import { FILL_PAGE, List, listName } from "#api/graph/list.ts";
import { Replicas } from "#api/graph/replicas.ts";
import { actions } from "#domain/registers/actions.ts";
import type { Benchmark } from "./benchmark.ts";
import { fillLists, lists, type ServedLists, serveLists, site } from "./inputs/served-lists.ts";
import { iterate } from "./peers/first-fill.ts";

const ROWS = 100_000;

/** Registers with the fields of actions, one for each list. */
const registers = lists.map((_, number) => ({ ...actions, slug: `actions-${number}` }));

/** Each row's key, in order: both sides must have read the same. */
const write = (out: string, keys: readonly string[]) => writeFile(join(out, "keys"), keys.toSorted().join("\n"));

/** All registers into memory as rows, beside Microsoft's PageIterator over the same lists, as many at once, pages as large. */
export const benchmark: Benchmark<ServedLists> = {
  name: "first-fill",
  peer: "the SDK's PageIterator",
  limit: 1.2,
  peakMb: 700,
  prepare: async (folder) => {
    const dataDir = join(folder, "microsoft-365");
    await fillLists(dataDir, ROWS);
    return dataDir;
  },
  begin: (dataDir) => serveLists(dataDir),
  end: async ({ service }) => void service.kill(),
  async ours(_input, out, { client }) {
    const replicas = new Replicas({
      ...{ site, registers, app: undefined, folder: join(out, "none"), key: Buffer.alloc(32) },
      feed: { read: async () => "everything" } as unknown as FeedFollower,
      listOf: (register) => new List(client, site, listName(register)),
      sealOf: () => "",
      clock: () => "2026-10-12T08:00:00.000Z",
      onTrouble: () => undefined,
    });
    await replicas.fill();
    await write(
      out,
      [...replicas.bySlug.values()].flatMap(({ rows }) => rows.map(({ key }) => key)),
    );
  },
  async theirs(_input, out, { client }) {
    const read = await iterate(client, site, lists, FILL_PAGE);
    await write(
      out,
      read.flatMap((items) => items.map(({ fields }) => String(fields?.key))),
    );
  },
  proof: async (out) =>
    createHash("sha256")
      .update(await readFile(join(out, "keys")))
      .digest("hex"),
};
