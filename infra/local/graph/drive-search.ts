import { json } from "../http/answer.ts";
import { type Handler, isObject, parameter } from "./call.ts";
import { driveOf } from "./drive.ts";
import type { DriveItemRow } from "./drive-item.ts";
import { orderIn, place, wholeItem } from "./drive-items.ts";
import { itemAt, withAllBelow } from "./drive-path.ts";
import { stateOf } from "./file-state.ts";
import { pageToken, readPageToken } from "./page-token.ts";
import { collection } from "./shape.ts";

const USUAL_PAGE = 200;
const isSkip = (value: unknown): value is { readonly skip: number } =>
  isObject(value) && Number.isSafeInteger(value.skip) && Number(value.skip) >= 0;

/** Files and folders below one whose name, description or fields hold every word; what is in files is not searched. */
export const searchDrive: Handler = (call) => {
  const drive = driveOf(call);
  const from = itemAt(call, drive);
  const words = parameter(call, "text").replaceAll("''", "'").toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (row: DriveItemRow): boolean => {
    const { description, fields } = stateOf(call, row);
    const text = `${row.name} ${description ?? ""} ${Object.values(JSON.parse(fields)).join(" ")}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const { column, descending } = orderIn(call.query.option("orderby"));
  const found = withAllBelow(call, from)
    .filter((row) => row.id !== from.id && holds(row))
    .sort((a, b) => {
      const before = a[column] < b[column] ? -1 : a[column] > b[column] ? 1 : a.id < b.id ? -1 : 1;
      return descending ? -before : before;
    });
  const top = call.query.top(USUAL_PAGE, 1000);
  const token = call.query.option("skiptoken");
  const { skip } = token === undefined ? { skip: 0 } : readPageToken(token, isSkip);
  const next = found.length > skip + top ? pageToken({ skip: skip + top }) : undefined;
  const value = found.slice(skip, skip + top).map((row) => wholeItem(call, drive, row));
  return json(collection(place(drive), call.path, call.query, { value, next }));
};
