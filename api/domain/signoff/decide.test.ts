import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aPack, asks, decisions, everybody, now } from "../../../test/support/facts.ts";
import { kept, person } from "../../../test/support/rows.ts";
import type { Person } from "../people/person.ts";
import { isRefusal } from "../refusal.ts";
import type { SignOff } from "../registers/sign-offs.ts";
import { decideSignOff, type SignOffCommand, type SignOffFacts } from "./decide.ts";
import { handsIn } from "./hands.ts";
import { sameHand } from "./same-hand.ts";
import { decisionKey } from "./state.ts";

const [checkAsk, sendAsk] = asks as [SignOff, SignOff];
const grace = person("grace", ["senior-leader"]);
const approve = (by: Person = grace): SignOffCommand => ({
  by,
  decision: "approve",
  contentHash: aPack.contentHash,
  via: "card",
});
const factsOf = (told: Partial<SignOffFacts> = {}): SignOffFacts => ({
  ask: sendAsk,
  rows: asks,
  currentHash: aPack.contentHash,
  authors: ["eleanor"],
  validators: ["harriet"],
  profile: "standard",
  everybody,
  ...told,
});
const ruleOf = (answer: unknown) => (isRefusal(answer) ? answer.refused.rule : "allowed");

describe("a sign-off", () => {
  it("is one more row, bound to what was read", () => {
    expect(decideSignOff(factsOf(), approve(), now)).toEqual({
      add: {
        kind: "decision",
        ask: sendAsk.key,
        about: "pack",
        subject: aPack.key,
        subjectVersion: undefined,
        contentHash: aPack.contentHash,
        contract: "westshire",
        services: undefined,
        cycle: undefined,
        role: "senior-leader",
        person: "grace",
        decision: "approve",
        decidedAt: now,
        via: "card",
      },
    });
  });

  it("answers the second use with the first decision, also when it says something else", () => {
    const first = decisions[1];
    const answer = decideSignOff(
      factsOf({ rows: [...asks, ...decisions] }),
      { ...approve(), decision: "return", reason: "x" },
      now,
    );
    expect(answer).toEqual({ already: first });
  });

  it("may be returned by somebody who could not approve it, with a reason", () => {
    const returned = decideSignOff(
      factsOf({ authors: ["grace"] }),
      { ...approve(), decision: "return", reason: " One is wrong " },
      now,
    );
    expect(returned).toMatchObject({ add: { decision: "return", reason: "One is wrong" } });
  });

  it("by a deputy names both people", () => {
    const deputy = person("martin", ["senior-leader"], { deputyFor: ["grace"] });
    expect(decideSignOff(factsOf({ everybody: [...everybody, deputy] }), approve(deputy), now)).toMatchObject({
      add: { person: "martin", standingInFor: "grace" },
    });
  });

  it.each([
    ["somebody who was not asked", {}, approve(person("sunita", ["senior-leader"])), "signoff.not-asked"],
    ["somebody who left", { everybody: [] }, approve(), "signoff.not-asked"],
    ["content that changed since it was asked", { currentHash: "0".repeat(64) }, approve(), "signoff.void"],
    ["content other than what was read", {}, { ...approve(), contentHash: "0".repeat(64) }, "signoff.void"],
    ["a return without a reason", {}, { ...approve(), decision: "return", reason: " " }, "signoff.reason-missing"],
    ["an author", { authors: ["grace"] }, approve(), "signoff.same-person"],
    ["a validator", { validators: ["grace"] }, approve(), "signoff.same-person"],
    ["an ask that lapsed", { ask: { ...sendAsk, due: "2026-09-01" } }, approve(), "signoff.lapsed"],
    ["a small provider's author", { profile: "small", authors: ["grace"] }, approve(), "signoff.same-person"],
    ["a small provider's validator", { profile: "small", validators: ["grace"] }, approve(), "allowed"],
    [
      "a sole leader's own validation",
      { profile: "sole-leader", validators: ["grace"] },
      approve(),
      "signoff.same-person",
    ],
  ] as const)("of %s is decided as it should be", (_who, told, command, rule) => {
    expect(ruleOf(decideSignOff(factsOf(told), command, now))).toBe(rule);
  });

  it("refuses the deputy of an author, and the author's principal", () => {
    const deputy = person("grace", ["senior-leader"], { deputyFor: ["eleanor"] });
    expect(ruleOf(decideSignOff(factsOf({ everybody: [deputy] }), approve(deputy), now))).toBe("signoff.same-person");
    const author = person("eleanor", ["contracts-manager"], { deputyFor: ["grace"] });
    expect(ruleOf(decideSignOff(factsOf({ everybody: [grace, author] }), approve(), now))).toBe("signoff.same-person");
  });

  it("refuses whoever signed it in the other capacity", () => {
    const both = person("grace", ["quality-lead", "senior-leader"]);
    const ask = { ...checkAsk, person: "grace" };
    const first = decideSignOff(factsOf({ ask, rows: [ask, sendAsk] }), approve(both), now);
    if (isRefusal(first) || !("add" in first)) throw new Error("the first was refused");
    const rows = [ask, sendAsk, { ...kept(decisionKey(ask.key)), ...first.add }];
    expect(ruleOf(decideSignOff(factsOf({ rows }), approve(both), now))).toBe("signoff.same-person");
  });

  it("given by a deputy bars the principal as well, also after the deputy has stood down", () => {
    const validated = { ...(decisions[0] as SignOff), person: "martin", standingInFor: "grace" };
    expect(ruleOf(decideSignOff(factsOf({ rows: [...asks, validated] }), approve(), now))).toBe("signoff.same-person");
  });

  it("keeps authors, validators and approvers pairwise different, whatever happens", () => {
    const ids = ["a", "b", "c", "d"];
    const somebody = fc.constantFrom(...ids);
    const some = fc.uniqueArray(somebody, { maxLength: 2 });
    const deputies = fc.array(fc.tuple(somebody, somebody), { maxLength: 2 });
    const ask = fc.record({
      person: somebody,
      role: fc.constantFrom("quality-lead" as const, "senior-leader" as const),
    });
    const use = fc.record({
      at: fc.nat(5),
      by: fc.option(somebody, { freq: 3 }),
      decision: fc.constantFrom("approve" as const, "return" as const),
    });
    fc.assert(
      fc.property(
        some,
        some,
        deputies,
        fc.array(ask, { minLength: 2, maxLength: 6 }),
        fc.array(use, { minLength: 4, maxLength: 16 }),
        (authors, checkers, standIns, wanted, uses) => {
          const validators = checkers.filter((id) => !authors.includes(id));
          const people = ids.map((id) =>
            person(id, ["quality-lead", "senior-leader"], {
              deputyFor: standIns.filter(([who, of]) => who === id && of !== id).map(([, of]) => of),
            }),
          );
          const open: SignOff[] = wanted.map((each, at) => ({ ...sendAsk, ...each, ...kept(`ask-${at}`) }));
          const rows: SignOff[] = [...open];
          for (const { at, by, decision } of uses) {
            const one = open[at];
            const who = people.find(({ id }) => id === (by ?? one?.person));
            if (!one || !who) continue;
            const facts = factsOf({ ask: one, rows, authors, validators, everybody: people });
            const answer = decideSignOff(facts, { ...approve(who), decision, reason: "Because" }, now);
            if (!isRefusal(answer) && "add" in answer) rows.push({ ...kept(decisionKey(one.key)), ...answer.add });
          }
          const made = rows.filter(({ kind }) => kind === "decision");
          const hands = handsIn({ authors, validators }, made);
          const approved = made.filter(({ decision, role }) => decision === "approve" && role === "senior-leader");
          for (const { person: approver } of approved) {
            const them = people.find(({ id }) => id === approver);
            if (!them) throw new Error("nobody");
            for (const other of [...hands.author, ...hands.validator])
              expect(sameHand(them, other, people)).toBe(false);
          }
          expect(new Set(approved.map((row) => row.person)).size).toBe(approved.length);
          expect(new Set(made.map(({ ask: of }) => of)).size).toBe(made.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});
