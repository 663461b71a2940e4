import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { graphClaims } from "#api/graph/claims.ts";
import { auditTrail } from "#domain/registers/audit-trail.ts";
import { people } from "#domain/registers/people.ts";
import { themes } from "#domain/registers/themes.ts";
import { demoTenant } from "../../infra/demo-tenant.ts";
import { type Demo, startDemo } from "../support/demo.ts";

const site = `/sites/${demoTenant.host}:${demoTenant.path}:`;
let demo: Demo;
let drive: string;

beforeAll(async () => {
  demo = await startDemo();
  const { value }: { value: { id: string; name: string }[] } = await demo.client.api(`${site}/drives`).get();
  drive = `/drives/${value.find(({ name }) => name === "Claims")?.id}`;
});
afterAll(() => demo.close());

describe("a row", () => {
  it("is made once, however many make it at the same moment in two processes", async () => {
    const other = await demo.another("second");
    const answers = {
      name: "Late visits",
      category: "late-visits",
      proposedBy: "leadership",
      firstSeen: "2026-10-01",
      status: "open",
    } as const;
    const made = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        (at % 2 ? other : demo.outside).store.add(themes, "late-visits-once", answers, {
          by: "system",
          did: "theme.add",
        }),
      ),
    );
    expect(made.filter(({ created }) => created)).toHaveLength(1);
    const { items } = await demo.listOf(themes).changes();
    expect(items.filter(({ fields }) => fields.key === "late-visits-once")).toHaveLength(1);
  });

  it("refuses answers its register does not know, naming every problem", async () => {
    const wrong = {
      name: "",
      category: "weather",
      firstSeen: "2026-02-30",
      status: "open",
      proposedBy: "leadership",
      mood: "low",
    };
    await expect(
      demo.outside.store.add(themes, "wrong-one", wrong as never, { by: "system", did: "theme.add" }),
    ).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringMatching(/has no “mood”.*What recurs is missing.*Category must be one of.*is not a date/s),
    });
  });

  it("keeps what a change does not say, and its seal holds", async () => {
    const { key, etag, jobTitle } = demo.outside.store.all(people)[0] ?? { key: "", etag: "" };
    const act = { by: "system", did: "person.edit" } as const;
    const row = await demo.outside.store.change(
      people,
      key,
      etag,
      { jobTitle: undefined, absentFrom: "2026-12-01" },
      act,
    );
    expect(row).toMatchObject({ jobTitle, absentFrom: "2026-12-01" });
    const emptied = await demo.outside.store.change(people, key, row.etag, { absentFrom: null }, act);
    expect(emptied.absentFrom).toBeUndefined();
    expect(await demo.outside.store.fresh(people, key)).toMatchObject({ jobTitle });
  });

  it("carries the id of an event in the audit trail, whose chain holds", async () => {
    await demo.outside.sharePoint.sweep();
    expect(demo.outside.sharePoint.auditFaults()).toEqual([]);
    const { items } = await demo.listOf(auditTrail).changes();
    const told = new Set(items.map(({ fields }) => fields.key));
    for (const row of demo.outside.store.all(themes)) expect(told.has(row.auditEvent), row.key).toBe(true);
  });
});

describe("somebody with rights to the list itself", () => {
  it("gains nothing by editing a person's row: the seal breaks, the row is ignored and raised", async () => {
    const target = demo.outside.store
      .all(people)
      .find(({ assignments = [] }) => assignments.some(({ role }) => role === "key-worker"));
    const item = await demo.listOf(people).byKey(target?.key ?? "");
    const assignments = JSON.stringify([{ role: "senior-leader", over: "organisation" }]);
    await demo.listOf(people).update(item?.id ?? "", item?.etag ?? "", { assignments });
    await demo.outside.sharePoint.sweep();
    expect(demo.outside.store.one(people, target?.key ?? "")).toBeUndefined();
    expect(demo.outside.sharePoint.oddities()).toContainEqual({
      register: "people",
      key: target?.key,
      what: "seal-broken",
    });
  });

  it("leaves a hole in the audit trail that the next sweep names", async () => {
    const { items } = await demo.listOf(auditTrail).changes();
    const first = items.find(({ fields }) => Number(fields.sequence) === 3);
    await demo.listOf(auditTrail).update(first?.id ?? "", first?.etag ?? "", {
      actor: "aaaaaaaa-0000-4000-8000-000000000099",
    });
    await demo.outside.sharePoint.sweep();
    expect(demo.outside.sharePoint.auditFaults().join(" ")).toMatch(/event 3 was altered/);
  });
});

describe("a claim", () => {
  const at = (owner: string, now: string) => graphClaims(demo.client, drive, owner, () => now);

  it("is one owner's until its lease ends, and the same owner's again after a restart", async () => {
    expect(await at("one", "2026-10-12T08:00:00.000Z").take("thing", 10)).toBe(true);
    expect(await at("two", "2026-10-12T08:05:00.000Z").take("thing", 10)).toBe(false);
    expect(await at("one", "2026-10-12T08:06:00.000Z").take("thing", 10)).toBe(true);
  });

  it("that lapsed is taken over by exactly one of many", async () => {
    expect(await at("gone", "2026-10-12T08:00:00.000Z").take("left", 10)).toBe(true);
    const taken = await Promise.all(
      ["a", "b", "c", "d", "e"].map((owner) => at(owner, "2026-10-12T09:00:00.000Z").take("left", 10)),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
  });
});
