import { randomUUID } from "node:crypto";
import { type Answer, created, json, noContent } from "../http/answer.ts";
import { type Call, type Handler, identityOf, instant, type JsonObject, objectIn, parameter } from "./call.ts";
import { nextChange } from "./change.ts";
import { columnsOf } from "./columns.ts";
import { merged, readFields, startingValues } from "./field-values.ts";
import { invalidRequest } from "./graph-error.ts";
import { checkMatch, etagOf, type ItemRow, itemIn, toldFields, toldItem } from "./item.ts";
import { itemPage } from "./item-page.ts";
import { type ListRow, rowsOf } from "./list.ts";
import { checkLookups } from "./lookup-values.ts";
import { Query } from "./query.ts";
import { collection, entity } from "./shape.ts";
import type { SiteRow } from "./sites.ts";

const place = (site: SiteRow, list: ListRow): string => `sites('${site.id}')/lists('${list.id}')/items`;
const everyField = new Query(new URLSearchParams());

/** What Graph says to a duplicate in a unique column is not documented; this is a guess, and clients must not rely on it. */
function unlessDuplicate<T>(write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (error instanceof Error && error.message.includes("UNIQUE constraint failed: index 'field-")) {
      throw invalidRequest("One or more fields with unique constraints already has the provided value.");
    }
    throw error;
  }
}

const whole = (call: Call, site: SiteRow, list: ListRow, row: ItemRow): object =>
  entity(
    place(site, list),
    toldItem(call, site, list, row, call.query.expanded().get("fields") ?? everyField),
    call.query,
  );

export const getItems: Handler = (call) => {
  const { site, list } = rowsOf(call);
  const fields = call.query.expanded().get("fields");
  const { rows, next, count } = itemPage(call, list);
  const value = rows.map((row) => toldItem(call, site, list, row, fields));
  return json(collection(place(site, list), call.path, call.query, { value, next, count }));
};

export const getItem: Handler = (call) => {
  const { site, list } = rowsOf(call);
  const row = itemIn(call, list, parameter(call, "item-id"));
  return json(whole(call, site, list, row), 200, { etag: etagOf(row) });
};

export const getItemFields: Handler = (call) => {
  const { site, list } = rowsOf(call);
  const row = itemIn(call, list, parameter(call, "item-id"));
  return json(entity(`${place(site, list)}('${row.id}')/fields`, toldFields(row, call.query, call), everyField));
};

export const createItem: Handler = (call) => {
  const { site, list } = rowsOf(call);
  const now = instant(call.now());
  const columns = columnsOf(call, list);
  const asked = readFields(columns, objectIn(call).fields ?? {});
  checkLookups(call, columns, asked);
  const fields = merged(startingValues(columns, now), asked);
  const by = JSON.stringify(identityOf(call.caller));
  const id = list.lastItem + 1;
  call.database.run("UPDATE lists SET lastItem = ?, modified = ? WHERE id = ?", id, now, list.id);
  unlessDuplicate(() =>
    call.database.run(
      "INSERT INTO items VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)",
      ...[list.id, id, randomUUID(), JSON.stringify(fields), now, by, now, by, nextChange(call)],
    ),
  );
  const row = itemIn(call, list, String(id));
  return created(whole(call, site, list, row), { etag: etagOf(row) });
};

function change(call: Call, list: ListRow, asked: unknown): ItemRow {
  const row = itemIn(call, list, parameter(call, "item-id"));
  checkMatch(call.headers["if-match"], etagOf(row));
  const before: JsonObject = JSON.parse(row.fields);
  const columns = columnsOf(call, list);
  const changes = readFields(columns, asked);
  checkLookups(call, columns, changes);
  return writeVersion(call, list, row, merged(before, changes));
}

/** The next version of a row; the one before it is kept. Throws invalidRequest. */
export function writeVersion(call: Call, list: ListRow, row: ItemRow, fields: JsonObject): ItemRow {
  const now = instant(call.now());
  unlessDuplicate(() =>
    call.database.run(
      "UPDATE items SET fields = ?, version = version + 1, modified = ?, modifiedBy = ?, change = ? WHERE listId = ? AND id = ?",
      ...[JSON.stringify(fields), now, JSON.stringify(identityOf(call.caller)), nextChange(call), list.id, row.id],
    ),
  );
  touchList(call, list);
  return itemIn(call, list, String(row.id));
}

/** A list says when its rows last changed. */
const touchList = (call: Call, list: ListRow): void => {
  call.database.run("UPDATE lists SET modified = ? WHERE id = ?", instant(call.now()), list.id);
};

export const updateItem: Handler = (call) => {
  const { site, list } = rowsOf(call);
  const row = change(call, list, objectIn(call).fields ?? {});
  return json(whole(call, site, list, row), 200, { etag: etagOf(row) });
};

export const updateItemFields: Handler = (call): Answer => {
  const { site, list } = rowsOf(call);
  const row = change(call, list, objectIn(call));
  const told = entity(`${place(site, list)}('${row.id}')/fields`, toldFields(row, call.query, call), everyField);
  return json(told, 200, { etag: etagOf(row) });
};

export const deleteItem: Handler = (call) => {
  const { list } = rowsOf(call);
  const row = itemIn(call, list, parameter(call, "item-id"));
  checkMatch(call.headers["if-match"], etagOf(row));
  call.database.run("DELETE FROM items WHERE listId = ? AND id = ?", list.id, row.id);
  call.database.run("INSERT INTO removedItems VALUES (?, ?, ?)", list.id, row.id, nextChange(call));
  touchList(call, list);
  return noContent;
};
