import { expect, it } from "vitest";
import { unitInPack } from "#domain/packs/unit-in-pack.ts";
import {
  countHeads,
  countWords,
  instantWords,
  numberWords,
  periodWords,
  shortDayWords,
  shortHash,
  specificationWords,
} from "./plain-words.ts";

it.each([
  ["a quarter", periodWords({ from: "2026-07-01", to: "2026-09-30" }), "1 July to 30 September 2026"],
  [
    "a period over the new year",
    periodWords({ from: "2025-12-01", to: "2026-02-28" }),
    "1 December 2025 to 28 February 2026",
  ],
  ["summer time", instantWords("2026-07-01T23:30:00Z"), "2 July 2026, 00:30"],
  ["winter time", instantWords("2026-12-01T23:30:00Z"), "1 December 2026, 23:30"],
  ["a day in a column", shortDayWords("2026-09-05"), "5 Sep 2026"],
  ["a day in May", shortDayWords("2026-05-31"), "31 May 2026"],
  ["thousands", numberWords(1_234_567), "1,234,567"],
  ["nothing", numberWords(0), "0"],
  ["a withheld number", numberWords(null), "withheld"],
  ["a count", countWords({ numerator: 98, denominator: 12_190, display: "0.80 %" }), "98 of 12,190"],
  ["a withheld count", countWords({ numerator: null, denominator: null, display: "withheld" }), "withheld"],
  ["the heads of a share", countHeads(unitInPack("percent", 1)), ["Counted", "Out of"]],
  ["the heads of a rate", countHeads(unitInPack("per-1000-hours", 1)), ["Counted", "Minutes of care"]],
  ["a specification", specificationWords({ title: "Quarterly pack", edition: 2 }), "Quarterly pack, edition 2"],
  [
    "a specification that says its edition",
    specificationWords({ title: "Pack, edition 2", edition: 2 }),
    "Pack, edition 2",
  ],
  ["a hash", shortHash("0123456789abcdef0123"), "0123 4567 89ab cdef"],
])("writes %s", (_what, written, expected) => {
  expect(written).toEqual(expected);
});
