import { expect, it } from "vitest";
import type { Contract } from "../registers/contracts.ts";
import type { PersonRow } from "../registers/people.ts";
import type { Service } from "../registers/services.ts";
import { type Organisation, personOf } from "./person-of.ts";

const now = "2026-10-12T08:00:00.000Z";
const amal = "aaaaaaaa-0000-4000-8000-000000000001";
const bryn = "aaaaaaaa-0000-4000-8000-000000000002";
const kept = {
  etag: '"x,1"',
  createdAt: now,
  createdBy: amal,
  createdByName: "",
  changedAt: now,
  changedBy: amal,
  changedByName: "",
  auditEvent: "",
  history: [],
};
const person = (id: string, more: Partial<PersonRow>): PersonRow => ({
  ...kept,
  key: id,
  person: id,
  name: id,
  safeguarding: false,
  status: "active",
  ...more,
});
const service = (key: string, region: string): Service => ({
  ...kept,
  key,
  name: key,
  region,
  kind: "home-care",
  nation: "england-and-wales",
  status: "open",
});
const contract = (key: string, services: string[]) => ({ ...kept, key, name: key, services }) as unknown as Contract;
const organisation = (...people: PersonRow[]): Organisation => ({
  people,
  services: [service("ashdown", "north"), service("birchwood", "north"), service("coppice", "south")],
  contracts: [contract("westshire", ["ashdown", "birchwood"]), contract("eastmoor", ["coppice"])],
});
const held = (people: PersonRow[], id = amal) => personOf(id, organisation(...people), now)?.assignments;

it.each([
  ["organisation", [], { services: "all", contracts: "all" }],
  ["region", ["north"], { services: ["ashdown", "birchwood"], contracts: [], serves: ["westshire"] }],
  ["service", ["coppice"], { services: ["coppice"], contracts: [], serves: ["eastmoor"] }],
  ["contract", ["westshire"], { services: ["ashdown", "birchwood"], contracts: ["westshire"] }],
] as const)("spells out a role over a %s", (over, where, covers) => {
  expect(held([person(amal, { assignments: [{ role: "quality-lead", over, where }] })])).toEqual([
    { role: "quality-lead", ...covers },
  ]);
});

it("gives an administrator no care data", () => {
  expect(held([person(amal, { assignments: [{ role: "administrator", over: "organisation" }] })])).toEqual([
    { role: "administrator", services: [], contracts: [] },
  ]);
});

it("gives nothing for a role over a part that is not named", () => {
  expect(held([person(amal, { assignments: [{ role: "auditor", over: "service" }] })])).toEqual([]);
});

it.each([
  ["who left", { status: "left" as const }],
  ["whose last day was yesterday", { to: "2026-10-11" }],
  ["who starts tomorrow", { from: "2026-10-13" }],
])("does not know a person %s", (_who, more) => {
  expect(personOf(amal, organisation(person(amal, more)), now)).toBeUndefined();
});

it("leaves out a role that has ended", () => {
  const assignments = [{ role: "external-reviewer", over: "organisation", to: "2026-10-11" }] as const;
  expect(held([person(amal, { assignments })])).toEqual([]);
});

it("adds an absent principal's roles to their deputy, and says for whom", () => {
  const principal = person(bryn, {
    deputy: amal,
    absentFrom: "2026-10-01",
    safeguarding: true,
    assignments: [{ role: "auditor", over: "organisation" }],
  });
  expect(personOf(amal, organisation(person(amal, {}), principal), now)).toMatchObject({
    deputyFor: [bryn],
    safeguarding: true,
    assignments: [{ role: "auditor" }],
  });
});

it("adds nothing while the principal is here", () => {
  const principal = person(bryn, {
    deputy: amal,
    absentFrom: "2026-09-01",
    absentTo: "2026-09-30",
    assignments: [{ role: "auditor", over: "organisation" }],
  });
  expect(held([person(amal, {}), principal])).toEqual([]);
});
