import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aValidationRow, person } from "../../../test/support/rows.ts";
import { isRefusal } from "../refusal.ts";
import { type ValidationRow, validationLog } from "../registers/validation-log.ts";
import { decideValidation, type ValidationCommand } from "./decide.ts";
import { type ValidationMove, validationMoves } from "./moves.ts";

const now = "2026-10-06T09:00:00Z";
const harriet = person("harriet", ["auditor"]);
const amina = person("amina", ["registered-manager"]);
const eleanor = person("eleanor", ["contracts-manager"]);
const quality = person("quality", ["quality-lead"]);
const leon = person("leon", ["team-leader"]);
const everybody = [harriet, amina, eleanor, quality, leon];

const commands: Readonly<Record<ValidationMove, ValidationCommand>> = {
  agrees: { move: "agrees" },
  differs: { move: "differs", result: "differs", sourceValue: "09:10" },
  "give-cause": { move: "give-cause", cause: "data-error", reason: "Typed in the wrong hour" },
  treat: { move: "treat", treatment: "data-correction", improvesFigure: false },
  correct: { move: "correct", reason: "Start was 09:10", source: "Call log 17" },
  recheck: { move: "recheck", amendmentImport: "import-2" },
  "recheck-failed": { move: "recheck-failed", reason: "Still 08:10" },
  close: { move: "close" },
};
const whoDoes: Readonly<Record<ValidationMove, typeof harriet>> = {
  agrees: harriet,
  differs: harriet,
  "give-cause": amina,
  treat: eleanor,
  correct: leon,
  recheck: harriet,
  "recheck-failed": harriet,
  close: quality,
};
const settled = {
  checkedBy: "harriet",
  result: "differs",
  cause: "data-error",
  causeBy: "amina",
  treatment: "data-correction",
  treatmentBy: "eleanor",
  correction: "Start was 09:10",
  correctionSource: "Call log 17",
  correctedBy: "leon",
} as const;
const moves = Object.keys(validationMoves) as readonly ValidationMove[];
const statuses = validationLog.fields.status.options ?? [];
const decide = (row: Partial<ValidationRow>, command: ValidationCommand, by = harriet, people = everybody) =>
  decideValidation(aValidationRow(row), command, { by, now, everybody: people, plan: { checker: "harriet" } });
const ruleOf = (answer: unknown) => (isRefusal(answer) ? answer.refused.rule : "allowed");

describe("a checked record", () => {
  it.each(moves.flatMap((move) => statuses.map((status) => ({ move, status }))))(
    "$move from $status does what the table of moves says",
    ({ move, status }) => {
      const answer = decide({ ...settled, status: status as "to-check" }, commands[move], whoDoes[move]);
      const { from, to } = validationMoves[move];
      expect(isRefusal(answer) ? ruleOf(answer) : answer.changes.status).toBe(
        from.some((each) => each === status) ? to : "check.not-now",
      );
    },
  );

  it("goes the whole way, and stays as first found", () => {
    const way: readonly ValidationMove[] = ["differs", "give-cause", "treat", "correct", "recheck", "close"];
    let end = aValidationRow();
    for (const move of way) {
      const answer = decideValidation(end, commands[move], { by: whoDoes[move], now, everybody, plan: {} });
      if (isRefusal(answer)) throw new Error(`${move}: ${answer.refused.say}`);
      end = { ...end, ...answer.changes };
    }
    expect(end).toMatchObject({
      ...settled,
      status: "closed",
      result: "differs",
      sourceValue: "09:10",
      recheckedBy: "harriet",
      amendmentImport: "import-2",
    });
  });

  it.each([
    [
      "a check by somebody the plan does not name",
      { status: "to-check" },
      commands.agrees,
      person("imran", ["auditor"]),
      "check.not-the-checker",
    ],
    [
      "a discrepancy without the source’s value",
      { status: "to-check" },
      { move: "differs", result: "differs", sourceValue: " " },
      harriet,
      "check.value-missing",
    ],
    [
      "a cause without a word",
      { status: "discrepancy" },
      { move: "give-cause", cause: "data-error", reason: " " },
      amina,
      "check.reason-missing",
    ],
    ["a cause by somebody else", { status: "discrepancy" }, commands["give-cause"], eleanor, "check.not-your-role"],
    [
      "a genuine concern without an action",
      { status: "cause-given", cause: "genuine-concern" },
      commands.treat,
      eleanor,
      "check.action-needed",
    ],
    [
      "a genuine concern with one",
      { status: "cause-given", cause: "genuine-concern" },
      { ...commands.treat, action: "action-1" },
      eleanor,
      "allowed",
    ],
    [
      "a better figure without the quality lead",
      { status: "cause-given" },
      { ...commands.treat, improvesFigure: true },
      eleanor,
      "check.quality-lead-agrees",
    ],
    [
      "a better figure agreed by another role",
      { status: "cause-given" },
      { ...commands.treat, improvesFigure: true, agreedBy: leon },
      eleanor,
      "check.quality-lead-agrees",
    ],
    [
      "a better figure the quality lead agreed",
      { status: "cause-given" },
      { ...commands.treat, improvesFigure: true, agreedBy: quality },
      eleanor,
      "allowed",
    ],
    [
      "a correction nobody wanted",
      { status: "treated", treatment: "narrative-explanation" },
      commands.correct,
      leon,
      "check.no-correction-wanted",
    ],
    [
      "a correction without a source",
      { status: "treated", treatment: "data-correction" },
      { move: "correct", reason: "x", source: " " },
      leon,
      "check.source-missing",
    ],
    [
      "a correction by who decided it",
      { ...settled, status: "treated", treatmentBy: "leon" },
      commands.correct,
      leon,
      "check.own-work",
    ],
    [
      "a second look before the correction",
      { status: "treated", treatment: "data-correction" },
      commands.recheck,
      harriet,
      "check.no-audit-trail",
    ],
    [
      "a second look where nothing is corrected",
      { status: "treated", treatment: "narrative-explanation" },
      commands.recheck,
      harriet,
      "allowed",
    ],
    [
      "a second look at one’s own correction",
      { ...settled, status: "treated", correctedBy: "harriet" },
      commands.recheck,
      harriet,
      "check.own-work",
    ],
    [
      "an end by who gave the cause",
      { ...settled, status: "re-checked", causeBy: "quality" },
      commands.close,
      quality,
      "check.own-work",
    ],
  ] as const)("%s", (_what, row, command, by, rule) => {
    expect(ruleOf(decide(row, command as ValidationCommand, by))).toBe(rule);
  });

  it("is not treated by the deputy of who gave the cause", () => {
    const deputy = person("eleanor", ["contracts-manager"], { deputyFor: ["amina"] });
    expect(ruleOf(decide({ ...settled, status: "cause-given" }, commands.treat, deputy))).toBe("check.own-work");
  });

  it("is never re-checked or closed by whoever had a hand in putting it right, whatever happens", () => {
    const people = ["a", "b", "c"].map((id) =>
      person(id, ["auditor", "registered-manager", "contracts-manager", "quality-lead"]),
    );
    const step = fc.record({ move: fc.constantFrom(...moves), by: fc.constantFrom(...people) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let row = aValidationRow();
        for (const { move, by } of steps) {
          const answer = decideValidation(row, commands[move], { by, now, everybody: people, plan: {} });
          if (isRefusal(answer)) continue;
          row = { ...row, ...answer.changes };
          if (move === "recheck" || move === "close")
            expect([row.causeBy, row.treatmentBy, row.correctedBy]).not.toContain(by.id);
          if (row.causeBy) expect(row.causeBy).not.toBe(row.checkedBy);
          if (row.status === "closed") expect(row.recheckedBy).toBeDefined();
        }
      }),
      { numRuns: 500 },
    );
  });
});
