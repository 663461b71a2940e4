import { created, json, noContent } from "../http/answer.ts";
import {
  type Call,
  type Handler,
  identityOf,
  instant,
  isObject,
  type JsonObject,
  objectIn,
  parameter,
} from "./call.ts";
import { toldColumns } from "./columns.ts";
import { contentTypes } from "./content-types.ts";
import { toldDrive } from "./drive.ts";
import { accessDenied, invalidRequest, nameTaken } from "./graph-error.ts";
import { inMemoryPage } from "./in-memory-page.ts";
import { checkMatch, type ItemRow, toldItem } from "./item.ts";
import { isSystem, LISTS, type ListRow, listIn, listOf, toldList } from "./list.ts";
import { checkListName, isNameTaken, makeList, type NewList } from "./make-list.ts";
import type { Query } from "./query.ts";
import { collection, entity, selecting } from "./shape.ts";
import { type SiteRow, siteBy } from "./sites.ts";

const MOST_EXPANDED = 200;

function expandedItems(call: Call, site: SiteRow, list: ListRow, query: Query): readonly object[] {
  const rows = call.database.all<ItemRow>(
    "SELECT * FROM items WHERE listId = ? ORDER BY id LIMIT ?",
    ...[list.id, query.top(MOST_EXPANDED, MOST_EXPANDED)],
  );
  return rows.map((row) => selecting(toldItem(call, site, list, row, query.expanded().get("fields")), query));
}

/** A list with what of it is to be expanded. */
function withExpanded(call: Call, site: SiteRow, list: ListRow): object {
  const expand = call.query.expanded();
  const [columns, types, drive, items] = ["columns", "contentTypes", "drive", "items"].map((name) => expand.get(name));
  const chosen = (values: readonly object[], query: Query) => values.map((one) => selecting(one, query));
  return {
    ...toldList(site, list),
    ...(columns ? { columns: chosen(toldColumns(call, list), columns) } : {}),
    ...(types ? { contentTypes: chosen(contentTypes(list), types) } : {}),
    ...(items ? { items: expandedItems(call, site, list, items) } : {}),
    ...(drive && list.driveId !== null ? { drive: selecting(toldDrive(call, site, list), drive) } : {}),
  };
}

const place = (site: SiteRow): string => `sites('${site.id}')/lists`;

export const getList: Handler = (call) => {
  const { site, list } = listOf(call);
  return json(entity(place(site), withExpanded(call, site, list), call.query), 200, {
    etag: `"${list.id},${list.version}"`,
  });
};

/** Lists with the system facet are told only to whoever selects `system`. */
export const getLists: Handler = (call) => {
  const site = siteBy(call, parameter(call, "site-id"));
  const everything = call.query.selected()?.includes("system") === true;
  const lists = call.database.all<ListRow>(
    `${LISTS} WHERE siteId = ? AND (template <> 'userInformation' OR ?) ORDER BY displayName`,
    ...[site.id, everything ? 1 : 0],
  );
  const byId = new Map(lists.map((list) => [list.id, list]));
  const page = inMemoryPage(
    lists.map((list) => toldList(site, list)),
    call.query,
  );
  const value = page.value.flatMap(({ id }) => {
    const list = byId.get(id ?? "");
    return list ? [withExpanded(call, site, list)] : [];
  });
  return json(collection(place(site), call.path, call.query, { ...page, value }));
};

const facetIn = ({ list }: JsonObject): JsonObject => (isObject(list) ? list : {});

function newList(body: JsonObject): NewList {
  const { displayName, name, description, columns } = body;
  const { template, contentTypesEnabled, hidden } = facetIn(body);
  const called = displayName ?? name;
  checkListName(called);
  return {
    displayName: called,
    ...(typeof description === "string" ? { description } : {}),
    ...(typeof template === "string" ? { template } : {}),
    ...(typeof contentTypesEnabled === "boolean" ? { contentTypesEnabled } : {}),
    ...(typeof hidden === "boolean" ? { hidden } : {}),
    ...(Array.isArray(columns) ? { columns } : {}),
  };
}

export const createList: Handler = (call) => {
  const site = siteBy(call, parameter(call, "site-id"));
  const made = makeList(call, site, newList(objectIn(call)), call.caller);
  return created(entity(place(site), toldList(site, made), call.query), { etag: `"${made.id},${made.version}"` });
};

export const updateList: Handler = (call) => {
  const { site, list } = listOf(call);
  checkMatch(call.headers["if-match"], `"${list.id},${list.version}"`);
  const body = objectIn(call);
  const { displayName = list.displayName, description = list.description } = body;
  const { template = list.template, contentTypesEnabled = list.contentTypesEnabled === 1 } = facetIn(body);
  checkListName(displayName);
  if (typeof description !== "string") throw invalidRequest("description is text.");
  if (template !== list.template) throw invalidRequest("A list's template cannot be changed.");
  if (isNameTaken(call, site, displayName, list.id)) throw nameTaken("Name already exists");
  call.database.run(
    "UPDATE lists SET displayName = ?, description = ?, version = version + 1, modified = ? WHERE id = ?",
    ...[displayName, description, instant(call.now()), list.id],
  );
  call.database.run(
    "INSERT INTO listFacts VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET contentTypesEnabled = ?2, modifiedBy = ?3",
    ...[list.id, contentTypesEnabled === true ? 1 : 0, JSON.stringify(identityOf(call.caller))],
  );
  return json(entity(place(site), toldList(site, listIn(call, site, list.id)), call.query));
};

export const deleteList: Handler = (call) => {
  const { list } = listOf(call);
  if (isSystem(list)) throw accessDenied("A list of the system cannot be deleted.");
  checkMatch(call.headers["if-match"], `"${list.id},${list.version}"`);
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
