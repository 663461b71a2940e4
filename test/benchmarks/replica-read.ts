import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { GraphStore, type StoreParts } from "#api/graph/graph-store.ts";
import { ListReplica, type ReplicaParts } from "#api/graph/replica.ts";
import { ask } from "#api/operations/ask.ts";
import { readRegister } from "#api/operations/read-register.ts";
import type { Outside } from "#api/outside.ts";
import type { Person } from "#domain/people/person.ts";
import type { Row } from "#domain/register/register.ts";
import { actions } from "#domain/registers/actions.ts";
import type { Benchmark } from "./benchmark.ts";
import { actionFields, manyActions } from "./inputs/many-actions.ts";
import { filterAndSort, type Page, type PlainQuery } from "./peers/replica-read.ts";

const ROWS = 100_000;
const services = Array.from({ length: 10 }, (_, at) => `service-${at * 3}`);

/** Ten of forty services, and no right to safeguarding rows. */
const person: Person = {
  id: "aaaaaaaa-0000-4000-8000-000000000007",
  name: "Amal",
  assignments: [{ role: "registered-manager", services, contracts: [] }],
  safeguarding: false,
  deputyFor: [],
};

/** Every filter with every order, and each page of them once: 200 that are all different. */
const queries: readonly PlainQuery[] = Array.from({ length: 200 }, (_, at) => {
  const { status, category, contract, source } = actionFields(at * 31);
  const field = (["status", "category", "contract", "source"] as const)[at % 4] ?? "status";
  const is = String({ status, category, contract, source }[field]);
  const sort = (["deadline", "changedAt", "action", "service", "owner"] as const)[at % 5] ?? "deadline";
  return { field, is, sort, order: at % 3 === 0 ? "up" : "down", from: at * 2, most: 100 };
});

type Begun =
  | { readonly side: "ours"; readonly outside: Outside }
  | { readonly side: "theirs"; readonly rows: readonly Row<typeof actions>[] };

function replicaInMemory(): Outside {
  const replica = new ListReplica({ register: actions, sealOf: () => "" } as unknown as ReplicaParts);
  for (let number = 0; number < ROWS; number++)
    replica.take({ id: String(number + 1), etag: '"g,1"', fields: actionFields(number), byApp: "" });
  const store = new GraphStore({ replicas: new Map([[actions.slug, replica]]) } as unknown as StoreParts);
  return { store, clock: () => "2026-10-12T08:00:00.000Z" } as unknown as Outside;
}

async function readPages(outside: Outside): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for (const query of queries) {
    const answer = await ask(outside, person, readRegister, { slug: actions.slug, ...query });
    const { total, rows } = answer as { total: number; rows: readonly { readonly key: string }[] };
    pages.push({ total, keys: rows.map(({ key }) => key) });
  }
  return pages;
}

/** A register's pages as people get them, scope, answers and all, beside a filter and a sort over a plain array. */
export const benchmark: Benchmark<Begun> = {
  name: "replica-read",
  peer: "filter and sort over a plain array",
  limit: 2,
  prepare: async (folder) => folder,
  begin: async (_input, side) =>
    side === "ours" ? { side, outside: replicaInMemory() } : { side, rows: manyActions(ROWS) },
  async ours(_input, out, begun) {
    if (begun.side === "ours") await writeFile(join(out, "pages"), JSON.stringify(await readPages(begun.outside)));
  },
  async theirs(_input, out, begun) {
    if (begun.side !== "theirs") return;
    const pages = queries.map((query) => filterAndSort(begun.rows, new Set(services), query));
    await writeFile(join(out, "pages"), JSON.stringify(pages));
  },
  proof: async (out) =>
    createHash("sha256")
      .update(await readFile(join(out, "pages")))
      .digest("hex"),
};
