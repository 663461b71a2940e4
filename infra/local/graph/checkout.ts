import { noContent } from "../http/answer.ts";
import { type Call, type Handler, identityOf, type JsonObject, objectIn } from "./call.ts";
import { driveOf } from "./drive.ts";
import type { DriveItemRow } from "./drive-item.ts";
import { itemAt, touch } from "./drive-path.ts";
import { checkFree, locked } from "./file-lock.ts";
import { type Checkout, callerKey, checkoutOf, stateOf } from "./file-state.ts";
import { goBackTo } from "./file-versions.ts";
import { invalidRequest } from "./graph-error.ts";

function fileOf(call: Call): DriveItemRow {
  const row = itemAt(call, driveOf(call));
  if (row.folder === 1) throw invalidRequest("A folder cannot be checked out.");
  return row;
}

const keep = (call: Call, row: DriveItemRow, out: Checkout | null, comment: string | null): number =>
  call.database.run(
    "UPDATE fileStates SET checkout = ?, comment = coalesce(?, comment) WHERE driveId = ? AND itemId = ?",
    ...[out && JSON.stringify(out), comment, row.driveId, row.id],
  );

export const checkOut: Handler = (call) => {
  const row = fileOf(call);
  checkFree(call, row, call.caller, "content");
  const state = stateOf(call, row);
  if (checkoutOf(state)) throw locked("The file is already checked out.");
  const by = identityOf(call.caller) as JsonObject;
  keep(call, row, { by, key: callerKey(call.caller), version: state.version }, null);
  return noContent;
};

/** The caller's own checkout. Throws 400 when there is none, 423 when it is somebody else's. */
function ownCheckout(call: Call, row: DriveItemRow): Checkout {
  const out = checkoutOf(stateOf(call, row));
  if (!out) throw invalidRequest("The file is not checked out.");
  if (out.key !== callerKey(call.caller)) throw locked("The file is checked out by somebody else.");
  return out;
}

export const checkIn: Handler = (call) => {
  const row = fileOf(call);
  const { comment = null, checkInAs = "unspecified" } = call.body.length === 0 ? {} : objectIn(call);
  if (checkInAs !== "unspecified" && checkInAs !== "published")
    throw invalidRequest("checkInAs is published or unspecified.");
  ownCheckout(call, row);
  keep(call, row, null, typeof comment === "string" ? comment : null);
  touch(call, row, call.caller);
  return noContent;
};

/** What was changed since the checkout is undone. */
export const discardCheckout: Handler = (call) => {
  const row = fileOf(call);
  const { version } = ownCheckout(call, row);
  goBackTo(call, row, version);
  keep(call, row, null, null);
  return noContent;
};
