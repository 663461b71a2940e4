import type { Permission } from "@microsoft/microsoft-graph-types";
import { created, json, noContent } from "../http/answer.ts";
import { type Call, type Handler, isObject, type JsonObject, objectIn, parameter } from "./call.ts";
import { type Grant, giveGrant, grantsOn, grantWith, itemScope, listScope, siteScope, takeGrant } from "./grant.ts";
import { invalidRequest, notFound } from "./graph-error.ts";
import { inMemoryPage } from "./in-memory-page.ts";
import { itemIn } from "./item.ts";
import { linksOn, removeLink } from "./item-link.ts";
import { listOf } from "./list.ts";
import { collection, entity } from "./shape.ts";
import { grantRoles } from "./site-role.ts";
import { siteBy } from "./sites.ts";

interface Place {
  readonly scope: string;
  /** How `@odata.context` names its permissions. */
  readonly context: string;
}

type FindPlace = (call: Call) => Place;

const onSite: FindPlace = (call) => {
  const site = siteBy(call, parameter(call, "site-id"));
  return { scope: siteScope(site.id), context: `sites('${site.id}')/permissions` };
};

const onList: FindPlace = (call) => {
  const { site, list } = listOf(call);
  return { scope: listScope(list.id), context: `sites('${site.id}')/lists('${list.id}')/permissions` };
};

const onItem: FindPlace = (call) => {
  const { site, list } = listOf(call);
  const { id } = itemIn(call, list, parameter(call, "item-id"));
  return {
    scope: itemScope(list.id, id),
    context: `sites('${site.id}')/lists('${list.id}')/items('${id}')/permissions`,
  };
};

/** A grant as Graph tells it: under the names of today, and under those it keeps for old clients. */
function told({ id, roles, app }: Grant): Permission & JsonObject {
  const granted = { application: { displayName: app.name, id: app.id } };
  return {
    id,
    "@deprecated.GrantedTo": "GrantedTo has been deprecated. Refer to GrantedToV2",
    "@deprecated.GrantedToIdentities": "GrantedToIdentities has been deprecated. Refer to GrantedToIdentitiesV2",
    roles: [...roles],
    grantedTo: granted,
    grantedToV2: granted,
    grantedToIdentities: [granted],
    grantedToIdentitiesV2: [granted],
  };
}

function rolesIn({ roles }: JsonObject): readonly string[] {
  if (!Array.isArray(roles) || roles.length === 0) throw invalidRequest("roles is required.");
  const said = roles.map((role) => String(role).toLowerCase());
  const unknown = said.find((role) => !(role in grantRoles));
  if (unknown !== undefined) throw invalidRequest(`The role '${unknown}' is not valid.`);
  return said;
}

/** The one application a body grants to, however the client names it. People cannot be granted anything here. */
function applicationIn(body: JsonObject): Grant["app"] {
  const named = [body.grantedToV2, body.grantedTo, body.grantedToIdentitiesV2, body.grantedToIdentities].flat();
  const application = named.flatMap((one) => (isObject(one) && isObject(one.application) ? [one.application] : []))[0];
  if (typeof application?.id !== "string" || !/^[0-9a-f-]{36}$/i.test(application.id)) {
    throw invalidRequest("An application is required to grant permissions to; people cannot be granted any here.");
  }
  return { id: application.id, name: typeof application.displayName === "string" ? application.displayName : "" };
}

function grantOf(call: Call, { scope }: Place): Grant {
  const grant = grantWith(call, scope, parameter(call, "permission-id"));
  if (!grant) throw notFound("The specified permission was not found.");
  return grant;
}

interface PermissionHandlers {
  readonly list: Handler;
  readonly create: Handler;
  readonly get: Handler;
  readonly update: Handler;
  readonly remove: Handler;
}

const permissions = (placeOf: FindPlace): PermissionHandlers => ({
  list: (call) => {
    const { scope, context } = placeOf(call);
    const all = [...grantsOn(call, scope).map(told), ...linksOn(call, scope)];
    return json(collection(context, call.path, call.query, inMemoryPage(all, call.query)));
  },
  create: (call) => {
    const { scope, context } = placeOf(call);
    const body = objectIn(call);
    return created(entity(context, told(giveGrant(call, scope, applicationIn(body), rolesIn(body))), call.query));
  },
  get: (call) => {
    const place = placeOf(call);
    const link = linksOn(call, place.scope).find(({ id }) => id === parameter(call, "permission-id"));
    return json(entity(place.context, link ?? told(grantOf(call, place)), call.query));
  },
  update: (call) => {
    const place = placeOf(call);
    const { app } = grantOf(call, place);
    return json(entity(place.context, told(giveGrant(call, place.scope, app, rolesIn(objectIn(call)))), call.query));
  },
  remove: (call) => {
    const place = placeOf(call);
    if (removeLink(call, place.scope, parameter(call, "permission-id"))) return noContent;
    takeGrant(call, place.scope, grantOf(call, place).id);
    return noContent;
  },
});

export const sitePermissions = permissions(onSite);
export const listPermissions = permissions(onList);
export const itemPermissions = permissions(onItem);
