import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSentences, wordsIn } from "./check-sentences.ts";
import type { CitedFigure } from "./cited-figure.ts";

const missed: CitedFigure = {
  cite: "missed-visits",
  indicator: "missed-visits",
  name: "Missed visits",
  definition: "Planned visits not carried out by 11 pm, or within 30 minutes of the next.",
  value: "2.1 %",
  numerator: 253,
  denominator: 12_048,
  target: "at most 2 %",
  hash: "a",
};
const atAshdown: CitedFigure = {
  ...missed,
  cite: "missed-visits@ashdown",
  value: "3.4 %",
  numerator: 41,
  denominator: 1204,
};
const problems = (text: string) =>
  checkSentences(text, [missed, atAshdown]).flatMap((each) =>
    each.problems.map(({ kind, written }) => [kind, written]),
  );

describe("a sentence beside its figures", () => {
  it.each([
    "Missed visits were 2.1 % [missed-visits].",
    "We missed 253 of 12,048 visits, 2.1%, above the target of 2 % [missed-visits].",
    "In July 2026 Ashdown missed 41 of 1204 [missed-visits@ashdown].",
    "Some came within 30 minutes [missed-visits].",
    "2 carers left on 3 August. [manager's account]",
    "Recruitment was hard. [manager’s account]",
  ])("has nothing to say about “%s”", (text) => {
    expect(problems(text)).toEqual([]);
  });

  it.each([
    ["another number", "It was 2.2 % [missed-visits].", [["wrong-number", "2.2 %"]]],
    ["a rounder number than the figure", "It was 2.10 % [missed-visits].", [["wrong-number", "2.10 %"]]],
    ["a count written as a percentage", "It was 253 % [missed-visits].", [["wrong-number", "253 %"]]],
    ["a percentage written as a count", "It was 2.1 [missed-visits].", [["wrong-number", "2.1"]]],
    ["a service's number under the total's name", "It was 3.4 % [missed-visits].", [["wrong-number", "3.4 %"]]],
    [
      "the number of a figure cited elsewhere",
      "It was 41 [missed-visits]. So [missed-visits@ashdown].",
      [["wrong-number", "41"]],
    ],
    ["a definition's number in another unit", "It was 30 visits [missed-visits].", [["wrong-number", "30"]]],
    ["a figure that is not there", "It was late [punctuality].", [["unknown-figure", "[punctuality]"]]],
    ["a claim with nothing behind it", "It got better.", [["unsupported", "It got better."]]],
    ["a percentage in a manager's account", "It was 1 %. [manager's account]", [["wrong-number", "1 %"]]],
    ["a percentage in words", "It was two per cent [missed-visits].", [["wrong-number", "two per cent"]]],
  ])("says so: %s", (_what, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it("says what the figure is, so that the writer can put it right", () => {
    const [sentence] = checkSentences("It was 2.2 % [missed-visits].", [missed]);
    expect(sentence?.problems[0]?.say).toBe(
      "“2.2 %” is not a number of the figure it cites. Missed visits: 2.1 % (253 of 12048), target at most 2 %.",
    );
  });

  it("accepts every figure as it is shown, and no other percentage, whatever the numbers", () => {
    const tenths = fc.integer({ min: 0, max: 1000 }).map((each) => `${(each / 10).toFixed(1)} %`);
    fc.assert(
      fc.property(tenths, tenths, (value, said) => {
        const figure = { ...missed, value, target: undefined };
        const [checked] = checkSentences(`It was ${said} [missed-visits].`, [figure]);
        expect(checked?.problems.length === 0).toBe(said === value);
      }),
    );
  });

  it("accepts counts with and without thousands commas", () => {
    fc.assert(
      fc.property(fc.nat(), (count) => {
        const figure = { ...missed, numerator: count };
        const text = `We missed ${count.toLocaleString("en-GB")}, that is ${count} visits [missed-visits].`;
        expect(checkSentences(text, [figure])[0]?.problems).toEqual([]);
      }),
    );
  });

  it("counts words as the budget does: citations are free", () => {
    expect(wordsIn("Missed visits were 2.1 % [missed-visits]. It rained. [manager's account]")).toBe(7);
  });
});
