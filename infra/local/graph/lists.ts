import { randomUUID } from "node:crypto";
import { created, json, noContent } from "../http/answer.ts";
import { addBuiltInColumns } from "./built-in-columns.ts";
import {
  type Call,
  type Caller,
  type Ground,
  type Handler,
  identityOf,
  instant,
  isObject,
  objectIn,
  parameter,
} from "./call.ts";
import { addColumn, toldColumns } from "./columns.ts";
import { openDrive, toldDrive } from "./drive.ts";
import { invalidRequest, nameTaken } from "./graph-error.ts";
import { type ItemRow, toldItem } from "./item.ts";
import { type ListRow, listIn, listOf, toldList } from "./list.ts";
import { collection, entity } from "./shape.ts";
import { type SiteRow, siteBy } from "./sites.ts";

/** Templates a list can be made from here. */
const templates = ["genericList", "documentLibrary"];

/** What may be expanded on a list. */
function withExpanded(call: Call, site: SiteRow, list: ListRow): object {
  const expand = call.query.expanded();
  const columns = expand.get("columns");
  const items = expand.get("items");
  const rows = items
    ? call.database.all<ItemRow>("SELECT * FROM items WHERE listId = ? ORDER BY id LIMIT 200", list.id)
    : [];
  return {
    ...toldList(site, list),
    ...(columns ? { columns: toldColumns(call, list) } : {}),
    ...(items ? { items: rows.map((row) => toldItem(call, site, list, row, items.expanded().get("fields"))) } : {}),
    ...(expand.has("drive") && list.driveId !== null ? { drive: toldDrive(call, site, list) } : {}),
  };
}

export const getList: Handler = (call) => {
  const { site, list } = listOf(call);
  return json(entity(`sites('${site.id}')/lists`, withExpanded(call, site, list), call.query));
};

export const getLists: Handler = (call) => {
  const site = siteBy(call, parameter(call, "site-id"));
  const lists = call.database.all<ListRow>(
    "SELECT * FROM lists WHERE siteId = ? AND hidden = 0 ORDER BY displayName",
    site.id,
  );
  const named = filteredByName(call, lists);
  return json(
    collection(`sites('${site.id}')/lists`, call.path, call.query, {
      value: named.map((list) => withExpanded(call, site, list)),
    }),
  );
};

function filteredByName(call: Call, lists: readonly ListRow[]): readonly ListRow[] {
  const filter = call.query.option("filter");
  if (filter === undefined) return lists;
  const [, property, value] = /^\s*(displayName|name)\s+eq\s+'((?:[^']|'')*)'\s*$/i.exec(filter) ?? [];
  if (value === undefined) throw invalidRequest(`Invalid filter clause: '${filter}'.`);
  const wanted = value.replaceAll("''", "'").toLowerCase();
  return lists.filter((list) => (property === "name" ? list.name : list.displayName).toLowerCase() === wanted);
}

export interface NewList {
  readonly displayName: string;
  readonly description?: string;
  readonly template?: string;
  readonly columns?: readonly unknown[];
}

/** Makes a list or library with its built-in columns and those asked for. Throws nameAlreadyExists, invalidRequest. */
export function makeList(ground: Ground, site: SiteRow, asked: NewList, caller: Caller): ListRow {
  const { displayName, description = "", template = "genericList", columns = [] } = asked;
  if (!templates.includes(template)) throw invalidRequest(`The list template '${template}' is not supported.`);
  if (displayName.trim() === "" || displayName.length > 255) throw invalidRequest("displayName is required.");
  const taken = ground.database.one("SELECT 1 FROM lists WHERE siteId = ? AND displayName = ?", site.id, displayName);
  if (taken) throw nameTaken("Name already exists");
  const id = randomUUID();
  const now = instant(ground.now());
  ground.database.run(
    "INSERT INTO lists VALUES (?, ?, ?, ?, ?, ?, 0, NULL, 1, 0, ?, ?, ?)",
    ...[id, site.id, displayName.replace(/[^A-Za-z0-9 _-]/g, ""), displayName, description, template],
    ...[now, now, JSON.stringify(identityOf(caller))],
  );
  const list = listIn(ground, site, id);
  if (template === "documentLibrary") openDrive(ground, site, list, caller);
  addBuiltInColumns(ground, listIn(ground, site, id));
  for (const column of columns) addColumn(ground, list, column);
  return listIn(ground, site, id);
}

export const createList: Handler = (call) => {
  const site = siteBy(call, parameter(call, "site-id"));
  const { displayName, description, list, columns } = objectIn(call);
  if (typeof displayName !== "string") throw invalidRequest("displayName is required.");
  const template = isObject(list) && typeof list.template === "string" ? list.template : undefined;
  const made = makeList(
    call,
    site,
    {
      displayName,
      ...(typeof description === "string" ? { description } : {}),
      ...(template === undefined ? {} : { template }),
      ...(Array.isArray(columns) ? { columns } : {}),
    },
    call.caller,
  );
  return created(entity(`sites('${site.id}')/lists`, toldList(site, made), call.query));
};

export const updateList: Handler = (call) => {
  const { site, list } = listOf(call);
  const { displayName = list.displayName, description = list.description } = objectIn(call);
  if (typeof displayName !== "string" || typeof description !== "string") throw invalidRequest("Text is expected.");
  const other = call.database.one<ListRow>(
    "SELECT * FROM lists WHERE siteId = ? AND displayName = ?",
    site.id,
    displayName,
  );
  if (other && other.id !== list.id) throw nameTaken("Name already exists");
  call.database.run(
    "UPDATE lists SET displayName = ?, description = ?, version = version + 1, modified = ? WHERE id = ?",
    ...[displayName, description, instant(call.now()), list.id],
  );
  return json(entity(`sites('${site.id}')/lists`, toldList(site, listIn(call, site, list.id)), call.query));
};

export const deleteList: Handler = (call) => {
  const { list } = listOf(call);
  for (const column of call.database.all<{ id: string }>("SELECT id FROM columns WHERE listId = ?", list.id)) {
    call.database.define(`DROP INDEX IF EXISTS "field-${column.id}"`);
  }
  for (const table of ["items", "removedItems", "columns"]) {
    call.database.run(`DELETE FROM ${table} WHERE listId = ?`, list.id);
  }
  if (list.driveId !== null) {
    for (const table of ["driveItems", "uploadSessions"]) {
      call.database.run(`DELETE FROM ${table} WHERE driveId = ?`, list.driveId);
    }
  }
  call.database.run("DELETE FROM lists WHERE id = ?", list.id);
  return noContent;
};
