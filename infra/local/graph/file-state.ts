import type { Caller, Ground, JsonObject } from "./call.ts";
import type { DriveItemRow } from "./drive-item.ts";
import { notFound } from "./graph-error.ts";

/** What a library keeps beside a file or folder. */
export interface FileState {
  /** Its number among the library's list items. */
  readonly number: number;
  /** SharePoint's version, `3` for 3.0; the one before it is in `fileVersions`. */
  readonly version: number;
  /** Values of the library's own columns, as JSON. */
  readonly fields: string;
  readonly description: string | null;
  readonly fileSystemInfo: string | null;
  readonly label: string | null;
  readonly checkout: string | null;
  readonly comment: string | null;
}

/** Who took a file out, and the version it had then. */
export interface Checkout {
  readonly by: JsonObject;
  readonly key: string;
  readonly version: number;
}

export function stateOf(ground: Ground, row: Pick<DriveItemRow, "driveId" | "id">): FileState {
  const state = ground.database.one<FileState>(
    "SELECT * FROM fileStates WHERE driveId = ? AND itemId = ?",
    ...[row.driveId, row.id],
  );
  if (!state) throw notFound();
  return state;
}

/** Two callers are the same when this is. */
export const callerKey = (caller: Caller): string => `${caller.app.id} ${caller.user?.id ?? ""}`;

export const checkoutOf = (state: FileState): Checkout | undefined =>
  state.checkout === null ? undefined : (JSON.parse(state.checkout) as Checkout);
