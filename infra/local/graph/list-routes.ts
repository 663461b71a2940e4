import { createColumn, deleteColumn, getColumn, getColumns, updateColumn } from "./columns.ts";
import { getDelta } from "./delta.ts";
import { createItem, deleteItem, getItem, getItemFields, getItems, updateItem, updateItemFields } from "./items.ts";
import { createList, deleteList, getList, getLists, updateList } from "./lists.ts";
import type { Route } from "./route.ts";
import { getSite, getSiteByPath, searchSites } from "./sites.ts";
import { get, getSeveral, patch, post, remove } from "./told-route.ts";

const list = "/sites/{site-id}/lists/{list-id}";
const item = `${list}/items/{item-id}`;

/** Sites, their lists, and what lists hold. */
export const listRoutes: readonly Route[] = [
  getSeveral("/sites", searchSites, { options: ["select", "search"] }),
  get("/sites/{site-id}", getSite),
  get("/sites/{hostname}:/{relative-path}", getSiteByPath),

  getSeveral("/sites/{site-id}/lists", getLists, {
    options: ["select", "expand", "filter"],
    expands: ["columns", "drive"],
  }),
  post("/sites/{site-id}/lists", createList, { role: "manage" }),
  get(list, getList, { options: ["select", "expand"], expands: ["columns", "drive", "items"] }),
  patch(list, updateList, { role: "manage" }),
  remove(list, deleteList, { role: "manage" }),
  getSeveral(`${list}/columns`, getColumns),
  post(`${list}/columns`, createColumn, { role: "manage" }),
  get(`${list}/columns/{column-id}`, getColumn),
  patch(`${list}/columns/{column-id}`, updateColumn, { role: "manage" }),
  remove(`${list}/columns/{column-id}`, deleteColumn, { role: "manage" }),

  getSeveral(`${list}/items`, getItems, {
    options: ["select", "expand", "filter", "orderby", "top", "skiptoken"],
    expands: ["fields"],
  }),
  post(`${list}/items`, createItem, { options: ["select", "expand"], expands: ["fields"] }),
  get(`${list}/items/delta`, getDelta, { options: ["select", "expand", "top", "skiptoken"], expands: ["fields"] }),
  get(item, getItem, { options: ["select", "expand"], expands: ["fields"] }),
  patch(item, updateItem, { options: ["select", "expand"], expands: ["fields"] }),
  remove(item, deleteItem),
  get(`${item}/fields`, getItemFields),
  patch(`${item}/fields`, updateItemFields),
];
