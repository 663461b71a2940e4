import { randomBytes } from "node:crypto";
import type { Permission } from "@microsoft/microsoft-graph-types";
import { created, json } from "../http/answer.ts";
import { type Handler, objectIn } from "./call.ts";
import { type DrivePlace, driveOf } from "./drive.ts";
import type { DriveItemRow } from "./drive-item.ts";
import { itemAt } from "./drive-path.ts";
import { grant, permissionsOf } from "./file-permissions.ts";
import { invalidRequest } from "./graph-error.ts";
import { extensionOf } from "./mime-type.ts";
import { entity } from "./shape.ts";

const rolesOf: Readonly<Record<string, string>> = { view: "read", edit: "write", embed: "read", review: "review" };
const scopes = ["anonymous", "organization", "users"];
const letters: Readonly<Record<string, string>> = { docx: "w", xlsx: "x", pptx: "p", pdf: "b", txt: "t" };

function addressOf(drive: DrivePlace, row: DriveItemRow): string {
  const letter = row.folder === 1 ? "f" : (letters[extensionOf(row.name)] ?? "u");
  return `https://${drive.site.hostname}/:${letter}:/s${drive.site.path.replace(/^\/sites/, "")}/${randomBytes(24).toString("base64url")}`;
}

/** A sharing link to one file or folder: 201, or 200 with the one there is of the same kind. */
export const createLink: Handler = (call) => {
  const drive = driveOf(call);
  const row = itemAt(call, drive);
  const { type = "view", scope = "organization", password, expirationDateTime } = objectIn(call);
  const role = typeof type === "string" ? rolesOf[type] : undefined;
  if (role === undefined) throw invalidRequest(`The link type is one of ${Object.keys(rolesOf).join(", ")}.`);
  if (typeof scope !== "string" || !scopes.includes(scope)) {
    throw invalidRequest(`The link scope is one of ${scopes.join(", ")}.`);
  }
  const of = `drives('${row.driveId}')/items('${row.id}')/permissions`;
  const same = permissionsOf(call, drive, row).find(
    (one) => !one.inheritedFrom && one.link?.type === type && one.link?.scope === scope && !one.hasPassword,
  );
  if (same && password === undefined && expirationDateTime === undefined) return json(entity(of, same, call.query));
  const webUrl = addressOf(drive, row);
  const permission: Permission & { readonly id: string } = {
    id: randomBytes(16).toString("hex"),
    roles: [role],
    shareId: `u!${randomBytes(18).toString("base64url")}`,
    link: {
      type: type as string,
      scope,
      webUrl,
      ...(type === "embed" ? { webHtml: `<iframe src="${webUrl}"></iframe>` } : {}),
      preventsDownload: false,
      application: { id: call.caller.app.id, displayName: call.caller.app.name },
    },
    hasPassword: typeof password === "string",
    ...(typeof expirationDateTime === "string" ? { expirationDateTime } : {}),
  };
  grant(call, row, permission);
  return created(entity(of, permission, call.query));
};
