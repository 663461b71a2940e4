import { createHash } from "node:crypto";
import type { Permission } from "@microsoft/microsoft-graph-types";
import { json } from "../http/answer.ts";
import { type Call, type Handler, isObject, type JsonObject, objectIn } from "./call.ts";
import { driveOf } from "./drive.ts";
import type { DriveItemRow } from "./drive-item.ts";
import { itemAt } from "./drive-path.ts";
import { grant, rolesIn } from "./file-permissions.ts";
import { invalidRequest } from "./graph-error.ts";
import { collection } from "./shape.ts";

interface Person {
  readonly id?: string;
  readonly displayName?: string;
  readonly email?: string;
}

function personIn(call: Call, recipient: unknown): Person {
  const said: JsonObject = isObject(recipient) ? recipient : {};
  const wanted = said.objectId ?? said.email ?? said.alias;
  if (typeof wanted !== "string" || wanted === "") throw invalidRequest("A recipient has an objectId, email or alias.");
  const row = call.database.one<{ data: string }>(
    "SELECT data FROM users WHERE id = lower(?1) OR upn = ?1 OR lower(data ->> '$.mail') = lower(?1) LIMIT 1",
    wanted,
  );
  if (!row && typeof said.email !== "string") throw invalidRequest(`The recipient '${wanted}' was not found.`);
  if (!row) return { email: wanted };
  const { id, displayName, mail, userPrincipalName } = JSON.parse(row.data);
  return { id, displayName, email: mail ?? userPrincipalName };
}

const granted = (person: Person): Permission =>
  person.id === undefined
    ? {}
    : {
        grantedToV2: { user: person as JsonObject },
        grantedTo: { user: { id: person.id, displayName: person.displayName ?? null } },
      };

/** The same person has the same permission on one item, whatever roles follow. */
const permissionId = (row: DriveItemRow, person: Person): string =>
  createHash("sha256")
    .update(`${row.driveId} ${row.id} ${person.id ?? person.email ?? ""}`)
    .digest("base64url")
    .slice(0, 27);

/** Grants people a role on one file or folder. */
export const invite: Handler = (call) => {
  const row = itemAt(call, driveOf(call));
  const asked = objectIn(call);
  const { recipients, expirationDateTime, requireSignIn, password } = asked;
  if (!Array.isArray(recipients) || recipients.length === 0) throw invalidRequest("Recipients are required.");
  const roles = rolesIn(asked.roles);
  const value = recipients.map((recipient): Permission => {
    const person = personIn(call, recipient);
    const permission = {
      id: permissionId(row, person),
      roles,
      ...granted(person),
      invitation: { email: person.email ?? null, signInRequired: requireSignIn !== false },
      hasPassword: typeof password === "string",
      ...(typeof expirationDateTime === "string" ? { expirationDateTime } : {}),
    };
    grant(call, row, permission);
    return permission;
  });
  return json(collection(`drives('${row.driveId}')/items('${row.id}')/permissions`, call.path, call.query, { value }));
};
