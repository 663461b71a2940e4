import { noContent } from "../http/answer.ts";
import type { Call, Handler } from "./call.ts";
import { driveOf } from "./drive.ts";
import type { DriveItemRow } from "./drive-item.ts";
import { itemAt, withAllBelow } from "./drive-path.ts";
import { checkFree } from "./file-lock.ts";
import { checkFileMatch } from "./file-match.ts";
import { accessDenied } from "./graph-error.ts";

/** A folder goes with all it holds, unless something in it may not go. */
function remove(call: Call, row: DriveItemRow): void {
  if (row.parentId === null) throw accessDenied("The root folder cannot be deleted.");
  const all = withAllBelow(call, row);
  for (const one of all) checkFree(call, one, call.caller, "delete");
  for (const one of all) call.database.run("DELETE FROM driveItems WHERE driveId = ? AND id = ?", one.driveId, one.id);
}

export const deleteDriveItem: Handler = (call) => {
  const row = itemAt(call, driveOf(call));
  checkFileMatch(call, row);
  remove(call, row);
  return noContent;
};

/** Deleted without a stay in the recycle bin, which is not modelled: to a client both are the end of it. */
export const deletePermanently: Handler = (call) => {
  remove(call, itemAt(call, driveOf(call)));
  return noContent;
};
