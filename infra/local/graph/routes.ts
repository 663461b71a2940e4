import { createColumn, deleteColumn, getColumn, getColumns, updateColumn } from "./columns.ts";
import { getContent, putContent } from "./content.ts";
import { getDelta } from "./delta.ts";
import { getGroup, getGroups, getMe, getMembers, getUser, getUsers } from "./directory.ts";
import { createFolder, deleteDriveItem, getChildren, getDriveItem, updateDriveItem } from "./drive-items.ts";
import { getDrive, getDriveList, getDrives } from "./drives.ts";
import { createItem, deleteItem, getItem, getItemFields, getItems, updateItem, updateItemFields } from "./items.ts";
import { createList, deleteList, getList, getLists, updateList } from "./lists.ts";
import type { Need, Route } from "./route.ts";
import { getSite, getSiteByPath, searchSites } from "./sites.ts";
import { createUploadSession } from "./upload-session.ts";

type Told = Partial<Pick<Route, "needs" | "options" | "expands">>;

const route =
  (method: Route["method"], units: number) =>
  (path: string, handle: Route["handle"], told: Told = {}): Route => ({
    method,
    path,
    handle,
    needs: "sites" satisfies Need,
    options: ["select"],
    expands: [],
    units,
    ...told,
  });

const get = route("GET", 1);
const getSeveral = route("GET", 2);
const post = route("POST", 2);
const put = route("PUT", 2);
const patch = route("PATCH", 2);
const remove = route("DELETE", 2);

const list = "/sites/{site-id}/lists/{list-id}";
const item = `${list}/items/{item-id}`;
const file = "/drives/{drive-id}/{drive-item}";

/** Everything the local Graph serves; the first match answers. */
export const routes: readonly Route[] = [
  getSeveral("/sites", searchSites, { options: ["select", "search"] }),
  get("/sites/{site-id}", getSite),
  get("/sites/{hostname}:/{relative-path}", getSiteByPath),

  getSeveral("/sites/{site-id}/lists", getLists, {
    options: ["select", "expand", "filter"],
    expands: ["columns", "drive"],
  }),
  post("/sites/{site-id}/lists", createList),
  get(list, getList, { options: ["select", "expand"], expands: ["columns", "drive", "items"] }),
  patch(list, updateList),
  remove(list, deleteList),
  getSeveral(`${list}/columns`, getColumns),
  post(`${list}/columns`, createColumn),
  get(`${list}/columns/{column-id}`, getColumn),
  patch(`${list}/columns/{column-id}`, updateColumn),
  remove(`${list}/columns/{column-id}`, deleteColumn),

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

  getSeveral("/sites/{site-id}/drives", getDrives),
  get("/drives/{drive-id}", getDrive),
  get("/drives/{drive-id}/list", getDriveList),
  get(file, getDriveItem),
  patch(file, updateDriveItem),
  remove(file, deleteDriveItem),
  getSeveral(`${file}/children`, getChildren, { options: ["select", "top", "orderby", "skiptoken"] }),
  post(`${file}/children`, createFolder),
  get(`${file}/content`, getContent, { options: ["format"] }),
  put(`${file}/content`, putContent),
  post(`${file}/createUploadSession`, createUploadSession),

  get("/me", getMe, { needs: "me" }),
  getSeveral("/users", getUsers, { needs: "users", options: ["select", "filter", "top", "skiptoken"] }),
  get("/users/{user-id}", getUser, { needs: "users" }),
  getSeveral("/groups", getGroups, { needs: "groups", options: ["select", "filter", "top", "skiptoken"] }),
  get("/groups/{group-id}", getGroup, { needs: "groups" }),
  getSeveral("/groups/{group-id}/members", getMembers, { needs: "groups", options: ["select", "top", "skiptoken"] }),
];
