import { json } from "../http/answer.ts";
import { type Call, type Handler, isObject, type JsonObject, parameter } from "./call.ts";
import { epoch, lastChange } from "./change.ts";
import { type DrivePlace, driveOf } from "./drive.ts";
import { wholeItem } from "./drive-items.ts";
import { driveItemBy, itemAt } from "./drive-path.ts";
import { GraphError, notImplemented } from "./graph-error.ts";
import { pageToken, readPageToken } from "./page-token.ts";
import { context, GRAPH, selecting } from "./shape.ts";
import { driveType } from "./sites.ts";

const USUAL_PAGE = 200;
const LARGEST_PAGE = 1000;

interface Token {
  readonly drive: string;
  readonly epoch: string;
  /** Changes up to this one are known to the client. */
  readonly since: number;
  /** Items removed before this change were never shown to the client. */
  readonly removedAfter: number;
}

const isToken = (value: unknown): value is Token =>
  isObject(value) &&
  typeof value.drive === "string" &&
  typeof value.epoch === "string" &&
  Number.isSafeInteger(value.since) &&
  Number.isSafeInteger(value.removedAfter);

interface Changed {
  readonly itemId: string;
  readonly parentId: string | null;
  readonly change: number;
  readonly deleted: number;
}

const resync = (call: Call, drive: DrivePlace): GraphError =>
  new GraphError(
    410,
    "resyncChangesApplyDifferences",
    "The delta token is no longer valid, and the application must reset its state.",
    {
      location: `${GRAPH}/drives/${drive.driveId}/root/delta?${call.query.with({ token: undefined, $skiptoken: undefined })}`,
    },
  );

function readToken(call: Call, drive: DrivePlace): Token {
  const said = call.parameters.token ?? call.query.other("token") ?? call.query.option("skiptoken");
  const now = lastChange(call);
  const start: Token = { drive: drive.driveId, epoch: epoch(call), since: Number.MIN_SAFE_INTEGER, removedAfter: now };
  if (said === undefined || said === "") return start;
  if (said === "latest") return { ...start, since: now };
  let token: Token;
  try {
    token = readPageToken(said, isToken);
  } catch {
    throw resync(call, drive);
  }
  if (token.drive !== drive.driveId || token.epoch !== start.epoch) throw resync(call, drive);
  return token;
}

const told = (call: Call, drive: DrivePlace, changed: Changed): object =>
  changed.deleted === 0
    ? selecting(wholeItem(call, drive, driveItemBy(call, drive.driveId, changed.itemId)), call.query)
    : ({
        id: changed.itemId,
        deleted: { state: "deleted" },
        parentReference: {
          driveId: drive.driveId,
          driveType: driveType(drive.site),
          ...(changed.parentId === null ? {} : { id: changed.parentId }),
        },
      } satisfies JsonObject);

/** Every file and folder the first time; after that what changed since the token, deleted ones as such. */
export const getDriveDelta: Handler = (call) => {
  const drive = driveOf(call);
  if (itemAt(call, drive).parentId !== null) throw notImplemented("delta below a library's root folder");
  const token = readToken(call, drive);
  const top = call.query.top(USUAL_PAGE, LARGEST_PAGE);
  const upTo = lastChange(call);
  const changes = call.database.all<Changed>(
    `SELECT * FROM driveChanges WHERE driveId = ? AND change > ? AND (deleted = 0 OR change > ?)
     ORDER BY change, rowid LIMIT ?`,
    ...[drive.driveId, token.since, token.removedAfter, top + 1],
  );
  const shown = changes.slice(0, top);
  const more = changes.length > top;
  const next = pageToken({ ...token, since: more ? (shown.at(-1)?.change ?? token.since) : upTo } satisfies Token);
  const path = parameter(call, "token") === "" ? call.path : call.path.replace(/\(.*\)$/, "");
  const link = `${GRAPH}${path}?${call.query.with({ token: next, $skiptoken: undefined })}`;
  return json({
    "@odata.context": context(`drives('${drive.driveId}')/items`),
    [more ? "@odata.nextLink" : "@odata.deltaLink"]: link,
    value: shown.map((changed) => told(call, drive, changed)),
  });
};
