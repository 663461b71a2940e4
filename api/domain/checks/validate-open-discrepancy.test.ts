import { expect, it } from "vitest";
import { said } from "../../../test/support/facts.ts";
import { aValidationRow } from "../../../test/support/rows.ts";
import { validateOpenDiscrepancy } from "./validate-open-discrepancy.ts";

it.each([
  [
    "each step that is open",
    {
      validationLog: (["discrepancy", "cause-given", "treated", "re-checked"] as const).map((status) =>
        aValidationRow({ status }),
      ),
    },
    [
      "has no cause yet",
      "has no treatment yet",
      "waits to be checked again",
      "is checked again and waits to be closed",
    ].map((waits) => `Ashdown: the discrepancy in visit V-1 ${waits}.`),
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(validateOpenDiscrepancy, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  [
    "what is settled",
    { validationLog: (["agrees", "closed", "to-check"] as const).map((status) => aValidationRow({ status })) },
  ],
] as const)("is silent about %s", (_what, told) => {
  expect(said(validateOpenDiscrepancy, told)).toEqual([]);
});
