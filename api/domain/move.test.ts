import { describe, expect, it } from "vitest";
import { person } from "../../test/support/rows.ts";
import { either, type Move, mayMove } from "./move.ts";

const move: Move<"open" | "shut"> = {
  from: ["open"],
  to: "shut",
  who: ["quality-lead", "auditor"],
  needsReason: true,
  says: "shut it",
};
const by = person("quality", ["quality-lead"]);

describe("a move", () => {
  it("says where the row stood and stands, and why", () => {
    expect(mayMove("door", move, { status: "open", by, reason: " Cold " })).toEqual({
      from: "open",
      to: "shut",
      reason: "Cold",
    });
  });

  it("refuses another status, another role and no reason in plain words", () => {
    expect(mayMove("front door", move, { status: "shut", by, reason: "x" })).toEqual({
      refused: {
        rule: "front-door.not-now",
        say: "You cannot shut it now: this front door is “shut”.",
        next: "That can be done when it is “open”.",
      },
    });
    expect(mayMove("door", move, { status: "open", by: person("x"), reason: "x" })).toMatchObject({
      refused: { rule: "door.not-your-role", next: "Ask a quality lead or an auditor." },
    });
    expect(mayMove("door", move, { status: "open", by, reason: " " })).toMatchObject({
      refused: { rule: "door.reason-missing" },
    });
  });
});

it("joins options as people do", () => {
  expect([either([]), either(["a"]), either(["a", "b"]), either(["a", "b", "c"])]).toEqual([
    "",
    "a",
    "a or b",
    "a, b or c",
  ]);
});
