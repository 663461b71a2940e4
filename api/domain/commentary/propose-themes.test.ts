import { expect, it } from "vitest";
import { aCommentary, aFigure, facts } from "../../../test/support/facts.ts";
import { proposeThemes } from "./propose-themes.ts";

const { specification } = facts();
const before = { ...aFigure, key: "before", rating: "met" } as const;
const proposed = (
  now: Partial<typeof aFigure>,
  previous: Partial<typeof aFigure> = now,
  planned = [] as (typeof aCommentary)[],
) =>
  proposeThemes([{ ...aFigure, ...now }], [{ ...before, ...previous }], { planned, specification }).map(
    ({ why }) => why,
  );

it.each([
  ["what is off target", { rating: "not-met" }, { rating: "not-met" }, ["Missed visits is off target."]],
  [
    "a signal on target",
    { rating: "met", signal: "Better than chance would explain: seven months running up." },
    { rating: "met" },
    ["Missed visits shows a signal. Better than chance would explain: seven months running up."],
  ],
  [
    "what got worse",
    { rating: "near" },
    { rating: "met" },
    ["Missed visits stands worse against its target than the period before."],
  ],
  [
    "what got better",
    { rating: "met" },
    { rating: "near" },
    ["Missed visits stands better against its target than the period before."],
  ],
  [
    "both at once",
    { rating: "not-met" },
    { rating: "met" },
    ["Missed visits is off target, and stands worse against its target than the period before."],
  ],
  ["nothing steady and on target", { rating: "met", signal: undefined }, { rating: "met" }, []],
  ["nothing that has no rating", { rating: "no-target" }, { rating: "not-met" }, []],
] as const)("proposes %s", (_what, now, previous, why) => {
  expect(proposed(now, previous)).toEqual(why);
});

it("does not propose what is planned already, and knows the section", () => {
  expect(proposed({ rating: "not-met" }, {}, [aCommentary])).toEqual([]);
  expect(proposeThemes([aFigure], [], { planned: [], specification })[0]?.section).toBe("visits");
});
