import type { Group } from "@microsoft/microsoft-graph-types";
import { json } from "../http/answer.ts";
import { type Call, type Handler, type JsonObject, parameter } from "./call.ts";
import { directoryCount, directoryPage } from "./directory-page.ts";
import { entity } from "./shape.ts";
import { directoryNotFound, toldUser, userOf, wholeUser } from "./users.ts";

interface GroupRow {
  readonly id: string;
  readonly data: string;
}

const told = ({ data }: Pick<GroupRow, "data">): JsonObject => {
  const group: Group = {
    deletedDateTime: null,
    classification: null,
    createdDateTime: null,
    description: null,
    expirationDateTime: null,
    groupTypes: [],
    mail: null,
    mailEnabled: false,
    mailNickname: null,
    membershipRule: null,
    onPremisesSyncEnabled: null,
    preferredLanguage: null,
    proxyAddresses: [],
    renewedDateTime: null,
    securityEnabled: true,
    theme: null,
    visibility: null,
    ...JSON.parse(data),
  };
  return group as JsonObject;
};

function groupOf(call: Call): GroupRow {
  const id = parameter(call, "group-id");
  const row = call.database.one<GroupRow>("SELECT id, data FROM groups WHERE id = lower(?)", id);
  if (!row) throw directoryNotFound(id);
  return row;
}

const allGroups = (call: Call): readonly JsonObject[] =>
  call.database.all<GroupRow>("SELECT id, data FROM groups ORDER BY id").map(told);

export const getGroups: Handler = (call) => directoryPage(call, "groups", allGroups(call), (group) => group);

export const getGroup: Handler = (call) => json(entity("groups", told(groupOf(call)), call.query));

const membersOf = (call: Call): readonly JsonObject[] =>
  call.database
    .all<GroupRow>(
      "SELECT users.id, data FROM users JOIN members ON userId = users.id WHERE groupId = ? ORDER BY upn",
      groupOf(call).id,
    )
    .map(wholeUser);

export const getMembers: Handler = (call) =>
  directoryPage(call, "directoryObjects", membersOf(call), (user) => ({
    "@odata.type": "#microsoft.graph.user",
    ...toldUser(user, call),
  }));

export const countMembers: Handler = (call) => directoryCount(call, membersOf(call));

/** Groups a person is in; the directory here has no groups in groups. */
export const getMemberOf: Handler = (call) => {
  const rows = call.database.all<GroupRow>(
    "SELECT groups.id, data FROM groups JOIN members ON groupId = groups.id WHERE userId = ? ORDER BY groups.id",
    userOf(call).id,
  );
  return directoryPage(call, "directoryObjects", rows.map(told), (group) => ({
    "@odata.type": "#microsoft.graph.group",
    ...group,
  }));
};
