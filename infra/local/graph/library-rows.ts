import { json } from "../http/answer.ts";
import { type Call, type Handler, isObject, parameter } from "./call.ts";
import { driveBy } from "./drive.ts";
import type { DriveItemRow } from "./drive-item.ts";
import { toldFileListItem } from "./file-list-item.ts";
import { notFound, notImplemented } from "./graph-error.ts";
import { listOf } from "./list.ts";
import { pageToken, readPageToken } from "./page-token.ts";
import { collection } from "./shape.ts";

const USUAL_PAGE = 200;
const LARGEST_PAGE = 5000;
const numbered =
  "SELECT driveItems.*, number FROM driveItems JOIN fileStates USING (driveId) WHERE fileStates.itemId = driveItems.id AND parentId IS NOT NULL AND driveId = ?";

type NumberedFile = DriveItemRow & { readonly number: number };

const isAfter = (value: unknown): value is { after: number } => isObject(value) && Number.isSafeInteger(value.after);

/** The same call, about the file that a library's row is. Throws itemNotFound. */
function asFile(call: Call): Call {
  const { driveId } = listOf(call).list;
  if (driveId === null) throw notFound("The item is not a file.");
  const [file] = call.database.all<NumberedFile>(
    `${numbered} AND number = ?`,
    ...[driveId, Number(parameter(call, "item-id"))],
  );
  if (!file) throw notFound("The specified item was not found.");
  return { ...call, parameters: { "drive-id": driveId, "item-id": file.id } };
}

const isLibrary = (call: Call): boolean => listOf(call).list.driveId !== null;

/** A list's rows are served by one, a library's files by the other. */
export const either =
  (ofList: Handler, ofFile: Handler): Handler =>
  (call) =>
    isLibrary(call) ? ofFile(asFile(call)) : ofList(call);

/** A library's files and folders as rows, by number. Throws 501 for what only lists can be asked. */
export const orFiles =
  (ofList: Handler): Handler =>
  (call) => {
    if (!isLibrary(call)) return ofList(call);
    for (const option of ["filter", "orderby", "count"] as const) {
      if (call.query.option(option) !== undefined) throw notImplemented(`$${option} on the list items of a library`);
    }
    return json(files(call));
  };

function files(call: Call): object {
  const { site, list } = listOf(call);
  const drive = driveBy(call, list.driveId ?? "");
  const token = call.query.option("skiptoken");
  const { after } = token === undefined ? { after: 0 } : readPageToken(token, isAfter);
  const top = call.query.top(USUAL_PAGE, LARGEST_PAGE);
  const found = call.database.all<NumberedFile>(
    `${numbered} AND number > ? ORDER BY number LIMIT ?`,
    ...[drive.driveId, after, top + 1],
  );
  const shown = found.slice(0, top);
  const fields = call.query.expanded().get("fields");
  return collection(`sites('${site.id}')/lists('${list.id}')/items`, call.path, call.query, {
    value: shown.map((file) => toldFileListItem(call, drive, file, fields)),
    next: found.length > top ? pageToken({ after: shown.at(-1)?.number ?? after }) : undefined,
  });
}

/** The file a row is; only a library's rows are any. */
export const noFile: Handler = () => {
  throw notFound("The item is not a file.");
};
