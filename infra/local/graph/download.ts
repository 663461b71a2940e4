import { createHmac, timingSafeEqual } from "node:crypto";
import type { Answer } from "../http/answer.ts";
import type { Incoming } from "../http/incoming.ts";
import type { Ground } from "./call.ts";
import { type DrivePlace, driveBy } from "./drive.ts";
import { type DriveItemRow, driveEtag } from "./drive-item.ts";
import { driveItemBy } from "./drive-path.ts";
import { GraphError, notFound } from "./graph-error.ts";
import { mimeType } from "./mime-type.ts";
import { siteUrl } from "./sites.ts";

const VALID_FOR_MS = 60 * 60 * 1000;
export const DOWNLOAD_PATH = "/_layouts/15/download.aspx";

const proof = (ground: Ground, driveId: string, id: string, version: string, until: string): string =>
  createHmac("sha256", ground.secret).update(`${driveId} ${id} ${version} ${until}`).digest("base64url");

/** A short-lived address on the site's own host, which needs no token and must be sent none. */
export function downloadUrl(ground: Ground, drive: DrivePlace, row: DriveItemRow, version?: number): string {
  const until = String(ground.now().getTime() + VALID_FOR_MS);
  const of = version === undefined ? "" : String(version);
  const query = new URLSearchParams({
    UniqueId: row.id,
    drive: drive.driveId,
    ...(of === "" ? {} : { version: of }),
    until,
    tempauth: proof(ground, drive.driveId, row.id, of, until),
  });
  return `${siteUrl(drive.site)}${DOWNLOAD_PATH}?${query}`;
}

/** The part of a file a `Range` header asks for; undefined for all of it. */
function rangeIn(header: string | undefined, size: number): { from: number; to: number } | undefined {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return undefined;
  const from = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const to = first !== "" && last !== "" ? Math.min(size, Number(last) + 1) : size;
  if (from >= to)
    throw new GraphError(416, "invalidRange", "The range is not within the file.", {
      "content-range": `bytes */${size}`,
    });
  return { from, to };
}

/** The file with the bytes it had in a version; as it is now when none is named. */
function asOf(ground: Ground, row: DriveItemRow, version: string): DriveItemRow {
  const old = ground.database.one<Pick<DriveItemRow, "blob" | "size">>(
    "SELECT blob, size FROM fileVersions WHERE driveId = ? AND itemId = ? AND version = ?",
    ...[row.driveId, row.id, Number(version)],
  );
  return version === "" || !old ? row : { ...row, ...old };
}

/** The file's bytes, whole or in part. Throws 401 for an altered or expired address or one sent with a token, 404, 416. */
export function download(ground: Ground, incoming: Incoming): Answer {
  const { searchParams } = incoming.url;
  const [id, driveId, version, until, tempauth] = ["UniqueId", "drive", "version", "until", "tempauth"].map(
    (name) => searchParams.get(name) ?? "",
  ) as [string, string, string, string, string];
  const given = Buffer.from(tempauth);
  const due = Buffer.from(proof(ground, driveId, id, version, until));
  const holds = given.length === due.length && timingSafeEqual(given, due) && Number(until) > ground.now().getTime();
  if (!holds || incoming.headers.authorization !== undefined) {
    throw new GraphError(
      401,
      "unauthenticated",
      "A download address is used as it was given, and without an Authorization header.",
    );
  }
  const drive = driveBy(ground, driveId);
  const row = asOf(ground, driveItemBy(ground, drive.driveId, id), version);
  if (row.blob === null) throw notFound();
  const range = rangeIn(incoming.headers.range, row.size);
  return {
    status: range ? 206 : 200,
    headers: {
      etag: driveEtag(row),
      "accept-ranges": "bytes",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(row.name)}`,
      "x-content-type-options": "nosniff",
      ...(range ? { "content-range": `bytes ${range.from}-${range.to - 1}/${row.size}` } : {}),
    },
    body: {
      file: ground.blobs.path(row.blob),
      from: range?.from ?? 0,
      to: range?.to ?? row.size,
      type: mimeType(row.name),
    },
  };
}
