import { describe, expect, it } from "vitest";
import { aPack, asks, decisions } from "../../../test/support/facts.ts";
import type { SignOff } from "../registers/sign-offs.ts";
import { neededFor, signOffsNeeded } from "./needed.ts";
import { signOffState, stillNeeded } from "./state.ts";

const [ask] = asks as [SignOff, SignOff];
const [approved] = decisions as [SignOff, SignOff];
const returned = { ...approved, decision: "return" } as const;
const other = "0".repeat(64);

describe("where a sign-off stands", () => {
  it.each([
    ["asked", undefined, aPack.contentHash, "2026-10-12"],
    ["approved", approved, aPack.contentHash, "2026-10-12"],
    ["returned", returned, aPack.contentHash, "2026-10-12"],
    ["no-longer-valid", undefined, other, "2026-10-12"],
    ["no-longer-valid", approved, other, "2026-10-12"],
    ["returned", returned, other, "2026-10-12"],
    ["asked", undefined, aPack.contentHash, "2026-11-17"],
    ["lapsed", undefined, aPack.contentHash, "2026-11-18"],
    ["approved", approved, aPack.contentHash, "2027-01-01"],
  ] as const)("is %s", (state, decision, currentHash, today) => {
    expect(signOffState(ask, decision, { currentHash, today })).toBe(state);
  });

  it("is complete when every role needed has approved this very content", () => {
    const needed = neededFor("pack", "standard");
    const is = (rows: readonly SignOff[], currentHash = aPack.contentHash) =>
      stillNeeded(needed, rows, { subject: aPack.key, currentHash });
    expect(is(decisions)).toEqual([]);
    expect(is([approved])).toEqual(["senior-leader"]);
    expect(is(decisions, other)).toEqual(["quality-lead", "senior-leader"]);
    expect(stillNeeded(needed, decisions, { subject: "another", currentHash: aPack.contentHash })).toHaveLength(2);
  });
});

it("asks for at least one approver of everything it asks anybody to sign", () => {
  for (const profiles of Object.values(signOffsNeeded))
    for (const needed of Object.values(profiles))
      expect(needed.filter(({ capacity }) => capacity === "approver")).not.toHaveLength(0);
});
