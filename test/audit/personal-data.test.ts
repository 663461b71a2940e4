import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dueForErasure, eraseDue } from "#api/jobs/erase-due.ts";
import { ask, operationNamed } from "#api/operations/ask.ts";
import { findPerson } from "#api/operations/everybody.ts";
import { auditTrail } from "#domain/registers/audit-trail.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { imports } from "#domain/registers/imports.ts";
import { people as peopleRegister } from "#domain/registers/people.ts";
import { personalData } from "#domain/registers/personal-data.ts";
import { complaint, complaintsBroughtIn, headings, text } from "../support/complaints-brought-in.ts";
import { people } from "../support/imported-august.ts";

/** An export with people's references in it is brought in, opened, held and erased over HTTP. */
let brought: Awaited<ReturnType<typeof complaintsBroughtIn>>;
let key: string;
const content = text([headings, complaint("C-1"), complaint("C-2", { "Person Reference": "P2002" })]);
const reason = "A family asked what we hold about their mother";

beforeAll(async () => {
  brought = await complaintsBroughtIn();
  ({ key } = await brought.bringIn(content));
}, 90_000);
afterAll(() => brought?.demo.close());

const post = (person: string, path: string, body: object) => brought.demo.as(person, path, { body });
const open = (person: string, said = reason, of = key) => post(person, `/imports/${of}/original`, { reason: said });
const log = () => brought.demo.outside.store.all(personalData);
const trail = async () => (await brought.demo.listOf(auditTrail).changes()).items.map(({ fields }) => fields);

describe("an original export", () => {
  it("is given whole to who has the right, once the reason is written down and audited", async () => {
    const answer = await open(people.administrator);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(await answer.text()).toBe(content);
    expect(log()).toContainEqual(
      expect.objectContaining({ kind: "opening", subject: key, reason, by: people.administrator }),
    );
    const events = await trail();
    expect(events).toContainEqual(expect.objectContaining({ did: "original.open", actor: people.administrator }));
    expect(JSON.stringify(events)).not.toContain("family");
  });

  it.each([
    ["without a reason", people.administrator, "", 400],
    ["with a reason that says nothing", people.administrator, "because", 400],
    ["by a contracts manager", people.contractsManager, reason, 403],
    ["by a registered manager", people.ashdownManager, reason, 403],
    ["by a senior leader", people.seniorLeader, reason, 403],
    ["by an external reviewer", people.externalReviewer, reason, 403],
  ])("is not opened %s", async (_, person, said, status) => {
    const before = log().length;
    expect((await open(person, said)).status).toBe(status);
    expect(log()).toHaveLength(before);
  });

  it("that there is not is not opened", async () => {
    expect((await open(people.administrator, reason, "import-none")).status).toBe(404);
  });
});

describe("restricted answers of a row", () => {
  const openings = async () => (await trail()).filter(({ did }) => did === "row.open");
  const path = "/registers/people/rows";

  it("are shown to who opens the row, which is noted once a day", async () => {
    const [row] = brought.demo.outside.store.all(peopleRegister).filter(({ email }) => email);
    for (const _ of [1, 2]) {
      const body = await (await brought.demo.as(people.qualityLead, `${path}/${row?.key}`)).json();
      expect(body.answers.email).toBe(row?.email);
    }
    expect((await openings()).map(({ actor, rowKey }) => ({ actor, rowKey }))).toEqual([
      { actor: people.qualityLead, rowKey: row?.key },
    ]);
  });

  it("are withheld, and the rest is shown, while it cannot be noted", async () => {
    const [row] = brought.demo.outside.store.all(peopleRegister).filter(({ email }) => email);
    const failing = {
      ...brought.demo.outside,
      sharePoint: { ...brought.demo.outside.sharePoint, noteOpened: () => Promise.reject(new Error("no answer")) },
    };
    const person = findPerson(failing, people.contractsManager);
    if (!person) throw new Error("The contracts manager is not there.");
    const body = await ask(failing, person, operationNamed("read-row"), { slug: "people", key: row?.key });
    expect(body).toMatchObject({ withheld: ["email"], answers: { name: row?.name } });
  });

  it("are not noted as opened when the row has none", async () => {
    const before = await openings();
    expect((await brought.demo.as(people.qualityLead, "/registers/services/rows/ashdown")).status).toBe(200);
    expect(await openings()).toEqual(before);
  });
});

describe("the monthly review", () => {
  const month = () => brought.demo.outside.clock().slice(0, 7);

  it("shows every opening with its reason, and what was given out", async () => {
    await brought.demo.as(people.auditor, "/audit/export");
    const body = await (await brought.demo.as(people.seniorLeader, `/personal-data/${month()}`)).json();
    expect(body.entries).toContainEqual(expect.objectContaining({ kind: "opening", subject: key, reason }));
    expect(body.opened).toContainEqual(expect.objectContaining({ did: "audit-trail.export", rows: 1 }));
  });

  it("counts the exports of a register, by person", async () => {
    for (const _ of [1, 2])
      expect((await brought.demo.as(people.qualityLead, "/registers/services/export")).status).toBe(200);
    const body = await (await brought.demo.as(people.auditor, `/personal-data/${month()}`)).json();
    expect(body.opened).toContainEqual(
      expect.objectContaining({ did: "register.export", register: "services", person: "Niamh Gallagher", rows: 2 }),
    );
  });

  it("is not for who is not over the whole organisation", async () => {
    expect((await brought.demo.as(people.ashdownManager, `/personal-data/${month()}`)).status).toBe(403);
  });

  it("is recorded for a month that is over, by somebody who opened nothing in it", async () => {
    const reviewed = (person: string, of: string) => post(person, `/personal-data/${of}/review`, { found: "In order" });
    expect((await (await reviewed(people.seniorLeader, month())).json()).code).toBe("personal-data.month-not-over");
    expect((await reviewed(people.seniorLeader, "2026-09")).status).toBe(200);
    const body = await (await brought.demo.as(people.auditor, "/personal-data/2026-09")).json();
    expect(body.reviewed).toMatchObject({ by: expect.stringMatching(/\w/) });
  });
});

describe("what is held", () => {
  const held = async (person: string) => (await brought.demo.as(person, "/personal-data")).json();

  it("says whose file it is, and to each person what they may do", async () => {
    const administrators = await held(people.administrator);
    expect(administrators.originals).toEqual([
      expect.objectContaining({ import: key, fileName: "complaints.csv", byName: "Owen Bevan" }),
    ]);
    expect(administrators.may).toMatchObject({ open: true, hold: false, exportPerson: false, exportAudit: false });
    expect((await held(people.auditor)).may).toMatchObject({ open: true, readMonth: true, answerErasure: false });
    expect((await held(people.qualityLead)).may).toMatchObject({ open: false, hold: true, exportPerson: true });
  });

  it("gives a contracts manager of one contract no more than holding", async () => {
    const { may, erasures } = await held(people.contractsManager);
    expect(Object.entries(may).filter(([, is]) => is)).toEqual([["hold", true]]);
    expect(erasures).toEqual([]);
  });

  it("shows a request to erase to who asked, barred, and to who may answer it", async () => {
    const asked = { reference: "P9", reason: "They asked us to be forgotten" };
    expect((await post(people.qualityLead, "/personal-data/erasures", asked)).status).toBe(200);
    expect((await held(people.qualityLead)).erasures[0]).toMatchObject({ byName: "Niamh Gallagher", agreed: false });
    expect((await held(people.qualityLead)).erasures[0].barred).toMatch(/^You asked for this erasure/);
    expect((await held(people.seniorLeader)).erasures[0].barred).toBeUndefined();
    expect((await held(people.auditor)).erasures).toEqual([]);
    expect((await brought.demo.as(people.ashdownManager, "/personal-data")).status).toBe(403);
  });
});

describe("when the last cycle an original served has been closed for 90 days", () => {
  const later = () => ({ ...brought.demo.outside, clock: () => "2027-06-01T09:00:00.000Z" });
  const hold = (person: string, release: boolean) =>
    post(person, `/imports/${key}/hold`, { release, reason: "A complaint about it is not answered yet" });

  beforeAll(async () => {
    const { store } = brought.demo.outside;
    for (const cycle of store.all(cycles))
      await store.change(
        cycles,
        cycle.key,
        cycle.etag,
        { stage: "closed" },
        {
          by: "system",
          did: "cycle.move",
          from: cycle.stage,
          to: "closed",
        },
      );
  });

  it("it would be erased, and a dry run says so and erases nothing", async () => {
    expect(dueForErasure(brought.demo.outside).due).toEqual([]);
    expect(dueForErasure(later()).due.map((each) => each.import)).toEqual([key]);
    expect(await brought.demo.outside.files.list("Source files", "originals")).toHaveLength(1);
  });

  it("it is kept while somebody holds it", async () => {
    expect((await hold(people.ashdownManager, false)).status).toBe(403);
    expect((await hold(people.qualityLead, false)).status).toBe(200);
    expect((await (await hold(people.qualityLead, false)).json()).code).toBe("original.hold");
    await eraseDue(later());
    expect(await brought.demo.outside.files.list("Source files", "originals")).toHaveLength(1);
    expect((await hold(people.qualityLead, true)).status).toBe(200);
  });

  it("it is erased once, with a certificate, and the audit trail holds", async () => {
    await eraseDue(later());
    await eraseDue(later());
    const { store, files, sharePoint } = brought.demo.outside;
    expect(await files.list("Source files", "originals")).toEqual([]);
    const certificates = log().filter(({ kind, subject }) => kind === "erasure" && subject === key);
    expect(certificates).toHaveLength(1);
    expect(certificates[0]?.done).toContainEqual(
      expect.objectContaining({ what: "erased", hash: store.one(imports, key)?.fileHash }),
    );
    expect(store.one(imports, key)?.originalErasedAt).toBe("2027-06-01T09:00:00.000Z");
    expect((await (await open(people.administrator)).json()).code).toBe("original.erased");
    await sharePoint.sweep();
    expect(sharePoint.auditFaults()).toEqual([]);
    expect(store.one(imports, key)?.files?.length).toBeGreaterThan(0);
  });
});
