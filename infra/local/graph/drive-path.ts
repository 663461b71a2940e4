import { randomUUID } from "node:crypto";
import { type Call, type Caller, type Ground, identityOf, instant, parameter } from "./call.ts";
import type { DrivePlace } from "./drive.ts";
import { type DriveItemRow, newDriveItemId, pathOf } from "./drive-item.ts";
import { checkFileName, checkPathLength } from "./file-name.ts";
import { invalidRequest, notFound } from "./graph-error.ts";

export const rootOf = (ground: Ground, driveId: string): DriveItemRow => {
  const root = ground.database.one<DriveItemRow>(
    "SELECT * FROM driveItems WHERE driveId = ? AND parentId IS NULL",
    driveId,
  );
  if (!root) throw notFound("The specified drive was not found.");
  return root;
};

export const driveItemBy = (ground: Ground, driveId: string, id: string): DriveItemRow => {
  if (id === "root") return rootOf(ground, driveId);
  const row = ground.database.one<DriveItemRow>("SELECT * FROM driveItems WHERE driveId = ? AND id = ?", driveId, id);
  if (!row) throw notFound();
  return row;
};

export const childNamed = (ground: Ground, parent: DriveItemRow, name: string): DriveItemRow | undefined =>
  ground.database.one<DriveItemRow>(
    "SELECT * FROM driveItems WHERE driveId = ? AND parentId = ? AND name = ?",
    ...[parent.driveId, parent.id, name],
  );

/** Counts a change that is not one of content or name, and says who made it. */
export function touch(ground: Ground, row: DriveItemRow, caller: Caller): void {
  ground.database.run(
    "UPDATE driveItems SET version = version + 1, modified = ?, modifiedBy = ? WHERE driveId = ? AND id = ?",
    ...[instant(ground.now()), JSON.stringify(identityOf(caller)), row.driveId, row.id],
  );
}

/** How a route addresses a file: by id, or by names below an id. */
interface Address {
  readonly base: DriveItemRow;
  readonly names: readonly string[];
}

function addressOf(call: Call, place: DrivePlace): Address {
  const base = driveItemBy(call, place.driveId, call.parameters["item-id"] ?? "root");
  const names = parameter(call, "item-path")
    .split("/")
    .filter((name) => name !== "");
  for (const name of names) checkFileName(name);
  checkPathLength(names);
  return { base, names };
}

/** The file or folder a request is about. Throws itemNotFound. */
export function itemAt(call: Call, place: DrivePlace): DriveItemRow {
  const { base, names } = addressOf(call, place);
  let at = base;
  for (const name of names) {
    const child = childNamed(call, at, name);
    if (!child) throw notFound();
    at = child;
  }
  return at;
}

/** An item and everything below it; what is deepest comes first. */
export const withAllBelow = (ground: Ground, row: DriveItemRow): readonly DriveItemRow[] =>
  ground.database.all<DriveItemRow>(
    `WITH RECURSIVE below (id, depth) AS (SELECT ?2, 0 UNION ALL SELECT child.id, depth + 1 FROM driveItems child
       JOIN below ON child.parentId = below.id WHERE child.driveId = ?1)
     SELECT driveItems.* FROM driveItems JOIN below USING (id) WHERE driveId = ?1 ORDER BY depth DESC`,
    ...[row.driveId, row.id],
  );

/** A folder by a path as `parentReference` tells it, e.g. `/drive/root:/a/b`. Throws itemNotFound. */
export function folderAt(ground: Ground, place: DrivePlace, path: string): DriveItemRow {
  const [, below = ""] = /root:?(.*)$/.exec(path) ?? [];
  return below
    .split("/")
    .filter((name) => name !== "")
    .reduce(
      (at, name) => {
        const child = childNamed(ground, at, decodeURIComponent(name));
        if (!child) throw notFound();
        return child;
      },
      rootOf(ground, place.driveId),
    );
}

/** Where a file is to be written: its folder, made if need be, its name, and the file there now. */
export interface Target {
  readonly parent: DriveItemRow;
  readonly name: string;
  readonly existing: DriveItemRow | undefined;
}

export function targetOf(call: Call, place: DrivePlace): Target {
  const { base, names } = addressOf(call, place);
  const name = names.at(-1);
  if (name === undefined) {
    if (base.folder === 1) throw invalidRequest("Content can only be written to a file.");
    return { parent: driveItemBy(call, place.driveId, base.parentId ?? "root"), name: base.name, existing: base };
  }
  const parent = names.slice(0, -1).reduce((at, folder) => folderIn(call, at, folder, call.caller), base);
  const existing = childNamed(call, parent, name);
  if (existing?.folder === 1) throw invalidRequest("The name belongs to a folder.");
  return { parent, name, existing };
}

/** A folder's child folder, made when it is not there. Throws invalidRequest when a file has the name. */
export function folderIn(ground: Ground, parent: DriveItemRow, name: string, caller: Caller): DriveItemRow {
  const there = childNamed(ground, parent, name);
  if (there?.folder === 0) throw invalidRequest(`'${name}' is a file, not a folder.`);
  return there ?? addFolder(ground, parent, name, caller);
}

export function addFolder(ground: Ground, parent: DriveItemRow, name: string, caller: Caller): DriveItemRow {
  checkFileName(name);
  checkPathLength([...pathOf(ground, parent), name]);
  const id = newDriveItemId();
  const now = instant(ground.now());
  const by = JSON.stringify(identityOf(caller));
  ground.database.run(
    "INSERT INTO driveItems VALUES (?, ?, ?, ?, 1, 0, NULL, NULL, ?, 1, 0, ?, ?, ?, ?)",
    ...[parent.driveId, id, parent.id, name, randomUUID(), now, by, now, by],
  );
  return driveItemBy(ground, parent.driveId, id);
}
