import { expect, it } from "vitest";
import { riskiestOfEachSection } from "./default-plans.ts";

const sections = [
  { code: "visits", title: "Visits", indicators: ["missed", "punctual", "long"] },
  { code: "safe", title: "Safeguarding", indicators: ["raised"] },
  { code: "empty", title: "Nothing yet", indicators: ["unknown"] },
];
const figure = (indicator: string, rating: "met" | "near" | "not-met" | "blocked" | "none-due") => ({
  indicator,
  rating,
});

it.each([
  [
    "the one off target",
    [figure("missed", "met"), figure("punctual", "not-met"), figure("long", "near")],
    ["punctual"],
  ],
  ["the first of equals", [figure("missed", "met"), figure("punctual", "met")], ["missed"]],
  ["none that is blocked or had none due", [figure("missed", "blocked"), figure("punctual", "none-due")], []],
  ["none of which every case is checked", [figure("raised", "not-met")], []],
])("samples in each section %s", (_what, figures, chosen) => {
  expect(riskiestOfEachSection({ sections }, figures, (code) => code === "raised")).toEqual(chosen);
});
