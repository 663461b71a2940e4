import { describe, expect, it } from "vitest";
import { person } from "../../../test/support/rows.ts";
import { isRefusal } from "../refusal.ts";
import { askException, grantException } from "./exceptions.ts";

const now = "2026-10-12T09:00:00Z";
const grace = person("grace", ["senior-leader"]);
const sunita = person("sunita", ["senior-leader"]);
const eleanor = person("eleanor", ["contracts-manager"]);
const wanted = { stage: "collect", check: "data.rejected-rows", subject: "import-1", reason: "Test rows" } as const;
const asked = { ...wanted, askedBy: "grace", askedAt: now };
const ruleOf = (answer: unknown) => (isRefusal(answer) ? answer.refused.rule : "allowed");
const grant = (by = sunita, everybody = [grace, sunita], exceptions = [asked]) =>
  grantException({ exceptions }, wanted, { by, now, everybody });

describe("an exception", () => {
  it("is asked for with a reason and granted by another senior leader", () => {
    expect(askException({}, wanted, { by: grace, now })).toEqual({ exceptions: [asked] });
    expect(grant()).toEqual({ exceptions: [{ ...asked, grantedBy: "sunita", grantedAt: now }] });
  });

  it("leaves the others as they are", () => {
    const other = { ...asked, subject: "import-2" };
    expect(grant(sunita, [grace, sunita], [other, asked] as never)).toMatchObject({
      exceptions: [other, { grantedBy: "sunita" }],
    });
  });

  it.each([
    ["by somebody who is not a senior leader", {}, wanted, eleanor, "cycle.not-your-role"],
    ["without a reason", {}, { ...wanted, reason: " " }, grace, "cycle.reason-missing"],
    ["twice", { exceptions: [asked] }, wanted, grace, "cycle.already-asked"],
    ["from a signature", {}, { ...wanted, check: "signoff.incomplete" }, grace, "cycle.no-exception"],
  ] as const)("is not asked for %s", (_how, cycle, what, by, rule) => {
    expect(ruleOf(askException(cycle, what, { by, now }))).toBe(rule);
  });

  it.each([
    ["by whoever asked", grant(grace), "cycle.same-leader"],
    ["by somebody who is not a senior leader", grant(eleanor), "cycle.not-your-role"],
    [
      "by the deputy of whoever asked",
      grant(person("sunita", ["senior-leader"], { deputyFor: ["grace"] })),
      "cycle.same-leader",
    ],
    [
      "by the one whose deputy asked",
      grant(sunita, [person("grace", ["senior-leader"], { deputyFor: ["sunita"] }), sunita]),
      "cycle.same-leader",
    ],
    ["before anybody asked", grant(sunita, [], []), "cycle.not-asked"],
    ["twice", grant(sunita, [], [{ ...asked, grantedBy: "x" }] as never), "cycle.already-granted"],
  ] as const)("is not granted %s", (_how, answer, rule) => {
    expect(ruleOf(answer)).toBe(rule);
  });
});
