import { expect, it } from "vitest";
import { sayBrings, sayReport } from "./say-source.ts";

it.each([
  [{ dataset: "alerts", report: "Raw Data: ALERTS", sourceSystem: "Birdie" }, "Alerts", "“Raw Data: ALERTS” in Birdie"],
  [{ dataset: "planned-visits", report: "Planned visits", sourceSystem: "Access" }, "Planned visits", "Access"],
  [{ dataset: "visits", report: "Service delivery", sourceSystem: "" }, "Visits", "“Service delivery”"],
  [{ report: "On-call log", sourceSystem: "Paper" }, "On-call log", "Paper"],
] as const)("says what %o brings, and what to look for", (source, brings, report) => {
  expect([sayBrings(source), sayReport(source)]).toEqual([brings, report]);
});
