import type { Group, User } from "@microsoft/microsoft-graph-types";
import { json } from "../http/answer.ts";
import { type Call, type Handler, isObject, type JsonObject, parameter } from "./call.ts";
import { GraphError, invalidRequest, notFound, notImplemented } from "./graph-error.ts";
import { pageToken, readPageToken } from "./page-token.ts";
import { collection, entity } from "./shape.ts";

const usual = [
  "businessPhones",
  "displayName",
  "givenName",
  "jobTitle",
  "mail",
  "mobilePhone",
  "officeLocation",
  "preferredLanguage",
  "surname",
  "userPrincipalName",
  "id",
];

const blank: User = {
  businessPhones: [],
  givenName: null,
  jobTitle: null,
  mail: null,
  mobilePhone: null,
  officeLocation: null,
  preferredLanguage: null,
  surname: null,
};

/** Without `$select` Graph tells eleven properties of a person. */
const told = (data: string, call: Call): JsonObject => {
  const user: JsonObject = { ...blank, accountEnabled: true, userType: "Member", ...JSON.parse(data) };
  return call.query.selected() ? user : Object.fromEntries(usual.map((name) => [name, user[name] ?? null]));
};

export const getUser: Handler = (call) => {
  const wanted = parameter(call, "user-id");
  const row = call.database.one<{ data: string }>("SELECT data FROM users WHERE id = lower(?1) OR upn = ?1", wanted);
  if (!row)
    throw new GraphError(
      404,
      "Request_ResourceNotFound",
      `Resource '${wanted}' does not exist or one of its queried reference-property objects are not present.`,
    );
  return json(entity("users", told(row.data, call), call.query));
};

export const getMe: Handler = (call) => {
  const { user } = call.caller;
  if (!user) throw new GraphError(400, "BadRequest", "/me request is only valid with delegated authentication flow.");
  return getUser({ ...call, parameters: { "user-id": user.id } });
};

/** `property eq 'value'` or `startswith(property,'value')`, as JavaScript. Throws 501 for anything else. */
function matching(filter: string): (user: JsonObject) => boolean {
  const equal = /^\s*(\w+)\s+eq\s+'((?:[^']|'')*)'\s*$/i.exec(filter);
  const starts = /^\s*startswith\(\s*(\w+)\s*,\s*'((?:[^']|'')*)'\s*\)\s*$/i.exec(filter);
  const [, property = "", quoted = ""] = equal ?? starts ?? [];
  if (!equal && !starts) throw notImplemented(`the filter '${filter}' on users`);
  const value = quoted.replaceAll("''", "'").toLowerCase();
  return (user) => {
    const held = String(user[property] ?? "").toLowerCase();
    return equal ? held === value : held.startsWith(value);
  };
}

const isSkip = (value: unknown): value is { readonly skip: number } =>
  isObject(value) && Number.isSafeInteger(value.skip) && Number(value.skip) >= 0;

function paged(call: Call, of: string, all: readonly JsonObject[]) {
  const top = call.query.top(100, 999);
  const token = call.query.option("skiptoken");
  const { skip } = token === undefined ? { skip: 0 } : readPageToken(token, isSkip);
  const next = all.length > skip + top ? pageToken({ skip: skip + top }) : undefined;
  return json(collection(of, call.path, call.query, { value: all.slice(skip, skip + top), next }));
}

export const getUsers: Handler = (call) => {
  const filter = call.query.option("filter");
  const rows = call.database.all<{ data: string }>("SELECT data FROM users ORDER BY upn");
  const found = filter === undefined ? rows : rows.filter(({ data }) => matching(filter)(JSON.parse(data)));
  return paged(
    call,
    "users",
    found.map(({ data }) => told(data, call)),
  );
};

const toldGroup = (data: string): Group => ({
  description: null,
  groupTypes: [],
  mailEnabled: false,
  securityEnabled: true,
  ...JSON.parse(data),
});

export const getGroups: Handler = (call) => {
  if (call.query.option("filter") !== undefined) throw notImplemented("filters on groups");
  const rows = call.database.all<{ data: string }>("SELECT data FROM groups ORDER BY id");
  return paged(
    call,
    "groups",
    rows.map(({ data }) => toldGroup(data) as JsonObject),
  );
};

export const getGroup: Handler = (call) => {
  const row = call.database.one<{ data: string }>("SELECT data FROM groups WHERE id = ?", parameter(call, "group-id"));
  if (!row) throw notFound("The group does not exist.");
  return json(entity("groups", toldGroup(row.data), call.query));
};

export const getMembers: Handler = (call) => {
  const id = parameter(call, "group-id");
  if (id === "") throw invalidRequest("A group id is expected.");
  const rows = call.database.all<{ data: string }>(
    "SELECT data FROM users JOIN members ON userId = id WHERE groupId = ? ORDER BY upn",
    id,
  );
  return paged(
    call,
    "directoryObjects",
    rows.map(({ data }) => ({ "@odata.type": "#microsoft.graph.user", ...told(data, call) })),
  );
};
