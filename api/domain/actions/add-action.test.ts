import { describe, expect, it } from "vitest";
import { aValidationRow } from "../../../test/support/rows.ts";
import { isRefusal } from "../refusal.ts";
import { addAction, fromDiscrepancy, type NewAction } from "./add-action.ts";

const asked: NewAction = {
  action: "Retrain the night staff",
  category: "safeguarding",
  source: "internal-improvement",
  owner: "owner",
  deadline: "2026-11-01",
  cause: "Nobody had been shown the form",
};
const today = "2026-10-12";

describe("a new action", () => {
  it("opens as it was asked for", () => {
    expect(addAction(asked, today)).toEqual({ ...asked, status: "open" });
  });

  it("opens without a cause when it makes people safe", () => {
    expect(isRefusal(addAction({ ...asked, cause: undefined, makeSafe: true }, today))).toBe(false);
  });

  it.each([
    ["a deadline in the past", { deadline: "2026-10-11" }, "action.deadline-past"],
    ["no cause", { cause: " " }, "action.no-cause"],
    ["a measure without a direction", { measure: "missed-visits", measureBy: "2026-12-31" }, "action.no-measure"],
    ["a measure without a day", { measure: "missed-visits", measureDirection: "go-down" }, "action.no-measure"],
  ] as const)("is refused with %s", (_what, told, rule) => {
    expect(addAction({ ...asked, ...told }, today)).toMatchObject({ refused: { rule } });
  });

  it("knows from a discrepancy where it came from, and nothing restricted", () => {
    const told = fromDiscrepancy(aValidationRow({ dataset: "complaints", causeNote: "Mrs Smith said" }));
    expect(told).toMatchObject({
      source: "discrepancy",
      category: "complaints",
      service: "ashdown",
      contract: "westshire",
    });
    expect(JSON.stringify(told)).not.toContain("Smith");
  });
});
