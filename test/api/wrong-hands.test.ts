import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registers } from "#domain/registers/index.ts";
import { packs } from "#domain/registers/packs.ts";
import { people as peopleRegister } from "#domain/registers/people.ts";
import { signOffs } from "#domain/registers/sign-offs.ts";
import { demoId, demoPeople } from "../../infra/demo/people.ts";
import { broughtToApprove } from "../support/brought-to-approve.ts";
import { type Demo, startDemo } from "../support/demo.ts";
import { quarterOfExports } from "../support/quarter.ts";

/** A real pack waits for two signatures, and everybody who should not sign it tries, straight at the api. */
let demo: Demo;
let exports: Awaited<ReturnType<typeof quarterOfExports>>;
const author = demoId(4);
const administrator = demoId(24);
beforeAll(async () => {
  exports = await quarterOfExports();
  demo = await startDemo();
  await broughtToApprove(demo, exports.dir);
}, 240_000);
afterAll(async () => {
  await demo?.close();
  exports?.remove();
});

function askOf(role: string) {
  const found = demo.outside.store.all(signOffs).find((row) => row.kind === "ask" && row.role === role);
  if (!found) throw new Error(`Nobody is asked as ${role}.`);
  return found;
}

function thePack() {
  const found = demo.outside.store.all(packs).find(({ status }) => status === "draft");
  if (!found) throw new Error("There is no draft.");
  return found;
}

/** Every row of every register, whole. */
/** Figures' standing follows their cycle by itself: of them, which there are. */
const everything = () =>
  registers
    .filter(({ slug }) => slug !== "audit-trail")
    .map((register) => ({ register: register.slug, rows: demo.outside.store.all(register) }))
    .map(({ register, rows }) => ({ register, rows: register === "figures" ? rows.map(({ key }) => key) : rows }));

const sign = (person: string, role: string, changes: object = {}) =>
  demo.as(person, `/sign-offs/${askOf(role).key}/decision`, {
    body: { decision: "approve", contentHash: thePack().contentHash, ...changes },
  });

/** Tries, and holds that nothing whatever was written. */
async function nothingFrom(attempt: () => Promise<Response>) {
  const before = everything();
  const answer = await attempt();
  const body = await answer.json();
  await demo.outside.sharePoint.poll();
  expect(everything()).toEqual(before);
  return { status: answer.status, code: body.code, title: String(body.title) };
}

async function amend(person: string, changes: object): Promise<void> {
  const row = demo.outside.store.all(peopleRegister).find((each) => each.person === person);
  if (!row) throw new Error(`${person} is not in the people register.`);
  await demo.outside.store.change(peopleRegister, row.key, row.etag, changes, { by: "system", did: "test.amend" });
}

const away = { absentFrom: "2026-10-01", absentTo: "2026-12-31" };
const back = { absentFrom: null, absentTo: null };

describe.each(["quality-lead", "senior-leader"])("the signature as %s", (role) => {
  it("is taken from nobody who was not asked, whatever their role", async () => {
    const { person } = askOf(role);
    const others = demoPeople.filter(({ id }) => id !== person);
    const answers = await Promise.all(others.map(({ id }) => id).map(async (id) => ({ id, answer: sign(id, role) })));
    const before = everything();
    for (const { id, answer } of answers) {
      const { status } = await answer;
      expect([403, 404, 409], id).toContain(status);
    }
    expect(everything()).toEqual(before);
    expect(demo.outside.store.all(signOffs).some(({ kind }) => kind === "decision")).toBe(false);
  });

  it.each([
    ["on other content", { contentHash: "ab".repeat(32) }, 409, "signoff.void"],
    ["on no content", { contentHash: "" }, 400, "invalid"],
    ["as a card, with other content", { contentHash: "cd".repeat(32), via: "card" }, 409, "signoff.void"],
    ["for somebody else", { person: demoId(2) }, 400, "invalid"],
    ["in another's stead", { standingInFor: demoId(1) }, 400, "invalid"],
    ["as a return without a reason", { decision: "return" }, 409, "signoff.reason-missing"],
    ["as a return with a blank one", { decision: "return", reason: "  " }, 409, "signoff.reason-missing"],
  ])("is not taken %s", async (_, changes, status, code) => {
    const { person } = askOf(role);
    expect(await nothingFrom(() => sign(person, role, changes))).toMatchObject({ status, code });
  });

  it("is not taken from the author who stands in for whoever was asked, nor then from themselves", async () => {
    const { person } = askOf(role);
    await amend(person, { deputy: author, ...away });
    try {
      const deputy = await nothingFrom(() => sign(author, role));
      expect(deputy).toMatchObject({ status: 409, code: "signoff.same-person" });
      expect(deputy.title).toMatch(/wrote part of it\. Author, validator and approver are different people/);
      expect(await nothingFrom(() => sign(person, role))).toMatchObject({ code: "signoff.same-person" });
    } finally {
      await amend(person, { deputy: demoPeople.find(({ id }) => id === person)?.deputy, ...back });
    }
  });

  it("is not taken from a deputy whose principal is not away", async () => {
    const { person } = askOf(role);
    await amend(person, { deputy: author });
    try {
      expect(await nothingFrom(() => sign(author, role))).toMatchObject({ status: 409, code: "signoff.not-asked" });
    } finally {
      await amend(person, { deputy: demoPeople.find(({ id }) => id === person)?.deputy });
    }
  });

  it("is not taken once whoever was asked has left", async () => {
    const { person } = askOf(role);
    await amend(person, { status: "left" });
    try {
      expect((await nothingFrom(() => sign(person, role))).status).toBe(403);
    } finally {
      await amend(person, { status: "active" });
    }
  });
});

describe("power cannot be had", () => {
  const edits = [
    ["the sign-off", "sign-offs", () => askOf("quality-lead"), { person: author }],
    ["the pack", "packs", () => thePack(), { authors: [], status: "final" }],
    [
      "the people register",
      "people",
      () => demo.outside.store.all(peopleRegister).find(({ person }) => person === author) ?? thePack(),
      { assignments: [{ role: "senior-leader", over: "organisation" }] },
    ],
  ] as const;

  it.each(edits)("by editing %s", async (_, slug, row, changes) => {
    const { key, etag } = row();
    for (const person of [author, administrator, demoId(1), demoId(6)]) {
      const path = `/registers/${slug}/rows/${key}`;
      const answer = await nothingFrom(() => demo.as(person, path, { method: "PATCH", body: { etag, changes } }));
      expect([403, 404], person).toContain(answer.status);
    }
  });

  it("by building or sending the pack before it is signed", async () => {
    const { key, etag } = thePack();
    const built = await demo.as(author, `/packs/${key}/compile`, { method: "POST", body: {} });
    const job = built.ok ? (await built.json()).job : undefined;
    for (let state = job ? "running" : "failed"; state !== "failed"; ) {
      ({ state } = await (await demo.as(author, `/jobs/${job}`)).json());
      expect(state).not.toBe("done");
    }
    const body = { etag, submittedTo: "Westshire", route: "secure-email", receipt: "Sent" };
    expect((await nothingFrom(() => demo.as(author, `/packs/${key}/submission`, { body }))).status).toBe(409);
    expect(thePack()).toMatchObject({ key, status: "draft" });
  });
});

it("takes one signature from a deputy, and not a second from the same hand in another's place", async () => {
  const [lead, leader] = [askOf("quality-lead").person, askOf("senior-leader").person];
  const deputy = demoId(2);
  await amend(lead, { deputy, ...away });
  await amend(leader, { deputy, ...away });
  const first = await sign(deputy, "quality-lead");
  expect(first.status, await first.clone().text()).toBe(200);
  const second = await nothingFrom(() => sign(deputy, "senior-leader"));
  expect(second).toMatchObject({ status: 409, code: "signoff.same-person" });
  const made = demo.outside.store.all(signOffs).filter(({ kind }) => kind === "decision");
  expect(made).toMatchObject([{ role: "quality-lead", person: deputy, standingInFor: lead }]);
});
