import { json } from "../http/answer.ts";
import {
  type Call,
  type Ground,
  type Handler,
  identityOf,
  instant,
  isObject,
  type JsonObject,
  objectIn,
} from "./call.ts";
import { type DrivePlace, driveOf } from "./drive.ts";
import { type DriveItemRow, driveEtag, pathOf } from "./drive-item.ts";
import { place, wholeItem } from "./drive-items.ts";
import { childNamed, driveItemBy, folderAt, itemAt } from "./drive-path.ts";
import { checkFree } from "./file-lock.ts";
import { checkFileMatch } from "./file-match.ts";
import { checkFileName, checkPathLength, otherName } from "./file-name.ts";
import { accessDenied, invalidRequest, nameTaken } from "./graph-error.ts";
import { entity } from "./shape.ts";
import { readBehaviour } from "./write-file.ts";

const instantIn = (value: unknown): string | undefined =>
  typeof value === "string" && !Number.isNaN(Date.parse(value)) ? instant(new Date(value)) : undefined;

/** `fileSystemInfo` as it may be written: instants on the sender's own disk. */
const fileSystemInfoIn = (value: unknown): JsonObject | undefined => {
  if (!isObject(value)) return undefined;
  const { createdDateTime, lastModifiedDateTime } = value;
  const told = { createdDateTime: instantIn(createdDateTime), lastModifiedDateTime: instantIn(lastModifiedDateTime) };
  return Object.fromEntries(Object.entries(told).filter(([, at]) => at !== undefined));
};

/** The folder a reference means: by id, or by a path such as `/drive/root:/a/b`. Throws invalidRequest for another drive's. */
export function folderMeant(call: Call, drive: DrivePlace, reference: unknown, otherwise: string): DriveItemRow {
  const said: JsonObject = isObject(reference) ? reference : {};
  if (said.driveId !== undefined && said.driveId !== drive.driveId) {
    throw invalidRequest("Items cannot be moved between drives with this request.");
  }
  const folder =
    typeof said.id === "string"
      ? driveItemBy(call, drive.driveId, said.id)
      : typeof said.path === "string"
        ? folderAt(call, drive, said.path)
        : driveItemBy(call, drive.driveId, otherwise);
  if (folder.folder === 0) throw invalidRequest("The parent must be a folder.");
  return folder;
}

function freeName(call: Call, parent: DriveItemRow, row: DriveItemRow, name: string, asked: JsonObject): string {
  const said = asked["@microsoft.graph.conflictBehavior"] ?? call.query.other("@microsoft.graph.conflictBehavior");
  const behaviour = readBehaviour(said, "fail");
  const isTaken = (one: string): boolean => {
    const there = childNamed(call, parent, one);
    return there !== undefined && there.id !== row.id;
  };
  if (!isTaken(name)) return name;
  if (behaviour !== "rename") throw nameTaken();
  let n = 1;
  while (isTaken(otherName(name, n))) n++;
  return otherName(name, n);
}

function isBelow(call: Call, folder: DriveItemRow, row: DriveItemRow): boolean {
  let at: DriveItemRow | undefined = folder;
  while (at && at.id !== row.id) at = at.parentId === null ? undefined : driveItemBy(call, at.driveId, at.parentId);
  return at !== undefined;
}

/** Keeps a description and the instants on the sender's own disk. */
export function describe(ground: Ground, row: DriveItemRow, asked: JsonObject): void {
  const system = fileSystemInfoIn(asked.fileSystemInfo);
  const values = [row.driveId, row.id] as const;
  if (typeof asked.description === "string") {
    ground.database.run(
      "UPDATE fileStates SET description = ? WHERE driveId = ? AND itemId = ?",
      asked.description,
      ...values,
    );
  }
  if (system) {
    const told = JSON.stringify(system);
    ground.database.run("UPDATE fileStates SET fileSystemInfo = ? WHERE driveId = ? AND itemId = ?", told, ...values);
  }
}

/** Renames, moves within its drive, or changes what is told of an item. Throws 409, 412, 423. */
export const updateDriveItem: Handler = (call) => {
  const drive = driveOf(call);
  const row = itemAt(call, drive);
  checkFileMatch(call, row);
  if (row.parentId === null) throw accessDenied("The root folder cannot be changed.");
  checkFree(call, row, call.caller, "metadata");
  const asked = objectIn(call);
  const { name = row.name } = asked;
  if (typeof name !== "string") throw invalidRequest("name must be text.");
  checkFileName(name);
  const parent = folderMeant(call, drive, asked.parentReference, row.parentId);
  if (isBelow(call, parent, row)) throw invalidRequest("A folder cannot be moved into itself.");
  const free = freeName(call, parent, row, name, asked);
  checkPathLength([...pathOf(call, parent), free]);
  describe(call, row, asked);
  call.database.run(
    "UPDATE driveItems SET name = ?, parentId = ?, version = version + 1, modified = ?, modifiedBy = ? WHERE driveId = ? AND id = ?",
    ...[free, parent.id, instant(call.now()), JSON.stringify(identityOf(call.caller)), drive.driveId, row.id],
  );
  const after = driveItemBy(call, drive.driveId, row.id);
  return json(entity(place(drive), wholeItem(call, drive, after), call.query), 200, { etag: driveEtag(after) });
};
