import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actions } from "../registers/actions.ts";
import { casework } from "../registers/casework.ts";
import { commentary } from "../registers/commentary.ts";
import { contracts } from "../registers/contracts.ts";
import { frameworks } from "../registers/frameworks.ts";
import { type Action, authorise, type ItemScope, organisation, scopeOf } from "./authorise.ts";
import type { Assignment, Person } from "./person.ts";
import { type Role, roles } from "./role.ts";

const services = ["ashdown", "birchwood", "coppice", "dovecote", "elm-house"];
const bought = ["westshire", "eastmoor"];

const someOf = (keys: readonly string[]) =>
  fc.oneof(
    fc.constant("all" as const),
    fc.subarray([...keys]).map((some): readonly string[] => some),
  );
const anyRole = fc.constantFrom(...roles.slice(0, 4));
const anyAssignment: fc.Arbitrary<Assignment> = fc.record(
  { role: anyRole, services: someOf(services), contracts: someOf(bought), serves: fc.subarray(bought) },
  { requiredKeys: ["role", "services", "contracts"] },
);
const anyPerson: fc.Arbitrary<Person> = fc.record({
  id: fc.constant("aaaaaaaa-0000-4000-8000-000000000001"),
  name: fc.constant("Somebody"),
  assignments: fc.array(anyAssignment, { maxLength: 3 }),
  safeguarding: fc.boolean(),
  deputyFor: fc.constant([]),
});
const anyItem: fc.Arbitrary<ItemScope> = fc.record(
  {
    contract: fc.constantFrom(...bought),
    services: fc.subarray(services),
    safeguarding: fc.boolean(),
    totals: fc.boolean(),
  },
  { requiredKeys: ["services", "safeguarding"] },
);
const anyWho: fc.Arbitrary<readonly Role[] | "anyone"> = fc.oneof(
  fc.constant("anyone" as const),
  fc.subarray(roles.slice(0, 4)),
);
const anyAction = fc.constantFrom<Action>("read", "write");

/** The same answer worked out on sets of places: everything an item lies in against everything a person reaches. */
function expected(person: Person, who: readonly Role[] | "anyone", action: Action, item: ItemScope): boolean {
  const reached = new Set<string>();
  const served = new Set<string>();
  let holds = false;
  for (const each of person.assignments) {
    if (who !== "anyone" && new Set(who).isDisjointFrom(new Set([each.role]))) continue;
    holds = true;
    for (const key of each.services === "all" ? services : each.services) reached.add(`service ${key}`);
    for (const key of each.contracts === "all" ? bought : each.contracts) reached.add(`contract ${key}`);
    for (const key of each.serves ?? []) served.add(key);
  }
  const inServices = new Set(item.services.map((key) => `service ${key}`));
  const inContract = new Set(item.contract === undefined ? [] : [`contract ${item.contract}`]);
  const everywhere = inServices.size + inContract.size === 0;
  const throughContract = inContract.size > 0 && inContract.isSubsetOf(reached);
  const seesPart = !inServices.isDisjointFrom(reached);
  const ownsAll = inServices.size > 0 && inServices.isSubsetOf(reached);
  const servesIt = inServices.size === 0 && !item.totals && served.has(item.contract ?? "");
  const withRight = person.safeguarding || !item.safeguarding;
  if (!holds || !withRight) return false;
  return everywhere || throughContract || (action === "read" ? seesPart || servesIt : ownsAll);
}

describe("authorise", () => {
  it("agrees with the same question asked of sets", () => {
    fc.assert(
      fc.property(anyPerson, anyWho, anyAction, anyItem, (person, who, action, item) => {
        expect(authorise(person, who, action, item)).toBe(expected(person, who, action, item));
      }),
      { numRuns: 2000 },
    );
  });

  it("never lets anyone write what they may not read", () => {
    fc.assert(
      fc.property(anyPerson, anyWho, anyItem, (person, who, item) => {
        if (authorise(person, who, "write", item)) expect(authorise(person, who, "read", item)).toBe(true);
      }),
    );
  });

  it("never takes a right away by giving another assignment", () => {
    fc.assert(
      fc.property(anyPerson, anyAssignment, anyWho, anyAction, anyItem, (person, more, who, action, item) => {
        if (!authorise(person, who, action, item)) return;
        const richer = { ...person, assignments: [...person.assignments, more] };
        expect(authorise(richer, who, action, item)).toBe(true);
      }),
    );
  });

  it("lets nobody without the right near a safeguarding row", () => {
    fc.assert(
      fc.property(anyPerson, anyWho, anyAction, anyItem, (person, who, action, item) => {
        const without = { ...person, safeguarding: false };
        expect(authorise(without, who, action, { ...item, safeguarding: true })).toBe(false);
      }),
    );
  });

  it("lets nobody without an assignment do anything", () => {
    const nobody: Person = { id: "x", name: "New", assignments: [], safeguarding: true, deputyFor: [] };
    expect(authorise(nobody, "anyone", "read", organisation)).toBe(false);
    expect(authorise(nobody, "anyone", "write", organisation)).toBe(false);
  });
});

describe("a registered manager of Ashdown", () => {
  const manager: Person = {
    id: "aaaaaaaa-0000-4000-8000-000000000010",
    name: "Manager",
    assignments: [{ role: "registered-manager", services: ["ashdown"], contracts: [], serves: ["westshire"] }],
    safeguarding: true,
    deputyFor: [],
  };
  const may = (action: Action, item: Partial<ItemScope>) =>
    authorise(manager, ["registered-manager"], action, { services: [], safeguarding: false, ...item });

  it.each<[string, Action, Partial<ItemScope>, boolean]>([
    ["reads a row of Ashdown", "read", { services: ["ashdown"] }, true],
    ["writes a row of Ashdown", "write", { services: ["ashdown"] }, true],
    ["does not see a row of Birchwood", "read", { services: ["birchwood"] }, false],
    ["reads a row that Ashdown shares with Birchwood", "read", { services: ["ashdown", "birchwood"] }, true],
    ["does not write a row shared with Birchwood", "write", { services: ["ashdown", "birchwood"] }, false],
    ["sees the cycle of a contract Ashdown serves", "read", { contract: "westshire" }, true],
    ["does not change that cycle", "write", { contract: "westshire" }, false],
    ["does not see the contract's totals", "read", { contract: "westshire", totals: true }, false],
    ["does not see a contract Ashdown has no part in", "read", { contract: "eastmoor" }, false],
    ["reads what belongs to the whole organisation", "read", {}, true],
  ])("%s", (_what, action, item, allowed) => expect(may(action, item)).toBe(allowed));

  it("does nothing in a role that is not theirs", () => {
    expect(authorise(manager, ["quality-lead"], "read", { services: ["ashdown"], safeguarding: false })).toBe(false);
  });
});

describe("scopeOf", () => {
  it("reads one service, and safeguarding from the category", () => {
    const row = { contract: "westshire", service: "ashdown", category: "safeguarding" };
    expect(scopeOf(actions, row)).toEqual({ contract: "westshire", services: ["ashdown"], safeguarding: true });
    expect(scopeOf(actions, { ...row, category: "complaints" }).safeguarding).toBe(false);
  });

  it("reads several services", () => {
    const row = { contract: "westshire", services: ["ashdown", "dovecote"] };
    expect(scopeOf(commentary, row)).toMatchObject({ contract: "westshire", services: ["ashdown", "dovecote"] });
  });

  it("takes a contract's own key as its contract", () => {
    expect(scopeOf(contracts, { key: "eastmoor", services: ["coppice"] })).toMatchObject({
      contract: "eastmoor",
      services: ["coppice"],
    });
  });

  it("takes every row of a safeguarding register for one", () => {
    expect(scopeOf(casework, { service: "ashdown" }).safeguarding).toBe(true);
  });

  it("takes a row without contract and services, or with empty ones, for the organisation's", () => {
    expect(scopeOf(frameworks, { code: "safe.1" })).toEqual({ ...organisation, contract: undefined });
    expect(scopeOf(actions, { contract: "", service: "" })).toEqual({ ...organisation, contract: undefined });
  });
});
