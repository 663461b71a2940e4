import { createColumn, deleteColumn, getColumn, getColumns, updateColumn } from "./column-handlers.ts";
import { getContentType, getContentTypes } from "./content-types.ts";
import { getDelta } from "./delta.ts";
import { getDriveItem } from "./drive-items.ts";
import { getFileFields, getFileListItem, updateFileFields } from "./file-list-item.ts";
import { createItemLink } from "./item-link.ts";
import { getItemVersion, getItemVersionFields, getItemVersions, restoreItemVersion } from "./item-versions.ts";
import { createItem, deleteItem, getItem, getItemFields, getItems, updateItem, updateItemFields } from "./items.ts";
import { either, noFile, orFiles } from "./library-rows.ts";
import { createList, deleteList, getList, getLists, updateList } from "./lists.ts";
import type { Route } from "./route.ts";
import { getSite, getSiteByPath, searchSites } from "./sites.ts";
import { get, getSeveral, patch, post, remove } from "./told-route.ts";

const site = "/sites/{site-id}";
const list = `${site}/lists/{list-id}`;
const item = `${list}/items/{item-id}`;
const version = `${item}/versions/{version-id}`;

const few = ["select", "filter", "orderby", "top", "skiptoken"] as const;
const withFields = { options: ["select", "expand"], expands: ["fields"] } as const;
const manages = { role: "manage" } as const;

const columnRoutesOf = (place: string): readonly Route[] => [
  getSeveral(`${place}/columns`, getColumns, { options: few }),
  post(`${place}/columns`, createColumn, manages),
  get(`${place}/columns/{column-id}`, getColumn),
  patch(`${place}/columns/{column-id}`, updateColumn, manages),
  remove(`${place}/columns/{column-id}`, deleteColumn, manages),
];

const rows: readonly Route[] = [
  getSeveral(`${list}/items`, orFiles(getItems), {
    options: ["select", "expand", "filter", "orderby", "top", "skiptoken", "count"],
    expands: ["fields"],
  }),
  post(`${list}/items`, createItem, withFields),
  get(`${list}/items/delta`, getDelta, { options: ["select", "expand", "top", "skiptoken"], expands: ["fields"] }),
  get(item, either(getItem, getFileListItem), withFields),
  patch(item, updateItem, withFields),
  remove(item, deleteItem),
  get(`${item}/fields`, either(getItemFields, getFileFields)),
  patch(`${item}/fields`, either(updateItemFields, updateFileFields)),
  get(`${item}/driveItem`, either(noFile, getDriveItem)),
  getSeveral(`${item}/versions`, getItemVersions, {
    options: ["select", "expand", "top", "skiptoken"],
    expands: ["fields"],
  }),
  get(version, getItemVersion, withFields),
  get(`${version}/fields`, getItemVersionFields),
  post(`${version}/restoreVersion`, restoreItemVersion),
  post(`${item}/createLink`, createItemLink, { units: 5 }),
];

const expands = ["columns", "contentTypes", "drive", "items"];

/** Sites, their lists, and what lists hold. */
export const listRoutes: readonly Route[] = [
  getSeveral("/sites", searchSites, { options: ["select", "search", "top", "skiptoken"] }),
  get(site, getSite),
  get("/sites/{hostname}:/{relative-path}", getSiteByPath),
  ...columnRoutesOf(site),

  getSeveral(`${site}/lists`, getLists, {
    options: [...few, "expand"],
    expands: expands.filter((name) => name !== "items"),
  }),
  post(`${site}/lists`, createList, manages),
  get(list, getList, { options: ["select", "expand"], expands }),
  patch(list, updateList, manages),
  remove(list, deleteList, manages),
  ...columnRoutesOf(list),
  getSeveral(`${list}/contentTypes`, getContentTypes, { options: few }),
  get(`${list}/contentTypes/{content-type-id}`, getContentType),
  ...rows,
];
