import { json } from "../http/answer.ts";
import { type Call, type Ground, type Handler, type JsonObject, objectIn } from "./call.ts";
import { columnsOf } from "./columns.ts";
import { type DrivePlace, driveOf } from "./drive.ts";
import { type DriveItemRow, driveEtag, pathOf } from "./drive-item.ts";
import { childNamed, driveItemBy, itemAt, touch } from "./drive-path.ts";
import { merged, readFields } from "./field-values.ts";
import { checkFree } from "./file-lock.ts";
import { checkFileMatch } from "./file-match.ts";
import { checkFileName } from "./file-name.ts";
import { stateOf } from "./file-state.ts";
import { invalidRequest, nameTaken, notFound } from "./graph-error.ts";
import { type ItemRow, toldFields, toldItem } from "./item.ts";
import { listUrl } from "./list.ts";
import { extensionOf } from "./mime-type.ts";
import { Query } from "./query.ts";
import { context, entity, selecting } from "./shape.ts";

const everything = new Query(new URLSearchParams());

/** A file as a row of its library: same guid and version, so both name the same state. */
function asItem(ground: Ground, drive: DrivePlace, row: DriveItemRow): ItemRow {
  const { number, fields } = stateOf(ground, row);
  const { guid, version, created, createdBy, modified, modifiedBy } = row;
  return {
    listId: drive.list.id,
    id: number,
    guid,
    version,
    fields,
    created,
    createdBy,
    modified,
    modifiedBy,
    change: 0,
  };
}

const contentType = (drive: DrivePlace, row: DriveItemRow) => ({
  id: `${row.folder === 1 ? "0x012000" : "0x010100"}${drive.list.id.replaceAll("-", "").toUpperCase()}`,
  name: row.folder === 1 ? "Folder" : "Document",
});

/** The library's own columns for a file, and SharePoint's: `FileLeafRef` is the name. */
function fieldsOf(ground: Ground, drive: DrivePlace, row: DriveItemRow, query: Query): JsonObject {
  const { version, comment } = stateOf(ground, row);
  const all: JsonObject = {
    ...toldFields(asItem(ground, drive, row)),
    ContentType: contentType(drive, row).name,
    FileLeafRef: row.name,
    LinkFilename: row.name,
    LinkFilenameNoMenu: row.name,
    DocIcon: row.folder === 1 ? "folder" : extensionOf(row.name),
    FileSizeDisplay: row.folder === 1 ? null : String(row.size),
    _UIVersionString: `${version}.0`,
    ...(comment === null ? {} : { _CheckinComment: comment }),
  };
  const { Attachments: _, LinkTitle: __, LinkTitleNoMenu: ___, ...told } = all;
  return selecting(told, query);
}

const place = (drive: DrivePlace): string => `sites('${drive.site.id}')/lists('${drive.list.id}')/items`;

/** A file's list item as Graph tells it, with its fields when they are asked for. */
export function toldFileListItem(ground: Ground, drive: DrivePlace, row: DriveItemRow, fields?: Query): JsonObject {
  const item = asItem(ground, drive, row);
  const path = pathOf(ground, row).map((name) => `/${encodeURIComponent(name)}`);
  return {
    ...toldItem(ground, drive.site, drive.list, item),
    webUrl: `${listUrl(drive.site, drive.list)}${path.join("")}`,
    contentType: contentType(drive, row),
    ...(fields
      ? {
          "fields@odata.context": context(`${place(drive)}('${item.id}')/fields/$entity`),
          fields: fieldsOf(ground, drive, row, fields),
        }
      : {}),
  };
}

function fileOf(call: Call): { readonly drive: DrivePlace; readonly row: DriveItemRow } {
  const drive = driveOf(call);
  const row = itemAt(call, drive);
  if (row.parentId === null) throw notFound("The root folder has no list item.");
  return { drive, row };
}

export const getFileListItem: Handler = (call) => {
  const { drive, row } = fileOf(call);
  const told = toldFileListItem(call, drive, row, call.query.expanded().get("fields") ?? everything);
  return json(entity(place(drive), told, call.query), 200, { etag: driveEtag(row) });
};

export const getFileFields: Handler = (call) => {
  const { drive, row } = fileOf(call);
  const told = fieldsOf(call, drive, row, call.query);
  return json(entity(`${place(drive)}('${told.id}')/fields`, told, everything), 200, { etag: driveEtag(row) });
};

function rename(call: Call, row: DriveItemRow, name: string): void {
  checkFileName(name);
  const there = childNamed(call, driveItemBy(call, row.driveId, row.parentId ?? "root"), name);
  if (there && there.id !== row.id) throw nameTaken();
  call.database.run("UPDATE driveItems SET name = ? WHERE driveId = ? AND id = ?", name, row.driveId, row.id);
}

/** Writes a file's metadata: a version of its own, with the same bytes. Throws 412, 423. */
export const updateFileFields: Handler = (call) => {
  const { drive, row } = fileOf(call);
  checkFileMatch(call, row);
  checkFree(call, row, call.caller, "metadata");
  const { FileLeafRef: name, ...asked } = objectIn(call);
  const changes = readFields(columnsOf(call, drive.list), asked);
  if (name !== undefined && typeof name !== "string") throw invalidRequest("A file needs a name.");
  const before: JsonObject = JSON.parse(stateOf(call, row).fields);
  call.database.run(
    "UPDATE fileStates SET fields = ?, version = version + 1, comment = NULL WHERE driveId = ? AND itemId = ?",
    ...[JSON.stringify(merged(before, changes)), row.driveId, row.id],
  );
  touch(call, row, call.caller);
  if (name !== undefined) rename(call, row, name);
  const after = driveItemBy(call, row.driveId, row.id);
  const told = fieldsOf(call, drive, after, call.query);
  return json(entity(`${place(drive)}('${told.id}')/fields`, told, everything), 200, { etag: driveEtag(after) });
};
