import { expect, it } from "vitest";
import { coverageOf, neededBy } from "./sections.ts";

const source = (answers: Record<string, unknown>) => ({
  key: "source-1",
  etag: "1",
  headline: "Visits export",
  answers: { indicator: "missed-visits", owner: "somebody", status: "confirmed", ...answers },
  withheld: [],
  changedAt: "",
  changedByName: "",
  createdAt: "",
  createdByName: "",
  history: [],
});

const section = { code: "visits", title: "Visits", indicators: ["missed-visits"], categories: ["complaints"] };
const coverage = (...sources: ReturnType<typeof source>[]) =>
  Object.fromEntries(neededBy(section, sources).map((needed) => [needed.name, coverageOf(needed)]));

it("names what has no source as missing", () => {
  expect(coverage(source({}))).toEqual({ "missed-visits": "covered", complaints: "missing" });
});

it("calls it partly covered when a source no longer fits or nobody owns it", () => {
  expect(coverage(source({ status: "broken" }))["missed-visits"]).toBe("partly");
  expect(coverage(source({}), source({ owner: "" }))["missed-visits"]).toBe("partly");
});
