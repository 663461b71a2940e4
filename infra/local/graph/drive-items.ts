import { created, json, noContent } from "../http/answer.ts";
import { type Call, type Handler, identityOf, instant, isObject, objectIn } from "./call.ts";
import { downloadUrl } from "./download.ts";
import { type DrivePlace, driveOf } from "./drive.ts";
import { type DriveItemRow, driveEtag, toldDriveItem } from "./drive-item.ts";
import { addFolder, childNamed, driveItemBy, itemAt } from "./drive-path.ts";
import { checkFileName, otherName } from "./file-name.ts";
import { accessDenied, invalidRequest, nameTaken } from "./graph-error.ts";
import { checkMatch } from "./item.ts";
import { pageToken, readPageToken } from "./page-token.ts";
import { collection, context, entity } from "./shape.ts";
import { readBehaviour } from "./write-file.ts";

const CHILDREN_PAGE = 200;

export const place = (drive: DrivePlace): string => `drives('${drive.driveId}')/items`;

/** A file or folder with its pre-authenticated download address, as single items have it. */
export const wholeItem = (call: Call, drive: DrivePlace, row: DriveItemRow): object => ({
  ...(row.folder === 1 ? {} : { "@microsoft.graph.downloadUrl": downloadUrl(call, drive, row) }),
  ...toldDriveItem(call, drive, row),
});

export const getDriveItem: Handler = (call) => {
  const drive = driveOf(call);
  const row = itemAt(call, drive);
  if (call.headers["if-none-match"] === driveEtag(row)) return { status: 304, headers: { etag: driveEtag(row) } };
  return json(entity(place(drive), wholeItem(call, drive, row), call.query), 200, { etag: driveEtag(row) });
};

const isSkip = (value: unknown): value is { readonly skip: number } =>
  isObject(value) && Number.isSafeInteger(value.skip) && Number(value.skip) >= 0;

const orders: Readonly<Record<string, string>> = { name: "name", size: "size", lastmodifieddatetime: "modified" };

function orderIn(said = "name"): string {
  const [, property = "", direction = "asc"] = /^\s*(\w+)(?:\s+(asc|desc))?\s*$/i.exec(said) ?? [];
  const column = orders[property.toLowerCase()];
  if (!column) throw invalidRequest(`Children cannot be ordered by '${said}'.`);
  return `${column} ${direction.toUpperCase()}, id`;
}

export const getChildren: Handler = (call) => {
  const drive = driveOf(call);
  const folder = itemAt(call, drive);
  const top = call.query.top(CHILDREN_PAGE, 1000);
  const token = call.query.option("skiptoken");
  const { skip } = token === undefined ? { skip: 0 } : readPageToken(token, isSkip);
  const rows = call.database.all<DriveItemRow>(
    `SELECT * FROM driveItems WHERE driveId = ? AND parentId = ? ORDER BY ${orderIn(call.query.option("orderby"))} LIMIT ? OFFSET ?`,
    ...[drive.driveId, folder.id, top + 1, skip],
  );
  const next = rows.length > top ? pageToken({ skip: skip + top }) : undefined;
  const value = rows.slice(0, top).map((row) => wholeItem(call, drive, row));
  return json(collection(`${place(drive)}('${folder.id}')/children`, call.path, call.query, { value, next }));
};

export const createFolder: Handler = (call) => {
  const drive = driveOf(call);
  const parent = itemAt(call, drive);
  const asked = objectIn(call);
  if (typeof asked.name !== "string" || !isObject(asked.folder))
    throw invalidRequest("A name and a folder facet are expected.");
  const behaviour = readBehaviour(asked["@microsoft.graph.conflictBehavior"], "fail");
  let { name } = asked;
  const there = childNamed(call, parent, name);
  if (there && (behaviour === "fail" || there.folder === 0)) throw nameTaken();
  if (there && behaviour === "replace") return json(entity(place(drive), wholeItem(call, drive, there), call.query));
  for (let n = 1; childNamed(call, parent, name); n++) name = otherName(asked.name, n);
  const row = addFolder(call, parent, name, call.caller);
  return created(entity(place(drive), wholeItem(call, drive, row), call.query));
};

/** Renames or moves within its drive. */
export const updateDriveItem: Handler = (call) => {
  const drive = driveOf(call);
  const row = itemAt(call, drive);
  checkMatch(call.headers["if-match"], driveEtag(row));
  if (row.parentId === null) throw accessDenied("The root folder cannot be changed.");
  const { name = row.name, parentReference } = objectIn(call);
  if (typeof name !== "string") throw invalidRequest("name must be text.");
  checkFileName(name);
  const into = isObject(parentReference) && typeof parentReference.id === "string" ? parentReference.id : row.parentId;
  const parent = driveItemBy(call, drive.driveId, into);
  const taken = childNamed(call, parent, name);
  if (taken && taken.id !== row.id) throw nameTaken();
  call.database.run(
    "UPDATE driveItems SET name = ?, parentId = ?, version = version + 1, modified = ?, modifiedBy = ? WHERE driveId = ? AND id = ?",
    ...[name, parent.id, instant(call.now()), JSON.stringify(identityOf(call.caller)), drive.driveId, row.id],
  );
  const after = driveItemBy(call, drive.driveId, row.id);
  return json({ "@odata.context": context(`${place(drive)}/$entity`), ...wholeItem(call, drive, after) });
};

/** Removes a file, or a folder with all it holds. */
export const deleteDriveItem: Handler = (call) => {
  const drive = driveOf(call);
  const row = itemAt(call, drive);
  checkMatch(call.headers["if-match"], driveEtag(row));
  if (row.parentId === null) throw accessDenied("The root folder cannot be deleted.");
  call.database.run(
    `WITH RECURSIVE gone (id) AS (SELECT ?2 UNION SELECT child.id FROM driveItems child JOIN gone ON child.parentId = gone.id
       WHERE child.driveId = ?1)
     DELETE FROM driveItems WHERE driveId = ?1 AND id IN (SELECT id FROM gone)`,
    ...[drive.driveId, row.id],
  );
  return noContent;
};
