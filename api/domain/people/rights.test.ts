import { describe, expect, it } from "vitest";
import { kept, person } from "../../../test/support/rows.ts";
import type { Contract } from "../registers/contracts.ts";
import type { PersonRow } from "../registers/people.ts";
import type { Service } from "../registers/services.ts";
import { type Organisation, personOf } from "./person-of.ts";
import { agreeRights, askedOf, askRights, dropAsked } from "./rights.ts";
import type { Rights } from "./rights-asked.ts";

const now = "2026-10-12T08:00:00.000Z";
const rowOf = (id: string, more: Partial<PersonRow> = {}): PersonRow => ({
  ...kept(id),
  person: id,
  name: id,
  safeguarding: false,
  status: "active",
  assignments: [],
  ...more,
});
const administrator = { role: "administrator", over: "organisation" } as const;
const sian = rowOf("sian", { assignments: [administrator] });
const tobias = rowOf("tobias", { assignments: [administrator] });
const amina = rowOf("amina", { assignments: [{ role: "team-leader", over: "service", where: ["ashdown"] }] });
const organisation = (...people: PersonRow[]): Organisation => ({
  people,
  services: [{ ...kept("ashdown"), name: "Ashdown", region: "north" } as Service],
  contracts: [{ ...kept("westshire"), name: "Westshire" } as Contract],
});
const everyone = organisation(sian, tobias, amina);
const wanted: Rights = {
  assignments: [{ role: "registered-manager", over: "service", where: ["ashdown"] }],
  safeguarding: true,
  deputy: "tobias",
  status: "active",
};
const by = person("sian", ["administrator"]);
const second = person("tobias", ["administrator"]);
const ask = (row = amina, rights = wanted, told = everyone) =>
  askRights(row, rights, { by, reason: "New post" }, told, now);
/** The row as the store has it after a change: what was emptied is not there. */
const changed = (row: PersonRow, changes: object): PersonRow =>
  Object.fromEntries(
    Object.entries({ ...row, ...changes }).filter(([, value]) => value !== null),
  ) as unknown as PersonRow;
const asking = (row = amina, rights = wanted) => changed(row, ask(row, rights));

describe("what is asked for", () => {
  it("waits, with who asked and why, and gives nothing", () => {
    const row = asking();
    expect(askedOf(row)).toEqual({ ...wanted, by: "sian", at: now });
    expect(row.askedReason).toBe("New post");
    expect(personOf("amina", organisation(row), now)).toEqual(personOf("amina", organisation(amina), now));
  });

  it("is one thing at a time", () => {
    expect(ask(asking())).toMatchObject({ refused: { rule: "rights.already-asked" } });
  });

  it.each<[string, Partial<Rights>, string]>([
    [
      "a service that is not there",
      { assignments: [{ role: "auditor", over: "service", where: ["nowhere"] }] },
      "unknown-part",
    ],
    [
      "a region that is not there",
      { assignments: [{ role: "auditor", over: "region", where: ["west"] }] },
      "unknown-part",
    ],
    [
      "a contract that is not there",
      { assignments: [{ role: "auditor", over: "contract", where: ["x"] }] },
      "unknown-part",
    ],
    ["no service at all", { assignments: [{ role: "auditor", over: "service" }] }, "unknown-part"],
    [
      "one service of the whole organisation",
      { assignments: [{ role: "auditor", over: "organisation", where: ["ashdown"] }] },
      "unknown-part",
    ],
    [
      "an end before the beginning",
      { assignments: [{ role: "auditor", over: "organisation", from: "2026-11-01", to: "2026-10-01" }] },
      "unknown-part",
    ],
    ["themselves as deputy", { deputy: "amina" }, "deputy"],
    ["a stranger as deputy", { deputy: "nobody" }, "deputy"],
  ])("is refused with %s", (_, more, rule) => {
    expect(ask(amina, { ...wanted, ...more })).toMatchObject({ refused: { rule: `rights.${rule}` } });
  });
});

describe("agreeing", () => {
  it("takes another person, and then puts all of it in force", () => {
    const row = changed(asking(), agreeRights(asking(), second, everyone, now));
    expect(row).toMatchObject({
      ...wanted,
      rightsAskedBy: "sian",
      rightsAgreedBy: "tobias",
      rightsAgreedOn: "2026-10-12",
    });
    expect(Object.keys(row).filter((name) => name.startsWith("asked"))).toEqual([]);
  });

  it.each([
    ["whoever asked", by, "same-person"],
    ["somebody who stands in for whoever asked", { ...second, deputyFor: ["sian"] }, "same-person"],
    ["somebody without the right", person("eve", ["quality-lead"]), "same-person"],
    ["whose rights they are", person("amina", ["administrator"]), "own"],
    ["who stands in for whose rights they are", { ...second, deputyFor: ["amina"] }, "own"],
  ])("is refused to %s", (_, who, rule) => {
    expect(agreeRights(asking(), who, everyone, now)).toMatchObject({ refused: { rule: `rights.${rule}` } });
  });

  it("is refused when nothing is asked", () => {
    expect(agreeRights(amina, second, everyone, now)).toMatchObject({ refused: { rule: "rights.nothing-asked" } });
    expect(dropAsked(amina)).toMatchObject({ refused: { rule: "rights.nothing-asked" } });
  });

  it("looks again at what has changed since it was asked", () => {
    const without = { ...everyone, services: [] };
    expect(agreeRights(asking(), second, without, now)).toMatchObject({ refused: { rule: "rights.unknown-part" } });
  });

  it("says when somebody left, and takes it back when they return", () => {
    const left = changed(amina, agreeRights(asking(amina, { ...wanted, status: "left" }), second, everyone, now));
    expect([left.status, left.to]).toEqual(["left", "2026-10-12"]);
    expect(agreeRights(asking(left), second, everyone, now)).toMatchObject({ status: "active", to: null });
  });
});

describe("the last administrator", () => {
  const none: Rights = { assignments: [], safeguarding: false, status: "active" };
  const last = { refused: { rule: "rights.no-administrator" } };
  const eve = person("eve", ["senior-leader"]);

  it.each([
    ["stops being one", none],
    ["leaves", { ...none, assignments: [administrator], status: "left" as const }],
    ["is one until a day", { ...none, assignments: [{ ...administrator, to: "2026-12-31" }] }],
    ["is one from a later day", { ...none, assignments: [{ ...administrator, from: "2026-12-31" }] }],
  ])("is not lost when they are asked for as one who %s", (_, rights) => {
    expect(ask(sian, rights, organisation(sian, amina))).toMatchObject(last);
    expect(ask(sian, rights)).not.toHaveProperty("refused");
  });

  it("is not lost either between asking and agreeing, or to one whose time runs out", () => {
    const asked = asking(sian, none);
    expect(agreeRights(asked, eve, organisation(asked, amina), now)).toMatchObject(last);
    const ending = rowOf("tobias", { assignments: [{ ...administrator, to: "2026-10-31" }] });
    expect(agreeRights(asked, eve, organisation(asked, ending), now)).toMatchObject(last);
    expect(agreeRights(asked, eve, everyone, now)).not.toHaveProperty("refused");
  });
});
