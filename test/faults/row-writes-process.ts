import { createHash } from "node:crypto";
import type { Context, Middleware } from "@microsoft/microsoft-graph-client";
import { graphClient } from "#api/graph/graph-client.ts";
import { LoopbackTransport } from "#api/graph/loopback-transport.ts";
import { usualBudget } from "#api/graph/request-budget.ts";
import { type SharePoint, sharePoint } from "#api/graph/share-point.ts";
import { fileKeys } from "#api/keys/file-keys.ts";
import { randomIds } from "#api/new-id.ts";
import { LineOfSightError } from "#domain/errors.ts";
import { everyList } from "#domain/registers/index.ts";
import { jobs } from "#domain/registers/jobs.ts";
import { themes } from "#domain/registers/themes.ts";
import { chanceOf, type FastTime, fastTime } from "./row-writes-clock.ts";

/** What a writer is told to be: sent by the process that started it. */
export interface WriterOrders {
  readonly name: string;
  readonly graph: string;
  readonly tenant: string;
  readonly app: string;
  readonly secret: string;
  readonly host: string;
  readonly path: string;
  readonly dataDir: string;
  readonly time: FastTime;
  readonly seed: number;
  /** Rows both writers make under the same key, rows only this one makes, and changes it makes to the counters. */
  readonly shared: number;
  readonly own: number;
  readonly changes: number;
  readonly counters: number;
  /** Works as one should not: changes without If-Match, makes anew what failed. So that it can be seen that it is found out. */
  readonly careless: boolean;
}

/** What it says it did, when it has done everything. */
export interface WriterDid {
  /** Keys it was told it made. */
  readonly made: readonly string[];
  /** Keys it was told are there, by whomever. */
  readonly there: readonly string[];
  /** Of each counter, the changes it was told are saved. */
  readonly changed: Readonly<Record<string, readonly string[]>>;
  /** What its replica holds, by register, as a hash over key, version and answers. */
  readonly holds: Readonly<Record<string, string>>;
  readonly oddities: number;
}

const AT_ONCE = 12;
const act = { by: "system", did: "test.write" } as const;

/** Sends changes without the version they are based on. */
class WithoutIfMatch implements Middleware {
  readonly #next: Middleware;
  constructor(next: Middleware) {
    this.#next = next;
  }
  execute(context: Context): Promise<void> {
    const headers: Record<string, string> = { ...(context.options?.headers as Record<string, string>) };
    for (const name of Object.keys(headers)) if (name.toLowerCase() === "if-match") delete headers[name];
    context.options = { ...context.options, headers };
    return this.#next.execute(context).then(() => undefined);
  }
}

/** Tokens for Graph, asked for anew in time by a clock that goes fast. */
export function tokens(
  { graph, tenant, app, secret }: Pick<WriterOrders, "graph" | "tenant" | "app" | "secret">,
  now: () => number,
): () => Promise<string> {
  let kept = { token: "", until: 0 };
  return async () => {
    if (now() < kept.until) return kept.token;
    const body = new URLSearchParams({
      grant_type: "client_credentials",
      client_id: app,
      client_secret: secret,
      scope: "https://graph.microsoft.com/.default",
    });
    const answer = await fetch(`${graph}/${tenant}/oauth2/v2.0/token`, { method: "POST", body });
    kept = { token: ((await answer.json()) as { access_token: string }).access_token, until: now() + 20 * 60_000 };
    return kept.token;
  };
}

interface Opened extends SharePoint {
  /** Makes a row and believes whatever it is answered. */
  makeCarelessly(subject: string): Promise<string>;
}

async function open(orders: WriterOrders): Promise<Opened> {
  const time = fastTime(orders.time);
  const loopback = new LoopbackTransport(orders.graph, orders.host);
  const transport = orders.careless ? new WithoutIfMatch(loopback) : loopback;
  const client = graphClient(tokens(orders, time.now), transport, { pace: time, limits: usualBudget });
  const held = await sharePoint({
    client,
    pace: time,
    clock: time.clock,
    site: `/sites/${orders.host}:${orders.path}:`,
    keys: fileKeys(orders.dataDir),
    newId: randomIds(time.clock),
    instance: orders.name,
    app: orders.app,
    cacheDir: `${orders.dataDir}/cache`,
    keptDir: `${orders.dataDir}/kept-${orders.name}`,
    arrivingDir: `${orders.dataDir}/arriving-${orders.name}`,
    onTrouble: fail,
    onLate: () => undefined,
  });
  await held.fill();
  const { host, path } = orders;
  const bearer = tokens(orders, time.now);
  const makeCarelessly = async (subject: string): Promise<string> => {
    const key = `jobs-${randomIds(time.clock)()}`;
    const fields = { key, subject, kind: "export", state: "queued", progress: 0 };
    const answer = await fetch(`${orders.graph}/v1.0/sites/${host}:${path}:/lists/register-jobs/items`, {
      method: "POST",
      headers: { authorization: `Bearer ${await bearer()}`, "content-type": "application/json" },
      body: JSON.stringify({ fields }),
    }).catch(() => undefined);
    return answer?.ok ? key : makeCarelessly(subject);
  };
  return { ...held, makeCarelessly };
}

const fail = (error: unknown) => {
  throw error;
};

/** Does it until it is told that it is done: an answer that nothing is known of is not one. */
async function untilTold<T>(pause: (again: number) => Promise<void>, work: (again: number) => Promise<T>): Promise<T> {
  for (let again = 0; ; again++) {
    try {
      return await work(again);
    } catch (error) {
      if (!(error instanceof LineOfSightError) || !["unavailable", "conflict"].includes(error.code)) throw error;
      await pause(again);
    }
  }
}

async function write(orders: WriterOrders, held: Opened): Promise<Omit<WriterDid, "holds" | "oddities">> {
  const { store } = held;
  const { name, seed, shared, own, changes, counters, careless } = orders;
  const time = fastTime(orders.time);
  const newId = randomIds(time.clock);
  const chance = chanceOf(seed);
  const made: string[] = [];
  const there: string[] = [];
  const changed: Record<string, string[]> = {};
  const pause = (again: number) => time.wait(chance() * 500 * 2 ** Math.min(again, 6));

  const makeShared = (number: number) =>
    untilTold(pause, async () => {
      const key = `recurs-${number}`;
      const answers = { name: `Recurs ${number}`, category: "late-visits", proposedBy: "leadership" } as const;
      const { row, created } = await store.add(
        themes,
        key,
        { ...answers, firstSeen: "2026-10-01", status: "open" },
        act,
      );
      there.push(row.key);
      if (created) made.push(row.key);
    });
  const makeOwn = async (number: number) => {
    const subject = `${name} ${number}`;
    const answers = { kind: "export", subject, state: "queued", progress: 0 } as const;
    const chosen = `jobs-${newId()}`;
    const key = careless
      ? await held.makeCarelessly(subject)
      : await untilTold(pause, async () => (await store.add(jobs, chosen, answers, act)).row.key);
    made.push(key);
    there.push(key);
  };
  const count = async (number: number) => {
    const key = `counter-${Math.floor(chance() * counters)}`;
    const id = `${name}-${number}`;
    await untilTold(pause, async (again) => {
      const row = again === 0 ? store.one(jobs, key) : await store.fresh(jobs, key);
      if (!row) throw new Error(`The counter ${key} is gone.`);
      const so: string[] = JSON.parse(row.input ?? "[]");
      // Whoever is not told that it was saved looks before doing it again.
      if (!so.includes(id)) {
        const changes = { progress: row.progress + 1, input: JSON.stringify([...so, id]) };
        await store.change(jobs, key, row.etag, changes, act);
      }
      changed[key] = [...(changed[key] ?? []), id];
    });
  };

  const work = [
    ...Array.from({ length: shared }, (_, number) => () => makeShared(number)),
    ...Array.from({ length: own }, (_, number) => () => makeOwn(number)),
    ...Array.from({ length: changes }, (_, number) => () => count(number)),
  ];
  const inAnyOrder = work.map((one) => ({ one, at: chance() })).toSorted((a, b) => a.at - b.at);
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = inAnyOrder.pop(); next; next = inAnyOrder.pop()) await next.one();
    }),
  );
  return { made, there, changed };
}

/** The same text for the same rows, whoever holds them. */
export const digestOf = (rows: readonly { readonly key: string; readonly etag: string }[]): string =>
  createHash("sha256")
    .update(JSON.stringify(rows.map(({ key, etag }) => [key, etag]).toSorted()))
    .digest("hex");

/** Started with orders as its last word: writes, waits to be told that everybody is done, and says what it holds. */
async function main(orders: WriterOrders): Promise<void> {
  const held = await open(orders);
  const did = await write(orders, held);
  process.send?.("written");
  await new Promise((told) => process.once("message", told));
  await held.poll();
  const replicated = everyList.filter(({ slug }) => slug === themes.slug || slug === jobs.slug);
  const holds = Object.fromEntries(replicated.map((register) => [register.slug, digestOf(held.store.all(register))]));
  process.send?.({ ...did, holds, oddities: held.oddities().length } satisfies WriterDid, () => process.exit(0));
}

const last = process.argv.at(-1) ?? "";
if (process.send && last.startsWith("{")) await main(JSON.parse(last) as WriterOrders);
