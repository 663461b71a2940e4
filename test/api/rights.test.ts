import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findPerson } from "#api/operations/everybody.ts";
import { people } from "#domain/registers/people.ts";
import { demoId } from "../../infra/demo/people.ts";
import { type Demo, startDemo } from "../support/demo.ts";

/** Changes of rights over HTTP: two people, or nothing. */
let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
}, 60_000);
afterAll(() => demo?.close());

const sian = demoId(24);
const tobias = demoId(25);
const grace = demoId(1);
const fatima = demoId(21);
const rowOf = (person = fatima) => {
  const row = demo.outside.store.all(people).find((each) => each.person === person);
  if (!row) throw new Error(`${person} is not in the people register.`);
  return row;
};
const everything = {
  assignments: [{ role: "senior-leader", over: "organisation" }],
  safeguarding: true,
  status: "active",
};
const post = async (by: string, path: string, body: object) => {
  const answer = await demo.as(by, path, { body });
  return { status: answer.status, body: await answer.json() };
};
const ask = (by = sian, rights: object = everything, of = fatima) =>
  post(by, `/people/${rowOf(of).key}/rights`, { etag: rowOf(of).etag, rights, reason: "Promoted" });
const agree = (by: string, of = fatima) =>
  post(by, `/people/${rowOf(of).key}/rights/agreement`, { etag: rowOf(of).etag });
const rolesOf = (person = fatima) => findPerson(demo.outside, person)?.assignments.map(({ role }) => role);

describe("a change of somebody's rights", () => {
  beforeEach(async () => {
    if (rowOf().askedAt)
      await post(grace, `/people/${rowOf().key}/rights/withdrawal`, { etag: rowOf().etag, reason: "Test" });
  });

  it("gives nothing until a second person agrees, and then at once", async () => {
    expect((await ask()).status).toBe(200);
    expect(rolesOf()).toEqual(["key-worker"]);
    expect((await agree(tobias)).status).toBe(200);
    expect(rolesOf()).toEqual(["senior-leader"]);
    expect(rowOf()).toMatchObject({ rightsAskedBy: sian, rightsAgreedBy: tobias });
    expect(rowOf().history.slice(-2)).toMatchObject([
      { did: "rights.ask", by: sian, reason: "Promoted" },
      { did: "rights.agree", by: tobias },
    ]);
    expect(
      (
        await ask(sian, {
          ...everything,
          assignments: [{ role: "key-worker", over: "service", where: ["dovecote"] }],
          safeguarding: false,
        })
      ).status,
    ).toBe(200);
    expect((await agree(grace)).status).toBe(200);
    expect(rolesOf()).toEqual(["key-worker"]);
  });

  it.each([
    ["whoever asked", sian, 409, "rights.same-person"],
    ["the person themselves", fatima, 403, "not-allowed"],
    ["a manager", demoId(9), 403, "not-allowed"],
  ])("is not agreed to by %s", async (_, by, status, code) => {
    await ask();
    expect(await agree(by)).toMatchObject({ status, body: { code } });
    expect(rolesOf()).toEqual(["key-worker"]);
  });

  it.each([grace, demoId(6), demoId(9), fatima])("is asked for by administrators alone, not by %s", async (by) => {
    expect((await ask(by)).status).toBe(403);
    expect(rowOf().askedAt).toBeUndefined();
  });

  it("is agreed to as it was seen: another version is a conflict", async () => {
    await ask();
    const { etag, key } = rowOf();
    await post(sian, `/people/${key}/rights/withdrawal`, { etag, reason: "Mistyped" });
    await ask(sian, { ...everything, assignments: [{ role: "auditor", over: "organisation" }] });
    expect((await post(tobias, `/people/${key}/rights/agreement`, { etag })).status).toBe(412);
    expect(rolesOf()).toEqual(["key-worker"]);
  });

  it("is agreed to once, however many agree at the same moment", async () => {
    await ask(sian, {
      ...everything,
      assignments: [{ role: "key-worker", over: "service", where: ["dovecote"] }],
      safeguarding: false,
    });
    const answers = await Promise.all([agree(tobias), agree(grace), agree(tobias)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it("is shown to whoever may agree, with why not to whoever may not", async () => {
    await ask();
    const seen = async (by: string) => {
      const body = await (await demo.as(by, "/people")).json();
      return body.people.find((each: { person: string }) => each.person === fatima).asked;
    };
    expect(await seen(tobias)).toMatchObject({ byName: "Siân Morgan-Ellis", reason: "Promoted", safeguarding: true });
    expect((await seen(tobias)).barred).toBeUndefined();
    expect((await seen(sian)).barred).toMatch(/takes two people/);
  });

  it("cannot take the last administrator away, nor one's own be agreed to", async () => {
    const none = { assignments: [], safeguarding: false, status: "active" };
    expect((await ask(tobias, none, sian)).status).toBe(200);
    expect(await agree(sian, sian)).toMatchObject({ status: 409, body: { code: "rights.own" } });
    expect(await ask(sian, none, tobias)).toMatchObject({ status: 200 });
    expect((await agree(grace, tobias)).status).toBe(200);
    expect(await agree(grace, sian)).toMatchObject({ status: 409, body: { code: "rights.no-administrator" } });
    expect(rolesOf(sian)).toEqual(["administrator"]);
    await ask(
      sian,
      { assignments: [{ role: "administrator", over: "organisation" }], safeguarding: false, status: "active" },
      tobias,
    );
    expect((await agree(grace, tobias)).status).toBe(200);
  });
});

describe("a new colleague", () => {
  const stranger = demoId(77);
  const told = { person: stranger, name: "Nia Parry", rights: everything, reason: "Starts on Monday" };

  it("is nobody until a second person has agreed", async () => {
    expect((await post(sian, "/people", told)).status).toBe(200);
    expect(findPerson(demo.outside, stranger)).toBeUndefined();
    expect(await agree(sian, stranger)).toMatchObject({ status: 409 });
    expect(await post(sian, "/people", told)).toMatchObject({ status: 409, body: { code: "rights.already-there" } });
    expect((await agree(tobias, stranger)).status).toBe(200);
    expect(rolesOf(stranger)).toEqual(["senior-leader"]);
  });
});

describe("an absence", () => {
  const absence = (by: string, of: string, body: object = { from: "2026-10-01", to: "2026-12-31" }) =>
    post(by, `/people/${rowOf(of).key}/absence`, { etag: rowOf(of).etag, ...body });

  it("is said by the person or by an administrator who does not gain by it, and puts the deputy in their place", async () => {
    expect(await absence(demoId(10), demoId(9))).toMatchObject({ status: 409, body: { code: "absence.not-yours" } });
    expect(await absence(tobias, sian)).toMatchObject({ status: 409, body: { code: "absence.deputy" } });
    expect(await absence(demoId(9), demoId(9), { from: "2026-12-31", to: "2026-10-01" })).toMatchObject({
      status: 409,
    });
    expect(findPerson(demo.outside, demoId(10))?.deputyFor).toEqual([]);
    expect((await absence(demoId(9), demoId(9))).status).toBe(200);
    expect(findPerson(demo.outside, demoId(10))?.deputyFor).toEqual([demoId(9)]);
    expect((await absence(sian, demoId(9), {})).status).toBe(200);
    expect(findPerson(demo.outside, demoId(10))?.deputyFor).toEqual([]);
  });
});

describe("a column of a people row edited in SharePoint, past the app,", () => {
  const other = demoId(22);
  const columns = Object.entries(people.fields);

  it.each(columns)("%s, gives no power and is raised", async (name, field) => {
    const list = demo.listOf(people);
    const before = rolesOf(other);
    const item = await list.byKey(rowOf(other).key);
    if (!item) throw new Error("The row is not in the list.");
    const told: Readonly<Record<string, unknown>> = {
      assignments: JSON.stringify([{ role: "senior-leader", over: "organisation" }]),
      askedAssignments: JSON.stringify([{ role: "senior-leader", over: "organisation" }]),
      status: "active",
      askedStatus: "active",
    };
    const value =
      told[name] ??
      { "yes-no": true, day: "2020-01-01", instant: "2020-01-01T00:00:00Z", person: grace }[field.kind as string] ??
      "changed";
    const same = item.fields[name] === value;
    await list.update(item.id, item.etag, { [name]: value, Title: "changed" });
    await demo.outside.sharePoint.sweep();
    const after = findPerson(demo.outside, other);
    if (!same) expect(after).toBeUndefined();
    else expect(after?.assignments.map(({ role }) => role)).toEqual(before);
    const key = item.fields.key;
    expect(demo.outside.sharePoint.oddities()).toContainEqual(expect.objectContaining({ register: "people", key }));
    const changed = await list.byKey(String(key));
    await list.update(item.id, changed?.etag ?? "", { [name]: item.fields[name] ?? null });
    await demo.outside.sharePoint.sweep();
    expect(rolesOf(other)).toEqual(before);
  });
});
