import { randomUUID } from "node:crypto";
import { type Answer, json, noContent } from "../http/answer.ts";
import type { Incoming } from "../http/incoming.ts";
import { type Caller, type Ground, type Handler, isObject, type JsonObject, objectIn } from "./call.ts";
import { downloadUrl } from "./download.ts";
import { type DrivePlace, driveBy, driveOf } from "./drive.ts";
import { type DriveItemRow, toldDriveItem } from "./drive-item.ts";
import { childNamed, driveItemBy, targetOf } from "./drive-path.ts";
import { checkFree } from "./file-lock.ts";
import { checkFileMatch, unchanged } from "./file-match.ts";
import { GraphError, invalidRequest, nameTaken, notFound } from "./graph-error.ts";
import { checkRoom } from "./quota.ts";
import { context } from "./shape.ts";
import { siteUrl } from "./sites.ts";
import { describe } from "./update-drive-item.ts";
import { type Behaviour, readBehaviour, writeFile } from "./write-file.ts";

const RANGE_UNIT = 327_680;
const LARGEST_RANGE = 60 * 1024 * 1024;
const VALID_FOR_MS = 15 * 60 * 1000;

interface Session {
  readonly id: string;
  readonly driveId: string;
  readonly parentId: string;
  readonly name: string;
  readonly behaviour: Behaviour;
  /** The file to be replaced, when it was addressed by its id. */
  readonly itemId: string | null;
  readonly received: number;
  readonly total: number | null;
  readonly deferred: number;
  readonly expires: string;
  readonly caller: string;
}

const status = (session: Session): JsonObject => ({
  expirationDateTime: session.expires,
  nextExpectedRanges: session.received === session.total ? [] : [`${session.received}-`],
});

/** Opens a session: the address it answers is on the site's host, needs no token and must be sent none. */
export const createUploadSession: Handler = (call) => {
  const drive = driveOf(call);
  const target = targetOf(call, drive);
  const asked = call.body.length === 0 ? {} : objectIn(call);
  const item: JsonObject = isObject(asked.item) ? asked.item : {};
  const byId = call.parameters["item-path"] === undefined && target.existing !== undefined;
  const behaviour = readBehaviour(item["@microsoft.graph.conflictBehavior"], byId ? "replace" : "fail");
  checkFileMatch(call, target.existing);
  if (target.existing && unchanged(call, target.existing)) {
    throw new GraphError(412, "resourceModified", "The item still has the version that was named.");
  }
  if (target.existing && behaviour === "fail") throw nameTaken();
  if (target.existing && behaviour === "replace") checkFree(call, target.existing, call.caller, "content");
  checkRoom(call, drive.driveId, typeof item.fileSize === "number" ? item.fileSize : 0);
  const id = randomUUID();
  const expires = new Date(call.now().getTime() + VALID_FOR_MS).toISOString();
  call.database.run(
    "INSERT INTO uploadSessions VALUES (?, ?, ?, ?, ?, ?, 0, NULL, ?, ?, ?)",
    ...[id, drive.driveId, target.parent.id, target.name, behaviour, byId ? (target.existing?.id ?? null) : null],
    ...[asked.deferCommit === true ? 1 : 0, expires, JSON.stringify(call.caller)],
  );
  call.database.run("INSERT INTO uploadItems VALUES (?, ?)", id, JSON.stringify(item));
  const uploadUrl = `${siteUrl(drive.site)}${uploadPath(drive.driveId)}?guid='${id}'&tempauth=${randomUUID()}`;
  return json({
    "@odata.context": context("microsoft.graph.uploadSession"),
    uploadUrl,
    expirationDateTime: expires,
    nextExpectedRanges: ["0-"],
  });
};

const uploadPath = (driveId: string): string => `/_api/v2.0/drives/${driveId}/items/uploadSession`;

/** Is this path, on the site's host, that of an upload session? */
export const isUpload = (path: string): boolean => /\/_api\/v2\.0\/drives\/[^/]+\/items\/uploadSession$/.test(path);

/** The session an upload address belongs to. Throws 404 when it is finished, cancelled or expired. */
export function sessionAt(ground: Ground, incoming: Incoming): Session {
  const id = (incoming.url.searchParams.get("guid") ?? "").replaceAll("'", "");
  const session = ground.database.one<Session>("SELECT * FROM uploadSessions WHERE id = ?", id);
  if (!session || Date.parse(session.expires) < ground.now().getTime())
    throw notFound("The upload session was not found");
  return session;
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly total: number;
}

const badRange = (session: Session, message: string): GraphError =>
  new GraphError(416, "invalidRange", message, { "content-range": `bytes ${session.received}-` });

function rangeOf(session: Session, incoming: Incoming): Range {
  const said = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(incoming.headers["content-range"] ?? "");
  if (!said) throw invalidRequest("The Content-Range header is missing or malformed.");
  const range = { from: Number(said[1]), to: Number(said[2]) + 1, total: Number(said[3]) };
  const length = range.to - range.from;
  if (length !== incoming.body.length)
    throw invalidRequest("The Content-Range header does not match the length of the content.");
  if (length > LARGEST_RANGE) throw new GraphError(413, "invalidRequest", "A range is at most 60 MiB.");
  if (session.total !== null && session.total !== range.total) throw invalidRequest("The declared size has changed.");
  if (range.to > range.total) throw invalidRequest("The range goes past the declared size.");
  // Microsoft's own example sends 26 bytes of 128: a file smaller than one unit may be cut anywhere.
  if (range.to < range.total && range.total > RANGE_UNIT && length % RANGE_UNIT !== 0) {
    throw invalidRequest(`Every range but the last must be a multiple of ${RANGE_UNIT} bytes.`);
  }
  if (range.from !== session.received) {
    throw badRange(
      session,
      `The uploaded fragment ${range.from < session.received ? "overlaps with data that has already been received." : "is not the next one expected."}`,
    );
  }
  return range;
}

/** What was said of the file when its session was opened. */
function itemIn(ground: Ground, id: string): JsonObject {
  const row = ground.database.one<{ item: string }>("SELECT item FROM uploadItems WHERE session = ?", id);
  return row ? (JSON.parse(row.item) as JsonObject) : {};
}

function end(ground: Ground, id: string): void {
  ground.database.run("DELETE FROM uploadSessions WHERE id = ?", id);
  ground.database.run("DELETE FROM uploadItems WHERE session = ?", id);
}

function finished(ground: Ground, session: Session, total: number): Answer {
  const drive = driveBy(ground, session.driveId);
  const parent = driveItemBy(ground, session.driveId, session.parentId);
  const existing =
    session.itemId === null
      ? childNamed(ground, parent, session.name)
      : driveItemBy(ground, session.driveId, session.itemId);
  if (existing && session.behaviour === "fail") throw nameTaken();
  const blob = ground.blobs.finish(session.id, total);
  const caller = JSON.parse(session.caller) as Caller;
  const target = { parent, name: existing?.name ?? session.name, existing };
  const { row, created } = writeFile(ground, target, blob, session.behaviour, caller);
  describe(ground, row, itemIn(ground, session.id));
  end(ground, session.id);
  return json(told(ground, drive, row), created ? 201 : 200);
}

const told = (ground: Ground, drive: DrivePlace, row: DriveItemRow): object => ({
  "@odata.context": context(`drives('${drive.driveId}')/items/$entity`),
  "@microsoft.graph.downloadUrl": downloadUrl(ground, drive, row),
  ...toldDriveItem(ground, drive, row),
});

function receive(ground: Ground, session: Session, incoming: Incoming): Answer {
  const range = rangeOf(session, incoming);
  ground.blobs.append(session.id, range.from, incoming.body);
  const expires = new Date(ground.now().getTime() + VALID_FOR_MS).toISOString();
  ground.database.run(
    "UPDATE uploadSessions SET received = ?, total = ?, expires = ? WHERE id = ?",
    ...[range.to, range.total, expires, session.id],
  );
  const after = { ...session, received: range.to, total: range.total, expires };
  if (range.to < range.total || session.deferred === 1) return json(status(after), 202);
  return finished(ground, after, range.total);
}

/** Drops the bytes of a session that is over. Only after its end is committed: until then it must be able to go on. */
export function forgetFinished(ground: Ground, id: string): void {
  if (!ground.database.one("SELECT 1 FROM uploadSessions WHERE id = ?", id)) ground.blobs.forget(id);
}

/** PUT a range, GET what is expected next, POST to finish a deferred one, DELETE to cancel. */
export function upload(ground: Ground, incoming: Incoming): Answer {
  if (incoming.headers.authorization !== undefined) {
    throw new GraphError(401, "unauthenticated", "An upload address is used without an Authorization header.");
  }
  const session = sessionAt(ground, incoming);
  switch (incoming.method) {
    case "PUT":
      return receive(ground, session, incoming);
    case "GET":
      return json(status(session));
    case "POST":
      if (session.total === null || session.received < session.total)
        throw invalidRequest("The file is not whole yet.");
      return finished(ground, session, session.total);
    case "DELETE":
      end(ground, session.id);
      return noContent;
    default:
      throw new GraphError(405, "notAllowed", "An upload session takes PUT, GET, POST and DELETE.");
  }
}
