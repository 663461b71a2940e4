import { describe, expect, it } from "vitest";
import { aCommentary, cited, sha256 } from "../../../test/support/facts.ts";
import { person } from "../../../test/support/rows.ts";
import { isRefusal } from "../refusal.ts";
import { type Commentary, commentary } from "../registers/commentary.ts";
import { type CommentaryCommand, decideCommentary } from "./decide.ts";
import { type CommentaryMove, commentaryMoves } from "./moves.ts";

const now = "2026-10-08T09:00:00Z";
const eleanor = person("eleanor", ["contracts-manager"]);
const quality = person("quality", ["quality-lead"]);
const grace = person("grace", ["senior-leader"]);
const amina = person("amina", ["registered-manager"]);
const yes = { accurate: true, balanced: true, supported: true };
const text = "Missed visits were 2.1 % [missed-visits].";

const commands: Readonly<Record<CommentaryMove, CommentaryCommand>> = {
  plan: { move: "plan" },
  dismiss: { move: "dismiss", reason: "One of two visits" },
  "give-context": { move: "give-context", service: "ashdown", text: "Two carers left" },
  draft: { move: "draft", text },
  review: { move: "review", answers: yes },
  "send-back": { move: "send-back", reason: "Say what got worse" },
  approve: { move: "approve" },
};
const whoDoes = {
  plan: quality,
  dismiss: quality,
  "give-context": amina,
  draft: eleanor,
  review: grace,
  "send-back": grace,
  approve: grace,
};
const moves = Object.keys(commentaryMoves) as readonly CommentaryMove[];
const statuses = commentary.fields.status.options ?? [];
const decide = (row: Partial<Commentary>, command: CommentaryCommand, by = grace, figures = [cited]) =>
  decideCommentary({ ...aCommentary, ...row }, command, { by, now, everybody: [by], figures, sha256 });
const ruleOf = (answer: unknown) => (isRefusal(answer) ? answer.refused.rule : "allowed");

describe("a commentary", () => {
  it.each(moves.flatMap((move) => statuses.map((status) => ({ move, status }))))(
    "$move from $status does what the table of moves says",
    ({ move, status }) => {
      const answer = decide({ status: status as "planned" }, commands[move], whoDoes[move]);
      const { from, to } = commentaryMoves[move];
      expect(isRefusal(answer) ? ruleOf(answer) : answer.changes.status).toBe(
        from.some((each) => each === status) ? to : "commentary.not-now",
      );
    },
  );

  it("keeps, with the text, what the cited figures said", () => {
    const answer = decide({ status: "planned", figuresHash: undefined }, commands.draft, eleanor);
    expect(answer).toMatchObject({
      changes: { text, figuresHash: aCommentary.figuresHash, writtenBy: "eleanor", writtenAt: now },
    });
  });

  it("adds what a manager tells below what others told", () => {
    const before = { service: "birchwood", text: "Nothing", by: "craig", at: now };
    const answer = decide({ status: "context-given", context: [before] }, commands["give-context"], amina);
    expect(answer).toMatchObject({ changes: { context: [before, { service: "ashdown", by: "amina", at: now }] } });
  });

  it.each([
    [
      "a dismissal without a reason",
      { status: "planned" },
      { move: "dismiss", reason: "" },
      quality,
      "commentary.reason-missing",
    ],
    ["an empty text", { status: "planned" }, { move: "draft", text: " " }, eleanor, "commentary.nothing-said"],
    [
      "a review of one’s own text",
      { status: "drafted", writtenBy: "quality" },
      commands.review,
      quality,
      "commentary.own-text",
    ],
    [
      "an approval of one’s own text",
      { status: "reviewed", writtenBy: "grace" },
      commands.approve,
      grace,
      "commentary.own-text",
    ],
    [
      "a review with one no",
      { status: "drafted" },
      { move: "review", answers: { ...yes, balanced: false } },
      grace,
      "commentary.not-ready",
    ],
    [
      "a review of an outcome report that is not clear",
      { status: "drafted" },
      { move: "review", answers: { ...yes, clear: false } },
      grace,
      "commentary.not-ready",
    ],
    [
      "a review of a wrong number",
      { status: "drafted", text: "It was 3 % [missed-visits]." },
      commands.review,
      grace,
      "narrative.wrong-number",
    ],
    ["an approval by the quality lead", { status: "reviewed" }, commands.approve, quality, "commentary.not-your-role"],
  ] as const)("refuses %s", (_what, row, command, by, rule) => {
    expect(ruleOf(decide(row, command, by))).toBe(rule);
  });

  it("is neither reviewed nor approved once a cited figure changed", () => {
    const moved = [{ ...cited, hash: "new" }];
    expect(ruleOf(decide({ status: "drafted" }, commands.review, grace, moved))).toBe("narrative.stale");
    expect(ruleOf(decide({ status: "reviewed" }, commands.approve, grace, moved))).toBe("narrative.stale");
    expect(ruleOf(decide({ status: "reviewed" }, commands.draft, eleanor, moved))).toBe("allowed");
  });

  it("may be drafted with a wrong number: the red line is for the writer", () => {
    expect(ruleOf(decide({ status: "planned" }, { move: "draft", text: "It was 3 % [missed-visits]." }, eleanor))).toBe(
      "allowed",
    );
  });
});
