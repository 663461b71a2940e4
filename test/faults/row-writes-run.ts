import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { graphClient } from "#api/graph/graph-client.ts";
import { type Item, List, listName } from "#api/graph/list.ts";
import { LoopbackTransport } from "#api/graph/loopback-transport.ts";
import { provision } from "#api/graph/provision.ts";
import { fromFields, toFields } from "#api/graph/row-fields.ts";
import type { Register } from "#domain/register/register.ts";
import { auditTrail } from "#domain/registers/audit-trail.ts";
import { everyList } from "#domain/registers/index.ts";
import { jobs } from "#domain/registers/jobs.ts";
import { themes } from "#domain/registers/themes.ts";
import { startLocalMicrosoft365 } from "../../infra/local/local-microsoft-365.ts";
import { fastTime } from "./row-writes-clock.ts";
import { digestOf, tokens, type WriterDid, type WriterOrders } from "./row-writes-process.ts";

const tenant = "11111111-1111-4111-8111-111111111111";
const app = "22222222-2222-4222-8222-222222222222";
const host = "meadowbank.sharepoint.com";
const path = "/sites/line-of-sight";
const secret = "a secret for tests";
const SPEED = 60;

export interface RunOptions {
  /** In all: a fifth under keys both writers use, three tenths under keys of their own, half changes of the same rows. */
  readonly writes: number;
  readonly seed: number;
  /** Of all calls to Graph, 0 to 1. */
  readonly faults: number;
  readonly throttled: boolean;
  /** The writers do not take care, so that this finds something. */
  readonly careless?: boolean;
}

/** What was found wrong at the end, in counts. */
export interface RunResult {
  readonly acknowledged: number;
  readonly lost: number;
  readonly duplicate: number;
  readonly lostUpdates: number;
  /** Rows more than one writer was told it made. */
  readonly madeTwice: number;
  /** Writes without exactly one event in the audit trail. */
  readonly untold: number;
  /** Replicas that differ from the lists. */
  readonly disagree: number;
  /** Oddities the writers saw: there is nobody else. */
  readonly oddities: number;
  readonly calls: number;
  readonly virtualMinutes: number;
}

/** Every kind of trouble, in equal parts; the share is of all calls. */
function faultsOf(share: number, seed: number): object {
  const kinds = [
    { status: 429, retryAfter: 2, when: "before" },
    { status: 503, retryAfter: 1, when: "before" },
    { status: 503, when: "after" },
    { status: 504, when: "before" },
    { status: 504, when: "after" },
    { status: 0, when: "before" },
    { status: 0, when: "after" },
  ];
  return { faults: kinds.map((kind, at) => ({ ...kind, share: share / kinds.length, seed: seed + at * 7_919 })) };
}

/** Two processes write rows of one SharePoint through all of it; answers what is wrong with what is there afterwards. */
export async function rowWrites(options: RunOptions): Promise<RunResult> {
  const { writes, seed, faults, throttled } = options;
  const dataDir = mkdtempSync(join(tmpdir(), "line-of-sight-rows-"));
  const began = Date.now();
  const time = fastTime({ began, speed: SPEED });
  const local = await startLocalMicrosoft365({
    port: 0,
    dataDir: join(dataDir, "microsoft-365"),
    tenantId: tenant,
    hostname: host,
    sites: [{ path, displayName: "Line of Sight" }],
    users: [],
    apps: [{ id: app, name: "Line of Sight", secret, graphPermissions: ["Sites.FullControl.All"] }],
    now: time.date,
  });
  const control = (method: string, name: string, body?: object) =>
    fetch(`${local.url}/_control/${name}`, { method, ...(body && { body: JSON.stringify(body) }) });
  const writers: ChildProcess[] = [];
  try {
    const client = graphClient(
      tokens({ graph: local.url, tenant, app, secret }, time.now),
      new LoopbackTransport(local.url, host),
    );
    const site = `/sites/${host}:${path}:`;
    await provision(client, site, everyList);
    const listOf = (register: Register) => new List(client, site, listName(register));
    const counters = Math.max(10, Math.floor(writes / 100));
    await makeCounters(listOf(jobs), counters);
    await control("DELETE", "calls");
    await control("POST", "faults", faultsOf(faults, seed));
    if (throttled) await control("POST", "throttle", { unitsPerMinute: 1250 });
    const orders = [0, 1].map(
      (at): WriterOrders => ({
        ...{ name: `writer-${at}`, graph: local.url, tenant, app, secret, host, path, dataDir, counters },
        ...{ time: { began, speed: SPEED }, seed: seed + at, careless: options.careless ?? false },
        ...{ shared: writes / 10, own: (writes * 3) / 20, changes: writes / 4 },
      }),
    );
    const from = time.now();
    const did = await bothWrite(orders, writers);
    const virtualMinutes = (time.now() - from) / 60_000;
    const { calls }: { calls: { count: number }[] } = await (await control("GET", "calls")).json();
    await control("DELETE", "faults");
    await control("DELETE", "throttle");
    const found = await compare(did, listOf);
    return { ...found, calls: calls.reduce((sum, { count }) => sum + count, 0), virtualMinutes };
  } finally {
    for (const writer of writers) writer.kill("SIGKILL");
    await local.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function makeCounters(list: List, counters: number): Promise<void> {
  for (let number = 0; number < counters; number++) {
    const answers = { kind: "export", subject: `counter ${number}`, state: "queued", progress: 0, input: "[]" };
    const key = `counter-${number}`;
    await list.create({ key, ...toFields(jobs, answers), history: "[]", auditEvent: `made-${key}` });
  }
}

/** Starts both, lets both finish writing before either is asked what it holds. */
async function bothWrite(orders: readonly WriterOrders[], writers: ChildProcess[]): Promise<readonly WriterDid[]> {
  const program = join(import.meta.dirname, "row-writes-process.ts");
  writers.push(
    ...orders.map((each) => fork(program, [JSON.stringify(each)], { stdio: ["ignore", "inherit", "inherit", "ipc"] })),
  );
  await Promise.all(writers.map((writer) => told(writer)));
  const did = writers.map((writer) => told(writer) as Promise<WriterDid>);
  for (const writer of writers) writer.send("everybody is done");
  return Promise.all(did);
}

const told = (writer: ChildProcess): Promise<unknown> =>
  new Promise((hear, fail) => {
    writer.once("message", hear);
    writer.once("error", fail);
    writer.once("exit", (code, signal) => fail(new Error(`A writer ended early: ${code ?? signal}.`)));
  });

const keyOf = ({ fields }: Item) => String(fields.key);
const distinct = <T>(values: readonly T[]) => [...new Set(values)];

/** What SharePoint holds at the end, against what the writers were told. */
async function compare(did: readonly WriterDid[], listOf: (register: Register) => List) {
  const [ofThemes, ofJobs, ofTrail] = await Promise.all(
    [themes, jobs, auditTrail].map(async (register) => (await listOf(register).changes()).items),
  );
  const items = [...(ofThemes ?? []), ...(ofJobs ?? [])];
  const keys = items.map(keyOf);
  const there = new Set(keys);
  const made = did.flatMap((each) => each.made);
  const counters = items.filter((item) => keyOf(item).startsWith("counter-"));
  const subjects = items.filter((item) => !counters.includes(item)).map(({ fields }) => fields.subject ?? fields.key);
  const wrong = counters.map((item) => {
    const told = did.flatMap(({ changed }) => changed[keyOf(item)] ?? []);
    const kept: string[] = JSON.parse(String(item.fields.input));
    return {
      lost: told.filter((id) => !kept.includes(id)).length,
      twice: kept.length - distinct(kept).length,
      sum: Math.abs(Number(item.fields.progress) - told.length),
      told: told.length,
    };
  });
  const sum = (pick: (one: (typeof wrong)[number]) => number) => wrong.reduce((all, one) => all + pick(one), 0);
  const holds = Object.fromEntries(
    [themes, jobs].map((register) => [register.slug, digestOf(rowsOf(register, items))]),
  );
  const told = (ofTrail ?? []).map(({ fields }) => String(fields.rowKey));
  return {
    acknowledged: did.flatMap((each) => each.there).length + sum((one) => one.told),
    lost: did.flatMap((each) => each.there).filter((key) => !there.has(key)).length,
    duplicate: keys.length - there.size + (subjects.length - distinct(subjects).length),
    lostUpdates:
      Math.max(
        sum((one) => one.lost),
        sum((one) => one.sum),
      ) + sum((one) => one.twice),
    madeTwice: made.length - distinct(made).length,
    untold: untoldOf(items, told),
    disagree: did.filter((each) => JSON.stringify(each.holds) !== JSON.stringify(holds)).length,
    oddities: did.reduce((all, each) => all + each.oddities, 0),
  };
}

const rowsOf = (register: Register, items: readonly Item[]) =>
  items
    .filter((item) => (register === jobs) === "subject" in item.fields)
    .flatMap((item) => fromFields(register, item.etag, item.fields) ?? []);

/** Each row has as many events as it has versions; the counters were made without one. */
function untoldOf(items: readonly Item[], told: readonly string[]): number {
  const events = Map.groupBy(told, (key) => key);
  return items.reduce((sum, item) => {
    const versions = Number(/,(\d+)"$/.exec(item.etag)?.[1] ?? 0) - (keyOf(item).startsWith("counter-") ? 1 : 0);
    return sum + Math.abs(versions - (events.get(keyOf(item))?.length ?? 0));
  }, 0);
}
