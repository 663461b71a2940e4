import { randomUUID } from "node:crypto";
import type { Blob } from "./blobs.ts";
import { type Caller, type Ground, identityOf, instant } from "./call.ts";
import { type DriveItemRow, newDriveItemId } from "./drive-item.ts";
import { childNamed, driveItemBy, type Target } from "./drive-path.ts";
import { checkFree } from "./file-lock.ts";
import { otherName } from "./file-name.ts";
import { invalidRequest, nameTaken } from "./graph-error.ts";
import { isRewritten, rewritten } from "./office-rewrite.ts";
import { checkRoom } from "./quota.ts";

export const behaviours = ["fail", "replace", "rename"] as const;
export type Behaviour = (typeof behaviours)[number];

/** `@microsoft.graph.conflictBehavior`, or what the route does when it is not said. Throws invalidRequest. */
export function readBehaviour(said: unknown, otherwise: Behaviour): Behaviour {
  if (said === undefined) return otherwise;
  const behaviour = behaviours.find((one) => one === said);
  if (!behaviour) throw invalidRequest(`'${String(said)}' is not a conflict behaviour.`);
  return behaviour;
}

/** Bytes as SharePoint keeps them: Office and image files are not left as they were sent. */
function kept(ground: Ground, name: string, blob: Blob): Blob {
  if (!ground.rewritesOfficeFiles || !isRewritten(name)) return blob;
  return ground.blobs.keep(rewritten(name, ground.blobs.bytes(blob.hash, blob.size)));
}

function freeName(ground: Ground, target: Target): string {
  let name = target.name;
  for (let n = 1; childNamed(ground, target.parent, name); n++) name = otherName(target.name, n);
  return name;
}

/** Puts a file in its place. `created` is false when it replaced one. Throws nameAlreadyExists. */
export function writeFile(
  ground: Ground,
  target: Target,
  sent: Blob,
  behaviour: Behaviour,
  caller: Caller,
  /** A copy's bytes have been rewritten already. */
  how: "sent" | "as it is" = "sent",
): { readonly row: DriveItemRow; readonly created: boolean } {
  const { parent, existing } = target;
  if (existing && behaviour === "fail") throw nameTaken();
  if (existing && behaviour === "replace") checkFree(ground, existing, caller, "content");
  const blob = how === "sent" ? kept(ground, target.name, sent) : sent;
  checkRoom(ground, parent.driveId, blob.size);
  const now = instant(ground.now());
  const by = JSON.stringify(identityOf(caller));
  if (existing && behaviour === "replace") {
    ground.database.run(
      `UPDATE driveItems SET size = ?, blob = ?, quickXor = ?, version = version + 1, contentVersion = contentVersion + 1,
       modified = ?, modifiedBy = ? WHERE driveId = ? AND id = ?`,
      ...[blob.size, blob.hash, blob.quickXor, now, by, parent.driveId, existing.id],
    );
    return { row: driveItemBy(ground, parent.driveId, existing.id), created: false };
  }
  const id = newDriveItemId();
  ground.database.run(
    "INSERT INTO driveItems VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, 1, 1, ?, ?, ?, ?)",
    ...[parent.driveId, id, parent.id, freeName(ground, target), blob.size, blob.hash, blob.quickXor],
    ...[randomUUID(), now, by, now, by],
  );
  return { row: driveItemBy(ground, parent.driveId, id), created: true };
}
