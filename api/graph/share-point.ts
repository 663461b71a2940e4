import { createHash } from "node:crypto";
import type { Client } from "@microsoft/microsoft-graph-client";
import canonicalize from "canonicalize";
import { type AuditEvent, brokenLinks } from "#domain/audit/audit-event.ts";
import type { Claims, Clock, Files, Keys, Library, NewId } from "#domain/ports.ts";
import type { Register, Row } from "#domain/register/register.ts";
import { auditTrail } from "#domain/registers/audit-trail.ts";
import { changeFeed } from "#domain/registers/change-feed.ts";
import { everyList } from "#domain/registers/index.ts";
import { AuditLog } from "./audit-log.ts";
import { graphClaims } from "./claims.ts";
import { everyPage } from "./every-page.ts";
import { graphFiles } from "./files.ts";
import { answersOf, GraphStore } from "./graph-store.ts";
import { type Item, List, listName } from "./list.ts";
import { everyLibrary } from "./provision.ts";
import { ListReplica, type Oddity } from "./replica.ts";

export interface SharePointSettings {
  readonly client: Client;
  /** `/sites/{host},{collection},{web}` or `/sites/{host}:/{path}:`. */
  readonly site: string;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Names this process: the same one again after a restart. */
  readonly instance: string;
  readonly cacheDir: string;
  readonly onLate: (error: unknown) => void;
}

export interface SharePoint {
  readonly store: GraphStore;
  readonly files: Files;
  readonly claims: Claims;
  /** Reads every register into memory. Resolves when all are there. */
  fill(): Promise<void>;
  /** Reads what other processes announced since last time. */
  poll(): Promise<void>;
  /** Reads every register's changes, announced or not, and adds audit events that a crash left out. */
  sweep(): Promise<void>;
  /** Rows whose seal was wrong, that somebody else changed, or that have no key. */
  oddities(): readonly Oddity[];
  /** What the last sweep found wrong with the audit trail, in words; empty when it holds. */
  auditFaults(): readonly string[];
}

const AT_ONCE = 4;
const DAY_MS = 86_400_000;

/** Everything we keep in SharePoint, over one Graph client. */
export async function sharePoint(settings: SharePointSettings): Promise<SharePoint> {
  const { client, site, keys, clock, newId, instance } = settings;
  const drives = await drivesOf(client, site);
  const list = (register: Register) => new List(client, site, listName(register));
  const sealOf = (register: Register, row: Row) =>
    keys.seal(canonicalize([register.slug, row.key, answersOf(register, row)]) ?? "");
  const kept = everyList.filter(({ slug }) => slug !== auditTrail.slug && slug !== changeFeed.slug);
  const replicas = new Map(
    kept.map((register) => [register.slug, new ListReplica(register, list(register), (row) => sealOf(register, row))]),
  );
  const feed = list(changeFeed);
  const audit = list(auditTrail);
  const claims = graphClaims(client, drive(drives, "Claims"), instance, clock);
  const store = new GraphStore({
    replicas,
    feed,
    claims,
    clock,
    newId,
    sealOf,
    process: instance,
    audit: new AuditLog(audit, `${instance}-${newId()}`),
    onLate: settings.onLate,
  });
  const heard = feedReader(feed, instance);

  const each = async (work: (replica: ListReplica) => Promise<void>, slugs = [...replicas.keys()]) => {
    const waiting = slugs.flatMap((slug) => replicas.get(slug) ?? []);
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let next = waiting.pop(); next; next = waiting.pop()) await work(next);
      }),
    );
  };

  let faults: readonly string[] = [];
  return {
    store,
    claims,
    oddities: () => [...replicas.values()].flatMap(({ oddities }) => oddities),
    auditFaults: () => faults,
    files: graphFiles(client, Object.fromEntries(drives) as Record<Library, string>, settings.cacheDir),
    fill: async () => {
      await heard();
      await each((replica) => replica.catchUp());
    },
    poll: async () => each((replica) => replica.catchUp(), await heard()),
    sweep: async () => {
      await each((replica) => replica.catchUp());
      const trail = await audit.changes();
      faults = faultsOf(trail.items);
      await tellLate(store, kept, trail.items, new Date(Date.parse(clock()) - DAY_MS).toISOString());
    },
  };
}

/** Rows changed since then whose audit event is not in the trail get it now. */
async function tellLate(
  store: GraphStore,
  kept: readonly Register[],
  trail: readonly Item[],
  since: string,
): Promise<void> {
  const told = new Set(trail.map(({ fields }) => fields.key));
  for (const register of kept)
    for (const row of store.all(register))
      if (row.changedAt >= since && !told.has(row.auditEvent)) await store.tellLate(register, row);
}

/** Every chain of the trail, followed from its beginning. */
function faultsOf(trail: readonly Item[]): readonly string[] {
  const events = trail.map(
    ({ fields }) => ({ ...fields, sequence: Number(fields.sequence) }) as AuditEvent & { hash: string },
  );
  return [...Map.groupBy(events, ({ chain }) => chain)].flatMap(([chain, of]) =>
    brokenLinks(
      of.toSorted((a, b) => a.sequence - b.sequence),
      sha256,
    ).map((fault) => `In chain ${chain}, ${fault}.`),
  );
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Answers, each time, the lists that other processes say they changed since the time before. */
function feedReader(feed: List, instance: string): () => Promise<string[]> {
  let token: string | undefined;
  return async () => {
    const changes = await feed.changes(token ?? "latest");
    token = changes.token;
    return [
      ...new Set(
        changes.items.filter(({ fields }) => fields.process !== instance).map(({ fields }) => String(fields.list)),
      ),
    ];
  };
}

async function drivesOf(client: Client, site: string): Promise<ReadonlyMap<string, string>> {
  const value = await everyPage<{ id: string; name: string }>(client, `${site}/drives`);
  const drives = new Map(value.map(({ id, name }) => [name, `/drives/${id}`]));
  for (const name of everyLibrary) drive(drives, name);
  return drives;
}

function drive(drives: ReadonlyMap<string, string>, name: string): string {
  const found = drives.get(name);
  if (!found) throw new Error(`The site has no library “${name}”. An administrator runs npm run provision first.`);
  return found;
}
