import { describe, expect, it } from "vitest";
import { numbersInProse, spelledPercentages } from "./numbers-in-prose.ts";

const written = (prose: string) => numbersInProse(prose).map((each) => each.written);

describe("numbers in prose", () => {
  it.each([
    ["2.1 %", "2.1", true],
    ["2.1%", "2.1", true],
    ["2.1 per cent", "2.1", true],
    ["1,204", "1204", false],
    ["1204", "1204", false],
    ["2.10", "2.10", false],
    ["−3", "-3", false],
  ])("reads “%s”", (text, value, percent) => {
    expect(numbersInProse(`It was ${text} then`)).toEqual([expect.objectContaining({ value, percent, written: text })]);
  });

  it.each([
    "On 1 July 2026 and 2 August.",
    "From 1 to 7 July 2026.",
    "Between 2026-07-01 and 01/07/2026.",
    "In July 2026 and in 2025.",
    "In the year 2026/27, and Q3 2026.",
    "At 07:30, 11 pm and 7.30am.",
    "For the 2nd time.",
    "Under Regulation 18 and section 42, KPI 3.",
    "Cover 24/7 after COVID-19 in zone P1.",
  ])("takes no quantity from “%s”", (prose) => {
    expect(written(prose)).toEqual([]);
  });

  it.each([
    ["2,026 visits", ["2,026"]],
    ["of 2026 visits", ["2026"]],
    ["In July 12 visits", ["12"]],
    ["in 2026 % of", ["2026 %"]],
    ["Q3: 12 of 40, i.e. 30.0 %", ["12", "40", "30.0 %"]],
    ["between 5-10 visits", ["5", "10"]],
    ["fell from 3.4 to 2.1.", ["3.4", "2.1"]],
  ])("still sees the quantities in “%s”", (prose, expected) => {
    expect(written(prose)).toEqual(expected);
  });

  it("knows the unit a number is given in", () => {
    expect(
      numbersInProse("within 28 days, ±15 minutes, a 30-minute visit").map(({ value, unit }) => `${value} ${unit}`),
    ).toEqual(["28 day", "15 minute", "30 minute"]);
  });

  it("finds percentages spelt in words", () => {
    expect(spelledPercentages("About twenty-five per cent, not one visit in two percent.")).toEqual([
      "twenty-five per cent",
      "two percent",
    ]);
  });
});
