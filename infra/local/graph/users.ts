import type { User } from "@microsoft/microsoft-graph-types";
import { json } from "../http/answer.ts";
import { type Call, type Handler, type JsonObject, parameter } from "./call.ts";
import { directoryCount, directoryPage } from "./directory-page.ts";
import { GraphError } from "./graph-error.ts";
import { entity } from "./shape.ts";

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

interface UserRow {
  readonly id: string;
  readonly data: string;
}

export const directoryNotFound = (id: string): GraphError =>
  new GraphError(
    404,
    "Request_ResourceNotFound",
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );

/** Everything known of a person. */
export const wholeUser = ({ data }: Pick<UserRow, "data">): JsonObject => ({
  ...blank,
  accountEnabled: true,
  userType: "Member",
  ...JSON.parse(data),
});

/** Without `$select` Graph tells eleven properties of a person. */
export const toldUser = (user: JsonObject, call: Call): JsonObject =>
  call.query.selected() ? user : Object.fromEntries(usual.map((name) => [name, user[name] ?? null]));

/** A person by id or user principal name; on paths under `/me`, whoever asks. Throws 404. */
export function userOf(call: Call): UserRow {
  const wanted = parameter(call, "user-id");
  const row = call.database.one<UserRow>("SELECT id, data FROM users WHERE id = lower(?1) OR upn = ?1", wanted);
  if (!row) throw directoryNotFound(wanted);
  return row;
}

const everybody = (call: Call): readonly JsonObject[] =>
  call.database.all<UserRow>("SELECT id, data FROM users ORDER BY upn").map(wholeUser);

export const getUser: Handler = (call) => json(entity("users", toldUser(wholeUser(userOf(call)), call), call.query));

export const getUsers: Handler = (call) =>
  directoryPage(call, "users", everybody(call), (user) => toldUser(user, call));

export const countUsers: Handler = (call) => directoryCount(call, everybody(call));

const asObject =
  (call: Call) =>
  (user: JsonObject): JsonObject => ({
    "@odata.type": "#microsoft.graph.user",
    ...toldUser(user, call),
  });

export const getManager: Handler = (call) => {
  const { id } = userOf(call);
  const row = call.database.one<UserRow>(
    "SELECT users.id, data FROM users JOIN managers ON managerId = users.id WHERE userId = ?",
    id,
  );
  if (!row) throw directoryNotFound("manager");
  return json(entity("directoryObjects", asObject(call)(wholeUser(row)), call.query));
};

export const getDirectReports: Handler = (call) => {
  const rows = call.database.all<UserRow>(
    "SELECT users.id, data FROM users JOIN managers ON userId = users.id WHERE managerId = ? ORDER BY upn",
    userOf(call).id,
  );
  return directoryPage(call, "directoryObjects", rows.map(wholeUser), asObject(call));
};

/** People a person works with: here everybody else, nearest in the line of management first. */
export const getPeople: Handler = (call) => {
  const { id } = userOf(call);
  const near = new Set(
    call.database
      .all<{ id: string }>(
        `SELECT managerId AS id FROM managers WHERE userId = ?1 UNION SELECT userId FROM managers WHERE managerId = ?1
         UNION SELECT other.userId FROM members other JOIN members mine USING (groupId) WHERE mine.userId = ?1`,
        id,
      )
      .map((one) => one.id),
  );
  const search = (call.query.option("search") ?? "").replaceAll('"', "").toLowerCase();
  const others = everybody(call)
    .filter((user) => user.id !== id && `${user.displayName} ${user.mail ?? ""}`.toLowerCase().includes(search))
    .toSorted((a, b) => Number(near.has(String(b.id))) - Number(near.has(String(a.id))));
  const plain = { ...call, query: call.query.without("search") };
  return directoryPage(plain, `users('${id}')/people`, others, asPerson);
};

const asPerson = (user: JsonObject): JsonObject => ({
  id: user.id,
  displayName: user.displayName,
  givenName: user.givenName,
  surname: user.surname,
  birthday: "",
  personNotes: "",
  isFavorite: false,
  profession: "",
  imAddress: user.mail ? `sip:${user.mail}` : null,
  yomiCompany: "",
  jobTitle: user.jobTitle,
  department: user.department ?? null,
  companyName: user.companyName ?? null,
  officeLocation: user.officeLocation,
  userPrincipalName: user.userPrincipalName,
  personType: { class: "Person", subclass: "OrganizationUser" },
  phones: [],
  postalAddresses: [],
  websites: [],
  scoredEmailAddresses: user.mail
    ? [{ address: user.mail, relevanceScore: 8, selectionLikelihood: "notSpecified" }]
    : [],
});
