import { randomUUID } from "node:crypto";
import { type Answer, json } from "../http/answer.ts";
import type { Incoming } from "../http/incoming.ts";
import { type Call, type Ground, type Handler, isObject, objectIn } from "./call.ts";
import { type DrivePlace, driveBy, driveOf } from "./drive.ts";
import type { DriveItemRow } from "./drive-item.ts";
import { addFolder, childNamed, driveItemBy, itemAt, withAllBelow } from "./drive-path.ts";
import { checkFileName, otherName } from "./file-name.ts";
import { GraphError, invalidRequest, nameTaken, notFound } from "./graph-error.ts";
import { siteUrl } from "./sites.ts";
import { folderMeant } from "./update-drive-item.ts";
import { type Behaviour, readBehaviour, writeFile } from "./write-file.ts";

const MONITOR_PATH = "/_api/v2.0/monitor/";

/** Is this path, on the site's host, that of a copy under way? */
export const isMonitor = (path: string): boolean => path.includes(MONITOR_PATH);

function copied(call: Call, row: DriveItemRow, parent: DriveItemRow, name: string, behaviour: Behaviour): DriveItemRow {
  if (row.folder === 0) {
    const blob = { hash: row.blob ?? "", quickXor: row.quickXor ?? "", size: row.size };
    const target = { parent, name, existing: childNamed(call, parent, name) };
    return writeFile(call, target, blob, behaviour, call.caller, "as it is").row;
  }
  const children = call.database.all<DriveItemRow>(
    "SELECT * FROM driveItems WHERE driveId = ? AND parentId = ?",
    ...[row.driveId, row.id],
  );
  const there = childNamed(call, parent, name);
  let free = name;
  if (there && behaviour === "fail") throw nameTaken();
  for (let n = 1; behaviour === "rename" && childNamed(call, parent, free); n++) free = otherName(name, n);
  const folder = (there && behaviour === "replace" ? there : undefined) ?? addFolder(call, parent, free, call.caller);
  for (const child of children) copied(call, child, folder, child.name, behaviour);
  return folder;
}

/** Where a copy goes: by default beside what is copied, in this drive or another. */
function destination(call: Call, drive: DrivePlace, row: DriveItemRow, reference: unknown): DriveItemRow {
  const said = isObject(reference) ? reference.driveId : undefined;
  const into = typeof said === "string" && said !== drive.driveId ? driveBy(call, said) : drive;
  return folderMeant(call, into, reference, into === drive ? (row.parentId ?? "root") : "root");
}

/** Accepts a copy: 202 with the address of its monitor. A taken name is refused at once. Throws 409. */
export const copyDriveItem: Handler = (call): Answer => {
  const drive = driveOf(call);
  const row = itemAt(call, drive);
  const { name = row.name, parentReference } = call.body.length === 0 ? {} : objectIn(call);
  if (row.parentId === null) throw invalidRequest("The root folder cannot be copied.");
  if (typeof name !== "string") throw invalidRequest("name must be text.");
  checkFileName(name);
  const behaviour = readBehaviour(call.query.other("@microsoft.graph.conflictBehavior"), "fail");
  const parent = destination(call, drive, row, parentReference);
  if (row.folder === 1 && withAllBelow(call, row).some(({ id }) => id === parent.id)) {
    throw invalidRequest("A folder cannot be copied into itself.");
  }
  const made = copied(call, row, parent, name, behaviour);
  const id = randomUUID();
  call.database.run("INSERT INTO copies VALUES (?, ?, ?, 0)", id, made.driveId, made.id);
  return { status: 202, headers: { location: `${siteUrl(drive.site)}${MONITOR_PATH}${id}` } };
};

/** Tells of a copy without asking for a token: under way the first time, complete after that. Throws 404. */
export function monitor(ground: Ground, { method, url }: Incoming): Answer {
  if (method !== "GET") throw new GraphError(405, "notAllowed", "A monitor takes GET.");
  const id = url.pathname.slice(url.pathname.indexOf(MONITOR_PATH) + MONITOR_PATH.length);
  const copy = ground.database.one<{ driveId: string; itemId: string; asked: number }>(
    "SELECT * FROM copies WHERE id = ?",
    id,
  );
  if (!copy) throw notFound("There is no such operation.");
  ground.database.run("UPDATE copies SET asked = asked + 1 WHERE id = ?", id);
  if (copy.asked === 0) return json({ operation: "ItemCopy", percentageComplete: 50, status: "inProgress" }, 202);
  const { id: resourceId } = driveItemBy(ground, copy.driveId, copy.itemId);
  return json({ percentageComplete: 100, resourceId, status: "completed" }, 202);
}
