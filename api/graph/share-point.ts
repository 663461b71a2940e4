import type { Client } from "@microsoft/microsoft-graph-client";
import canonicalize from "canonicalize";
import { beginning } from "#domain/audit/audit-event.ts";
import type { Claims, Clock, Files, Keys, Library, NewId } from "#domain/ports.ts";
import type { Register, Row } from "#domain/register/register.ts";
import { auditTrail } from "#domain/registers/audit-trail.ts";
import { changeFeed } from "#domain/registers/change-feed.ts";
import { everyList } from "#domain/registers/index.ts";
import { AuditLog } from "./audit-log.ts";
import { AuditTrail } from "./audit-trail.ts";
import { graphClaims } from "./claims.ts";
import { everyPage } from "./every-page.ts";
import { graphFiles } from "./files.ts";
import { answersOf, GraphStore } from "./graph-store.ts";
import { LateEvents } from "./late-events.ts";
import { List, listName } from "./list.ts";
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
  /** The audit trail as this process follows it. */
  readonly trail: AuditTrail;
  /** What is wrong with the audit trail as last read, in words; empty when it holds. */
  auditFaults(): readonly string[];
  /** Records that something was opened or given out, for which no row is written. */
  noteOpened(opened: Opened): Promise<void>;
}

const AT_ONCE = 4;
/** Something that was opened or given out: ids only. */
export interface Opened {
  /** Entra object id. */
  readonly by: string;
  readonly did: `${string}.open` | `${string}.export`;
  readonly register: string;
  readonly rowKey: string;
}

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
  const log = new AuditLog(audit, `${instance}-${newId()}`);
  const claims = graphClaims(client, drive(drives, "Claims"), instance, clock);
  const store = new GraphStore({
    replicas,
    feed,
    claims,
    clock,
    newId,
    sealOf,
    process: instance,
    audit: log,
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

  const { trail, late } = followTrail({ client, site, audit, kept, replicas, store });
  return {
    store,
    claims,
    oddities: () => [...replicas.values()].flatMap(({ oddities }) => oddities),
    trail,
    auditFaults: () => trail.state().faults,
    noteOpened: (opened) => log.append(openedEvent(opened, newId(), clock())),
    files: graphFiles(client, Object.fromEntries(drives) as Record<Library, string>, settings.cacheDir),
    fill: async () => {
      await heard();
      await each((replica) => replica.catchUp());
    },
    poll: async () => each((replica) => replica.catchUp(), await heard()),
    sweep: async () => {
      await each((replica) => replica.catchUp());
      await trail.read();
      await late.addMissing();
    },
  };
}

interface Followed extends Pick<SharePointSettings, "client" | "site"> {
  readonly audit: List;
  readonly kept: readonly Register[];
  readonly replicas: ReadonlyMap<string, ListReplica>;
  readonly store: GraphStore;
}

/** The trail as this process follows it, and what finds the rows it does not speak of. */
function followTrail({ client, site, audit, kept, replicas, store }: Followed) {
  const late = new LateEvents({
    kept,
    rowsOf: (register) => store.all(register),
    rowOf: (slug, key) => replicas.get(slug)?.held(key)?.row,
    isThere: async (event) => (await audit.byKey(event)) !== undefined,
    tell: (register, row) => store.tellLate(register, row),
  });
  const list = `${site}/lists/${encodeURIComponent(listName(auditTrail))}`;
  return { late, trail: new AuditTrail(client, list, (event) => late.heard(event)) };
}

const openedEvent = ({ by: actor, ...opened }: Opened, key: string, at: string) => ({
  ...opened,
  ...{ key, at, actor, rowEtag: "", payloadHash: beginning },
});

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
