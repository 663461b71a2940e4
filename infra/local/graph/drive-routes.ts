import { checkIn, checkOut, discardCheckout } from "./checkout.ts";
import { getContent, putContent } from "./content.ts";
import { copyDriveItem } from "./copy.ts";
import { createChild } from "./create-child.ts";
import { createLink } from "./create-link.ts";
import { deleteDriveItem, deletePermanently } from "./delete-drive-item.ts";
import { getDriveDelta } from "./drive-delta.ts";
import { getChildren, getDriveItem } from "./drive-items.ts";
import { searchDrive } from "./drive-search.ts";
import { getDrive, getDriveList, getDrives } from "./drives.ts";
import { getFileFields, getFileListItem, updateFileFields } from "./file-list-item.ts";
import {
  deleteFilePermission,
  getFilePermission,
  getFilePermissions,
  updateFilePermission,
} from "./file-permissions.ts";
import { getFileVersion, getFileVersions, getVersionContent, restoreVersion } from "./file-versions.ts";
import { invite } from "./invite.ts";
import { getRetentionLabel, removeRetentionLabel, setRetentionLabel } from "./retention-label.ts";
import type { Route } from "./route.ts";
import { get, getSeveral, patch, post, put, remove } from "./told-route.ts";
import { updateDriveItem } from "./update-drive-item.ts";
import { createUploadSession } from "./upload-session.ts";

const drive = "/drives/{drive-id}";
const file = `${drive}/{drive-item}`;
const expands = ["children", "listItem", "permissions"];
const paged = { options: ["select", "expand", "top", "orderby", "skiptoken"], expands } as const;
/** Microsoft counts every operation on permissions as five. */
const shared = { units: 5 } as const;

const permissions: readonly Route[] = [
  getSeveral(`${file}/permissions`, getFilePermissions, shared),
  get(`${file}/permissions/{permission-id}`, getFilePermission, shared),
  patch(`${file}/permissions/{permission-id}`, updateFilePermission, shared),
  remove(`${file}/permissions/{permission-id}`, deleteFilePermission, shared),
  post(`${file}/invite`, invite, shared),
  post(`${file}/createLink`, createLink, shared),
];

const versions: readonly Route[] = [
  getSeveral(`${file}/versions`, getFileVersions, { options: ["select", "top"] }),
  get(`${file}/versions/{version-id}`, getFileVersion),
  get(`${file}/versions/{version-id}/content`, getVersionContent),
  post(`${file}/versions/{version-id}/restoreVersion`, restoreVersion),
  post(`${file}/checkout`, checkOut),
  post(`${file}/checkin`, checkIn),
  post(`${file}/discardCheckout`, discardCheckout),
];

const metadata: readonly Route[] = [
  get(`${file}/listItem`, getFileListItem, { options: ["select", "expand"], expands: ["fields"] }),
  get(`${file}/listItem/fields`, getFileFields),
  patch(`${file}/listItem/fields`, updateFileFields),
  get(`${file}/retentionLabel`, getRetentionLabel),
  patch(`${file}/retentionLabel`, setRetentionLabel),
  remove(`${file}/retentionLabel`, removeRetentionLabel),
];

const finding: readonly Route[] = [
  getSeveral(`${drive}/search(q='{text}')`, searchDrive, paged),
  getSeveral(`${file}/search(q='{text}')`, searchDrive, paged),
  get(`${file}/delta`, getDriveDelta, { options: ["select", "top", "skiptoken"] }),
  get(`${file}/delta()`, getDriveDelta, { options: ["select", "top", "skiptoken"] }),
  get(`${file}/delta(token='{token}')`, getDriveDelta, { options: ["select", "top", "skiptoken"] }),
];

/** Document libraries, and the files and folders in them. */
export const driveRoutes: readonly Route[] = [
  getSeveral("/sites/{site-id}/drives", getDrives),
  get(drive, getDrive),
  get(`${drive}/list`, getDriveList),
  get(file, getDriveItem, { options: ["select", "expand"], expands }),
  patch(file, updateDriveItem),
  remove(file, deleteDriveItem),
  getSeveral(`${file}/children`, getChildren, paged),
  post(`${file}/children`, createChild),
  post(`${file}/permanentDelete`, deletePermanently),
  post(`${file}/copy`, copyDriveItem),
  get(`${file}/content`, getContent, { options: ["format"] }),
  put(`${file}/content`, putContent),
  post(`${file}/createUploadSession`, createUploadSession),
  ...finding,
  ...versions,
  ...metadata,
  ...permissions,
];
