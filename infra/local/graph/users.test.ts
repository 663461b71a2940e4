import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type GraphAnswer, type Started, started, tenant } from "../started.testing.ts";

const person = (n: number, displayName: string, more: object = {}) => ({
  id: `aaaaaaaa-0000-4000-8000-00000000000${n}`,
  displayName,
  userPrincipalName: `${displayName.split(" ")[0]?.toLowerCase()}@meadowbank.example`,
  ...more,
});
const grace = person(1, "Grace Okonkwo", { mail: "grace@meadowbank.example", jobTitle: "Chief executive" });
const amir = person(2, "Amir Grace", { managerId: grace.id, jobTitle: "Manager" });
const sian = person(3, "Siân O'Brien", { managerId: grace.id, accountEnabled: false });

let local: Started;
beforeAll(async () => {
  local = await started({ users: [grace, amir, sian] });
});
afterAll(() => local.close());

const eventual = { consistencylevel: "eventual" };
const ask = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<GraphAnswer> =>
  local.graph("GET", path, undefined, headers);
const names = ({ body }: GraphAnswer): string[] => body.value.map((one: { displayName: string }) => one.displayName);

describe("people are found", () => {
  test.each([
    ["displayName eq 'grace okonkwo'", ["Grace Okonkwo"]],
    ["startswith(displayName,'A')", ["Amir Grace"]],
    ["accountEnabled eq false", ["Siân O'Brien"]],
    ["displayName eq 'Siân O''Brien' or jobTitle eq 'Manager'", ["Amir Grace", "Siân O'Brien"]],
    ["startsWith(displayName,'a') and (jobTitle eq 'Manager' or mail eq null)", ["Amir Grace"]],
    [`id in ('${grace.id}','${sian.id}')`, ["Grace Okonkwo", "Siân O'Brien"]],
  ])("by $filter=%s", async (filter, found) => {
    expect(names(await ask(`/users?$filter=${encodeURIComponent(filter)}`))).toEqual(found);
  });

  test.each([
    ["jobTitle ne 'Manager'", ["Grace Okonkwo", "Siân O'Brien"]],
    ["not(startswith(displayName,'a'))", ["Grace Okonkwo", "Siân O'Brien"]],
    ["endswith(displayName,'grace')", ["Amir Grace"]],
  ])("by $filter=%s only with eventual consistency and a count", async (filter, found) => {
    const path = `/users?$filter=${encodeURIComponent(filter)}&$count=true`;
    expect((await ask(path)).body.error.code).toBe("Request_UnsupportedQuery");
    const answer = await ask(path, eventual);
    expect([names(answer), answer.body["@odata.count"]]).toEqual([found, found.length]);
  });

  test("by $search, in order, and counted", async () => {
    const path = `/users?$search="displayName:grace"&$orderby=displayName desc&$count=true`;
    expect((await ask(path)).status).toBe(400);
    const answer = await ask(path, eventual);
    expect([names(answer), answer.body["@odata.count"]]).toEqual([["Grace Okonkwo", "Amir Grace"], 2]);
    expect(names(await ask(`/users?$search="displayName:grace" AND "jobTitle:chief"`, eventual))).toEqual([
      "Grace Okonkwo",
    ]);
    expect((await ask("/users?$search=grace", eventual)).status).toBe(400);
  });

  test("in pages whose links keep the question", async () => {
    const first = (await ask("/users?$top=2&$select=id,displayName")).body;
    expect(first.value[0]).toEqual({ id: amir.id, displayName: "Amir Grace" });
    const next = await ask(first["@odata.nextLink"].slice("https://graph.microsoft.com/v1.0".length));
    expect(names(next)).toEqual(["Siân O'Brien"]);
    expect(next.body).not.toHaveProperty("@odata.nextLink");
  });

  test("as a bare number", async () => {
    const answer = await fetch(`${local.url}/v1.0/users/$count`, {
      headers: { authorization: `Bearer ${await local.token()}`, ...eventual },
    });
    expect([answer.headers.get("content-type"), await answer.text()]).toEqual(["text/plain", "3"]);
    expect((await ask("/users/$count")).status).toBe(400);
  });

  test.each([
    "displayName",
    "displayName eq",
    "displayName is 'a'",
    "contains(displayName,'a')",
    "(displayName eq 'a'",
  ])("not by %s", async (filter) => {
    expect((await ask(`/users?$filter=${encodeURIComponent(filter)}`)).status).toBe(400);
  });
});

describe("a person", () => {
  test("is told with eleven properties unless others are selected", async () => {
    const { body } = await ask(`/users/${grace.id}`);
    expect(
      Object.keys(body)
        .filter((name) => !name.startsWith("@"))
        .sort(),
    ).toEqual(
      ["businessPhones", "displayName", "givenName", "id", "jobTitle", "mail", "mobilePhone"].concat([
        "officeLocation",
        "preferredLanguage",
        "surname",
        "userPrincipalName",
      ]),
    );
    expect((await ask(`/users/${sian.id}?$select=accountEnabled`)).body.accountEnabled).toBe(false);
  });

  test("has a manager, or is told to have none", async () => {
    const { body } = await ask(`/users/${amir.userPrincipalName}/manager`);
    expect(body).toMatchObject({ "@odata.type": "#microsoft.graph.user", id: grace.id });
    expect((await ask(`/users/${grace.id}/manager`)).body.error.code).toBe("Request_ResourceNotFound");
    expect(names(await ask(`/users/${grace.id}/directReports`))).toEqual(["Amir Grace", "Siân O'Brien"]);
  });

  test("is told the groups it is in", async () => {
    const { value } = (await ask(`/users/${grace.id}/memberOf`)).body;
    expect(value).toMatchObject([{ "@odata.type": "#microsoft.graph.group", id: tenant.groups[0].id }]);
    expect((await ask(`/users/${amir.id}/memberOf`)).body.value).toEqual([]);
    expect((await ask(`/groups/${tenant.groups[0].id}/members`, eventual)).body.value).toHaveLength(1);
    expect((await ask("/groups/nobody/members")).status).toBe(404);
  });
});
