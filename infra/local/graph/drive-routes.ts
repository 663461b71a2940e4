import { getContent, putContent } from "./content.ts";
import { createFolder, deleteDriveItem, getChildren, getDriveItem, updateDriveItem } from "./drive-items.ts";
import { getDrive, getDriveList, getDrives } from "./drives.ts";
import type { Route } from "./route.ts";
import { get, getSeveral, patch, post, put, remove } from "./told-route.ts";
import { createUploadSession } from "./upload-session.ts";

const file = "/drives/{drive-id}/{drive-item}";

/** Document libraries, and the files and folders in them. */
export const driveRoutes: readonly Route[] = [
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
];
