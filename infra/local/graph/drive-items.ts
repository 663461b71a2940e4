import { type Answer, json } from "../http/answer.ts";
import { type Call, type Handler, isObject, type JsonObject } from "./call.ts";
import { downloadUrl } from "./download.ts";
import { type DrivePlace, driveOf } from "./drive.ts";
import { type DriveItemRow, driveEtag, selectedFacets, toldDriveItem } from "./drive-item.ts";
import { itemAt } from "./drive-path.ts";
import { toldFileListItem } from "./file-list-item.ts";
import { unchanged } from "./file-match.ts";
import { permissionsOf } from "./file-permissions.ts";
import { invalidRequest } from "./graph-error.ts";
import { pageToken, readPageToken } from "./page-token.ts";
import { Query } from "./query.ts";
import { collection, entity } from "./shape.ts";

const CHILDREN_PAGE = 200;

export const place = (drive: DrivePlace): string => `drives('${drive.driveId}')/items`;

const everything = new Query(new URLSearchParams());

/** Items of a folder, as children are told where they are expanded. */
const childrenOf = (call: Call, drive: DrivePlace, row: DriveItemRow): readonly object[] =>
  call.database
    .all<DriveItemRow>(
      "SELECT * FROM driveItems WHERE driveId = ? AND parentId = ? ORDER BY name LIMIT ?",
      ...[drive.driveId, row.id, CHILDREN_PAGE],
    )
    .map((child) => ({ ...download(call, drive, child), ...toldDriveItem(call, drive, child) }));

function expanded(call: Call, drive: DrivePlace, row: DriveItemRow): JsonObject {
  const expand = call.query.expanded();
  const listItem = expand.get("listItem");
  return {
    ...(expand.has("children") ? { children: childrenOf(call, drive, row) } : {}),
    ...(listItem && row.parentId !== null
      ? { listItem: toldFileListItem(call, drive, row, listItem.expanded().get("fields") ?? everything) }
      : {}),
    ...(expand.has("permissions") ? { permissions: permissionsOf(call, drive, row) } : {}),
  };
}

const download = (call: Call, drive: DrivePlace, row: DriveItemRow): JsonObject =>
  row.folder === 1 ? {} : { "@microsoft.graph.downloadUrl": downloadUrl(call, drive, row) };

/** A file or folder with its pre-authenticated download address, and what was selected or expanded. */
export const wholeItem = (call: Call, drive: DrivePlace, row: DriveItemRow): object => ({
  ...download(call, drive, row),
  ...toldDriveItem(call, drive, row),
  ...selectedFacets(call, drive, row, call.query.selected() ?? []),
  ...expanded(call, drive, row),
});

/** A file or folder as an answer, with its eTag. */
export const answered = (call: Call, drive: DrivePlace, row: DriveItemRow, status = 200): Answer =>
  json(entity(place(drive), wholeItem(call, drive, row), call.query), status, { etag: driveEtag(row) });

export const getDriveItem: Handler = (call) => {
  const drive = driveOf(call);
  const row = itemAt(call, drive);
  return unchanged(call, row) ?? answered(call, drive, row);
};

const isSkip = (value: unknown): value is { readonly skip: number } =>
  isObject(value) && Number.isSafeInteger(value.skip) && Number(value.skip) >= 0;

type OrderColumn = "name" | "size" | "created" | "modified";
const orders: Readonly<Record<string, OrderColumn>> = {
  name: "name",
  size: "size",
  createddatetime: "created",
  lastmodifieddatetime: "modified",
};

/** `$orderby` over files and folders; by name when nothing is said. Throws invalidRequest. */
export function orderIn(said = "name"): { readonly column: OrderColumn; readonly descending: boolean } {
  const [, property = "", direction = "asc"] = /^\s*(\w+)(?:\s+(asc|desc))?\s*$/i.exec(said) ?? [];
  const column = orders[property.toLowerCase()];
  if (!column) throw invalidRequest(`Children cannot be ordered by '${said}'.`);
  return { column, descending: direction.toLowerCase() === "desc" };
}

export const getChildren: Handler = (call) => {
  const drive = driveOf(call);
  const folder = itemAt(call, drive);
  if (folder.folder === 0) throw invalidRequest("A file has no children.");
  const top = call.query.top(CHILDREN_PAGE, 1000);
  const token = call.query.option("skiptoken");
  const { skip } = token === undefined ? { skip: 0 } : readPageToken(token, isSkip);
  const { column, descending } = orderIn(call.query.option("orderby"));
  const rows = call.database.all<DriveItemRow>(
    `SELECT * FROM driveItems WHERE driveId = ? AND parentId = ? ORDER BY ${column} ${descending ? "DESC" : "ASC"}, id LIMIT ? OFFSET ?`,
    ...[drive.driveId, folder.id, top + 1, skip],
  );
  const next = rows.length > top ? pageToken({ skip: skip + top }) : undefined;
  const value = rows.slice(0, top).map((row) => wholeItem(call, drive, row));
  return json(collection(`${place(drive)}('${folder.id}')/children`, call.path, call.query, { value, next }));
};
