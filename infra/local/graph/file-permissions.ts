import type { Permission } from "@microsoft/microsoft-graph-types";
import { json, noContent } from "../http/answer.ts";
import { type Call, type Ground, type Handler, objectIn, parameter } from "./call.ts";
import { type DrivePlace, driveOf } from "./drive.ts";
import { type DriveItemRow, pathOf } from "./drive-item.ts";
import { driveItemBy, itemAt, touch } from "./drive-path.ts";
import { accessDenied, invalidRequest, notFound } from "./graph-error.ts";
import { collection, entity } from "./shape.ts";

const roles = ["read", "write", "owner", "sp.full control", "sp.owner", "sp.member"];

/** Roles as they may be granted. Throws invalidRequest. */
export function rolesIn(value: unknown): string[] {
  if (!Array.isArray(value) || value.length === 0 || !value.every((one) => roles.includes(one))) {
    throw invalidRequest(`roles are some of ${roles.join(", ")}.`);
  }
  return value;
}

const ownOf = (ground: Ground, row: DriveItemRow): readonly Permission[] =>
  ground.database
    .all<{ permission: string }>(
      "SELECT permission FROM filePermissions WHERE driveId = ? AND itemId = ? ORDER BY rowid",
      ...[row.driveId, row.id],
    )
    .map(({ permission }) => JSON.parse(permission) as Permission);

/** Grants on an item, and those it has from the folders above it. */
export function permissionsOf(ground: Ground, drive: DrivePlace, row: DriveItemRow): readonly Permission[] {
  const all: Permission[] = [...ownOf(ground, row)];
  let at = row;
  while (at.parentId !== null) {
    at = driveItemBy(ground, drive.driveId, at.parentId);
    const names = pathOf(ground, at).map((name) => `/${encodeURIComponent(name)}`);
    const inheritedFrom = {
      driveId: drive.driveId,
      id: at.id,
      path: `/drives/${drive.driveId}/root:${names.join("")}`,
    };
    all.push(...ownOf(ground, at).map((permission) => ({ ...permission, inheritedFrom })));
  }
  return all;
}

/** Keeps a grant, new or changed. */
export function grant(call: Call, row: DriveItemRow, permission: Permission & { readonly id: string }): void {
  call.database.run(
    "INSERT INTO filePermissions VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET permission = excluded.permission",
    ...[row.driveId, row.id, permission.id, JSON.stringify(permission)],
  );
  touch(call, row, call.caller);
}

const place = (row: DriveItemRow): string => `drives('${row.driveId}')/items('${row.id}')/permissions`;

function permissionOf(call: Call): { readonly row: DriveItemRow; readonly permission: Permission } {
  const drive = driveOf(call);
  const row = itemAt(call, drive);
  const id = parameter(call, "permission-id");
  const permission = permissionsOf(call, drive, row).find((one) => one.id === id);
  if (!permission) throw notFound("The specified permission was not found.");
  return { row, permission };
}

function ownPermission(call: Call): ReturnType<typeof permissionOf> {
  const found = permissionOf(call);
  if (found.permission.inheritedFrom) throw accessDenied("An inherited permission is changed where it was granted.");
  return found;
}

export const getFilePermissions: Handler = (call) => {
  const drive = driveOf(call);
  const row = itemAt(call, drive);
  return json(collection(place(row), call.path, call.query, { value: permissionsOf(call, drive, row) }));
};

export const getFilePermission: Handler = (call) => {
  const { row, permission } = permissionOf(call);
  return json(entity(place(row), permission, call.query));
};

export const updateFilePermission: Handler = (call) => {
  const { row, permission } = ownPermission(call);
  const after = { ...permission, id: permission.id ?? "", roles: rolesIn(objectIn(call).roles) };
  grant(call, row, after);
  return json(entity(place(row), after, call.query));
};

export const deleteFilePermission: Handler = (call) => {
  const { row, permission } = ownPermission(call);
  call.database.run(
    "DELETE FROM filePermissions WHERE driveId = ? AND itemId = ? AND id = ?",
    ...[row.driveId, row.id, permission.id ?? ""],
  );
  touch(call, row, call.caller);
  return noContent;
};
