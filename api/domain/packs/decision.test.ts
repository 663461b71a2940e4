import { expect, it } from "vitest";
import { type Decision, standing } from "./decision.ts";

const content = { approvalsNeeded: ["quality lead", "senior leader"] };
const decided = (role: string, person: string, changes: Partial<Decision> = {}): Decision => ({
  role,
  person,
  name: person,
  decision: "approved",
  at: "2026-10-09T09:00:00Z",
  contentHash: "aa",
  ...changes,
});
const grace = decided("quality lead", "grace");
const robert = decided("senior leader", "robert");

it.each([
  ["nobody has signed", [], "draft"],
  ["one is missing", [grace], "draft"],
  ["one returned it", [grace, decided("senior leader", "robert", { decision: "returned" })], "draft"],
  ["everybody asked has approved", [grace, robert], "final"],
] as const)("when %s it is %s", (_when, decisions, stands) => {
  expect(standing(content, "aa", decisions)).toBe(stands);
});

it("refuses a signature on other content", () => {
  const old = decided("senior leader", "robert", { contentHash: "bb" });
  expect(standing(content, "aa", [grace, old])).toMatchObject({ refused: { rule: "pack.changed-since-signed" } });
});

it("refuses two approvals by one person, whatever the roles", () => {
  expect(standing(content, "aa", [grace, decided("senior leader", "grace")])).toMatchObject({
    refused: { rule: "pack.same-person" },
  });
});
