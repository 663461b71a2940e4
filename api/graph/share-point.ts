import { join } from "node:path";
import type { Client } from "@microsoft/microsoft-graph-client";
import canonicalize from "canonicalize";
import { beginning, type TrailEvent } from "#domain/audit/audit-event.ts";
import type { Instant } from "#domain/day.ts";
import type { Claims, Clock, Files, Keys, Library, NewId } from "#domain/ports.ts";
import type { Register, Row } from "#domain/register/register.ts";
import { auditTrail } from "#domain/registers/audit-trail.ts";
import { changeFeed } from "#domain/registers/change-feed.ts";
import { everyList } from "#domain/registers/index.ts";
import { answersOf } from "./answers-of.ts";
import { AuditLog } from "./audit-log.ts";
import { AuditTrail } from "./audit-trail.ts";
import { graphClaims } from "./claims.ts";
import { drive, drivesOf } from "./drives.ts";
import { eraseFile } from "./erase-file.ts";
import { graphFiles } from "./files.ts";
import { FeedFollower } from "./follow-feed.ts";
import { GraphStore } from "./graph-store.ts";
import { LateEvents } from "./late-events.ts";
import { List, listName } from "./list.ts";
import type { Oddity } from "./oddity.ts";
import { type Pace, realPace } from "./pace.ts";
import type { ListReplica } from "./replica.ts";
import { Replicas } from "./replicas.ts";

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
  /** Where a copy grows until it is whole: this process's own, on the same disk. */
  readonly arrivingDir: string;
  /** Where the registers are kept over a restart. */
  readonly keptDir: string;
  /** Our application's id, to tell what somebody else changed. */
  readonly app?: string;
  readonly pace?: Pace;
  /** Told why SharePoint could not be read at the start, when there was something to go on with. */
  readonly onTrouble: (error: unknown) => void;
  readonly onLate: (error: unknown) => void;
}

export interface SharePoint {
  readonly store: GraphStore;
  readonly files: Files;
  readonly claims: Claims;
  /**
   * Brings every register into memory: what was kept on disk, and what changed since. Resolves when all are there, or when
   * all were kept and SharePoint cannot be read.
   */
  fill(): Promise<void>;
  /** Reads what other processes announced since last time. */
  poll(): Promise<void>;
  /** Reads every register's changes, announced or not, and adds audit events that a crash left out. */
  sweep(): Promise<void>;
  /** Keeps the registers on disk, encrypted, so that a restart is warm. */
  save(): Promise<void>;
  /** Takes away what the change feed no longer needs. Answers how many entries. */
  removeOldNews(): Promise<number>;
  /** The moment up to which everything in SharePoint is known here. */
  asOf(): Instant;
  /** Rows whose seal was wrong, that somebody else changed or took away, that have no key, or one that is taken. */
  oddities(): readonly Oddity[];
  /** The audit trail as this process follows it. */
  readonly trail: AuditTrail;
  /** What is wrong with the audit trail as last read, in words; empty when it holds. */
  auditFaults(): readonly string[];
  /** Records that something was opened or given out, for which no row is written. */
  noteOpened(opened: Opened): Promise<void>;
  /** Puts an event of an earlier trail back as it was, in its own chain; once by its key. */
  putBackEvent(event: TrailEvent): Promise<void>;
  /** Takes a file out of its library and off this machine; gone already is as good. */
  eraseFile(library: Library, path: string): Promise<void>;
}

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
  const key = Buffer.from(keys.seal(`kept by ${instance}`), "hex");
  const drives = await drivesOf(client, site, { path: join(settings.keptDir, "drives.kept"), key, shape: site });
  const pace = settings.pace ?? realPace;
  const list = (register: Register) => new List(client, site, listName(register), pace);
  const sealOf = (register: Register, row: Row) =>
    keys.seal(canonicalize([register.slug, row.key, answersOf(register, row)]) ?? "");
  const kept = everyList.filter(({ slug }) => slug !== auditTrail.slug && slug !== changeFeed.slug);
  // Of this lifetime alone: what was written before a restart is news like anybody's.
  const process = `${instance.slice(0, 33)}-${newId()}`;
  const feed = list(changeFeed);
  const following = new FeedFollower({ client, list: feed, pace, clock, process });
  const replicas = new Replicas({
    ...{ site, registers: kept, listOf: list, sealOf, app: settings.app, feed: following, clock },
    ...{ folder: settings.keptDir, key, onTrouble: settings.onTrouble },
  });
  const audit = list(auditTrail);
  const log = new AuditLog(audit, `${instance}-${newId()}`);
  const claims = graphClaims(client, drive(drives, "Claims"), instance, clock);
  const store = new GraphStore({
    ...{ feed, claims, clock, newId, sealOf, process, pace },
    replicas: replicas.bySlug,
    audit: log,
    onLate: settings.onLate,
  });

  const { trail, late } = followTrail({
    client,
    site,
    app: settings.app,
    audit,
    kept,
    replicas: replicas.bySlug,
    store,
  });
  return {
    store,
    claims,
    oddities: () => replicas.oddities(),
    asOf: () => replicas.asOf(),
    trail,
    auditFaults: () => trail.state().faults,
    putBackEvent: (event) => log.putBack(event),
    eraseFile: (library, path) =>
      eraseFile(client, drive(drives, library), { library, path, cacheDir: settings.cacheDir }),
    noteOpened: (opened) => log.append(openedEvent(opened, newId(), clock())),
    files: graphFiles(client, Object.fromEntries(drives) as Record<Library, string>, settings),
    fill: () => replicas.fill(),
    poll: () => replicas.poll(),
    save: () => replicas.save(),
    removeOldNews: () => following.removeOld(),
    sweep: async () => {
      await replicas.sweep();
      await trail.read();
      await late.addMissing();
    },
  };
}

interface Followed extends Pick<SharePointSettings, "client" | "site"> {
  readonly app: string | undefined;
  readonly audit: List;
  readonly kept: readonly Register[];
  readonly replicas: ReadonlyMap<string, ListReplica>;
  readonly store: GraphStore;
}

/** The trail as this process follows it, and what finds the rows it does not speak of. */
function followTrail({ client, site, app, audit, kept, replicas, store }: Followed) {
  const late = new LateEvents({
    kept,
    rowsOf: (register) => store.all(register),
    rowOf: (slug, key) => replicas.get(slug)?.held(key)?.row,
    isThere: async (event) => (await audit.byKey(event)) !== undefined,
    tell: (register, row) => store.tellLate(register, row),
  });
  const list = `${site}/lists/${encodeURIComponent(listName(auditTrail))}`;
  return { late, trail: new AuditTrail(client, list, app, (event) => late.heard(event)) };
}

const openedEvent = ({ by: actor, ...opened }: Opened, key: string, at: string) => ({
  ...opened,
  ...{ key, at, actor, rowEtag: "", payloadHash: beginning },
});
