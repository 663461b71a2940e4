import { randomBytes } from "node:crypto";
import type { Permission } from "@microsoft/microsoft-graph-types";
import { created, json } from "../http/answer.ts";
import { type Ground, type Handler, objectIn, parameter } from "./call.ts";
import { itemScope } from "./grant.ts";
import { invalidRequest } from "./graph-error.ts";
import { itemIn } from "./item.ts";
import { listUrl, rowsOf } from "./list.ts";
import { entity } from "./shape.ts";

export type Link = Permission & { readonly id: string };

const rolesOf: Readonly<Record<string, string>> = { view: "read", edit: "write" };
const scopes: readonly unknown[] = ["anonymous", "organization", "users"];

/** Sharing links there are in one place. */
export const linksOn = (ground: Ground, scope: string): readonly Link[] =>
  ground.database
    .all<{ link: string }>("SELECT link FROM sharingLinks WHERE scope = ? ORDER BY rowid", scope)
    .map(({ link }) => JSON.parse(link) as Link);

export const removeLink = (ground: Ground, scope: string, id: string): boolean =>
  ground.database.run("DELETE FROM sharingLinks WHERE scope = ? AND id = ?", scope, id) > 0;

/** A sharing link to one row: 201, or 200 with the one the application made before. */
export const createItemLink: Handler = (call) => {
  const { site, list } = rowsOf(call);
  const row = itemIn(call, list, parameter(call, "item-id"));
  const { type = "view", scope = "organization", password, expirationDateTime } = objectIn(call);
  const role = typeof type === "string" ? rolesOf[type] : undefined;
  if (role === undefined) throw invalidRequest("A link to a list item is of type view or edit.");
  if (!scopes.includes(scope)) throw invalidRequest(`The link scope is one of ${scopes.join(", ")}.`);
  const place = itemScope(list.id, row.id);
  const of = `sites('${site.id}')/lists('${list.id}')/items('${row.id}')/permissions`;
  const isPlain = password === undefined && expirationDateTime === undefined;
  const same = linksOn(call, place).find(({ link }) => link?.type === type && link?.scope === scope);
  if (same && isPlain) return json(entity(of, same, call.query));
  const shareId = `u!${randomBytes(18).toString("base64url")}`;
  const link: Link = {
    id: randomBytes(16).toString("hex"),
    roles: [role],
    shareId,
    hasPassword: typeof password === "string",
    ...(typeof expirationDateTime === "string" ? { expirationDateTime } : {}),
    link: {
      type: String(type),
      scope: String(scope),
      webUrl: `${listUrl(site, list)}/DispForm.aspx?ID=${row.id}&share=${shareId.slice(2)}`,
      preventsDownload: false,
      application: { id: call.caller.app.id, displayName: call.caller.app.name },
    },
  };
  call.database.run("INSERT INTO sharingLinks VALUES (?, ?, ?)", place, link.id, JSON.stringify(link));
  return created(entity(of, link, call.query));
};
