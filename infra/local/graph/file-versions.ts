import type { DriveItemVersion, IdentitySet } from "@microsoft/microsoft-graph-types";
import { json, noContent } from "../http/answer.ts";
import { type Call, type Ground, type Handler, identityOf, instant, type JsonObject, parameter } from "./call.ts";
import { downloadUrl } from "./download.ts";
import { type DrivePlace, driveOf } from "./drive.ts";
import type { DriveItemRow } from "./drive-item.ts";
import { driveItemBy, itemAt } from "./drive-path.ts";
import { checkFree } from "./file-lock.ts";
import { stateOf } from "./file-state.ts";
import { invalidRequest, notFound } from "./graph-error.ts";
import { collection, entity } from "./shape.ts";

/** A file as it was, or is: version 3 is told as `3.0`. */
export interface FileVersion {
  readonly version: number;
  readonly blob: string;
  readonly quickXor: string | null;
  readonly size: number;
  readonly fields: string;
  readonly modified: string;
  readonly modifiedBy: string;
  readonly comment: string | null;
}

/** Newest first; the first is the file as it is now. */
export function versionsOf(ground: Ground, row: DriveItemRow): readonly FileVersion[] {
  if (row.blob === null) throw invalidRequest("A folder has no versions.");
  const { version, fields, comment } = stateOf(ground, row);
  const { blob, quickXor, size, modified, modifiedBy } = row;
  return [
    { version, blob, quickXor, size, fields, modified, modifiedBy, comment },
    ...ground.database.all<FileVersion>(
      "SELECT * FROM fileVersions WHERE driveId = ? AND itemId = ? ORDER BY version DESC",
      ...[row.driveId, row.id],
    ),
  ];
}

const written = (
  call: Call,
  drive: DrivePlace,
  row: DriveItemRow,
  version: FileVersion,
): DriveItemVersion & JsonObject => ({
  "@microsoft.graph.downloadUrl": downloadUrl(call, drive, row, version.version),
  id: `${version.version}.0`,
  lastModifiedDateTime: version.modified,
  lastModifiedBy: JSON.parse(version.modifiedBy) as IdentitySet,
  size: version.size,
  publication: { level: "published", versionId: `${version.version}.0` },
});

/** `2.0`, or `current`. Throws itemNotFound. */
function versionOf(call: Call, row: DriveItemRow): FileVersion {
  const id = parameter(call, "version-id");
  const all = versionsOf(call, row);
  const found = id === "current" ? all[0] : all.find(({ version }) => `${version}.0` === id);
  if (!found) throw notFound("The specified version was not found.");
  return found;
}

const place = (row: DriveItemRow): string => `drives('${row.driveId}')/items('${row.id}')/versions`;

export const getFileVersions: Handler = (call) => {
  const drive = driveOf(call);
  const row = itemAt(call, drive);
  const value = versionsOf(call, row).map((version) => written(call, drive, row, version));
  return json(
    collection(place(row), call.path, call.query, {
      value: value.slice(0, call.query.top(value.length, value.length)),
    }),
  );
};

export const getFileVersion: Handler = (call) => {
  const drive = driveOf(call);
  const row = itemAt(call, drive);
  return json(entity(place(row), written(call, drive, row, versionOf(call, row)), call.query));
};

/** A redirect to the site's own host, as for the file itself. */
export const getVersionContent: Handler = (call) => {
  const drive = driveOf(call);
  const row = itemAt(call, drive);
  return { status: 302, headers: { location: downloadUrl(call, drive, row, versionOf(call, row).version) } };
};

function putBack(ground: Ground, row: DriveItemRow, old: FileVersion, modified: string, modifiedBy: string): void {
  ground.database.run(
    `UPDATE driveItems SET blob = ?, quickXor = ?, size = ?, version = version + 1, contentVersion = contentVersion + 1,
     modified = ?, modifiedBy = ? WHERE driveId = ? AND id = ?`,
    ...[old.blob, old.quickXor, old.size, modified, modifiedBy, row.driveId, row.id],
  );
}

/** Writes a file's fields into the version it has now. */
function writeFields(ground: Ground, row: DriveItemRow, fields: string): void {
  const { version } = stateOf(ground, row);
  const file = [row.driveId, row.id] as const;
  ground.database.run("UPDATE fileStates SET fields = ? WHERE driveId = ? AND itemId = ?", fields, ...file);
  ground.database.run("DELETE FROM fileVersions WHERE driveId = ? AND itemId = ? AND version = ?", ...file, version);
}

/** Makes an old version the newest one: a new version with the old bytes and fields. */
export const restoreVersion: Handler = (call) => {
  const row = itemAt(call, driveOf(call));
  checkFree(call, row, call.caller, "content");
  const old = versionOf(call, row);
  putBack(call, row, old, instant(call.now()), JSON.stringify(identityOf(call.caller)));
  writeFields(call, row, old.fields);
  return noContent;
};

/** Undoes everything after a version, as if it had not happened. */
export function goBackTo(ground: Ground, row: DriveItemRow, version: number): void {
  const old = versionsOf(ground, row).find((one) => one.version === version);
  if (!old || stateOf(ground, row).version === version) return;
  const file = [row.driveId, row.id] as const;
  putBack(ground, driveItemBy(ground, ...file), old, old.modified, old.modifiedBy);
  writeFields(ground, row, old.fields);
  ground.database.run("UPDATE fileStates SET version = ? WHERE driveId = ? AND itemId = ?", version, ...file);
  ground.database.run("DELETE FROM fileVersions WHERE driveId = ? AND itemId = ? AND version >= ?", ...file, version);
}
