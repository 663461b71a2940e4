import { expect, it } from "vitest";
import { anIndicator, checkedRows, facts, plans, said } from "../../../test/support/facts.ts";
import { validateIncomplete } from "./validate-incomplete.ts";

it.each([
  [
    "records not checked yet",
    { validationLog: checkedRows.slice(1) },
    ["“figure-to-source”: 0 of 1 records are checked."],
  ],
  [
    "a plan that was not drawn",
    { plans: plans.map((each, at) => (at === 0 ? { ...each, drawnAt: undefined } : each)) },
    ["“figure-to-source” is written but not drawn yet."],
  ],
  [
    "no way back from the source",
    { plans: plans.filter(({ direction }) => direction !== "source-to-figure") },
    ["No sample goes from a source other than the export to the figures."],
  ],
  [
    "a source that is the export itself",
    { plans: plans.map((each) => ({ ...each, independentSource: undefined })) },
    ["No sample goes from a source other than the export to the figures."],
  ],
  [
    "no plan for every case",
    {
      plans: plans.filter(({ direction }) => direction !== "every-case"),
      indicators: [anIndicator, { ...anIndicator, code: "unused", dataset: "safeguarding" }],
    },
    ["No plan covers every case of: missed visits."],
  ],
  [
    "accuracy below the threshold",
    {
      validationLog: checkedRows.map((row, at) =>
        at === 0 ? { ...row, result: "differs" as const, status: "closed" as const } : row,
      ),
    },
    [
      "“figure-to-source”: 0.0 % agreed as first found, below the 95 % the plan asks for, and the check has not been widened.",
    ],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(validateIncomplete, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  [
    "accuracy below the threshold once widened",
    {
      validationLog: [
        ...checkedRows.map((row, at) =>
          at === 0 ? { ...row, result: "differs" as const, status: "closed" as const } : row,
        ),
      ],
      plans: [...plans, ...plans.slice(2).map((each) => ({ ...each, key: "wider", size: 0, extends: plans[0]?.key }))],
    },
  ],
  [
    "one way only, in a light cycle",
    {
      cycle: { ...facts().cycle, profile: "light" as const },
      plans: plans.filter(({ direction }) => direction !== "source-to-figure"),
    },
  ],
] as const)("is silent about %s", (_what, told) => {
  expect(said(validateIncomplete, told)).toEqual([]);
});
