import type { Caller, Ground } from "./call.ts";
import type { DriveItemRow } from "./drive-item.ts";
import { callerKey, checkoutOf, stateOf } from "./file-state.ts";
import { accessDenied, GraphError } from "./graph-error.ts";
import type { Label } from "./retention-label.ts";

/** What is to be done to a file. */
export type Change = "content" | "metadata" | "delete" | "move";

export const locked = (message: string): GraphError => new GraphError(423, "resourceLocked", message);

/** Holds a change to a file's checkout and its retention label. Throws 423, or 403 where a label forbids deleting. */
export function checkFree(ground: Ground, row: DriveItemRow, caller: Caller, change: Change): void {
  const state = stateOf(ground, row);
  const out = checkoutOf(state);
  if (out && out.key !== callerKey(caller)) throw locked("The file is checked out by somebody else.");
  if (state.label === null) return;
  const { retentionSettings } = JSON.parse(state.label) as Label;
  if (retentionSettings.isRecordLocked) throw locked("The file is locked as a record by its retention label.");
  if (change === "delete" && !retentionSettings.isDeleteAllowed) {
    throw accessDenied("The file's retention label does not allow it to be deleted.");
  }
}
