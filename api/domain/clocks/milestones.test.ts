import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../day.ts";
import { stages } from "../registers/stages.ts";
import { milestonePlan, milestonesBefore } from "./milestones.ts";
import { nations } from "./nation.ts";
import { isWorkingDay, workingDaysBetween } from "./working-days.ts";

describe("milestonesBefore", () => {
  it("plans back from the day the report is due", () => {
    expect(milestonesBefore("2026-11-06", "england-and-wales")).toEqual([
      { stage: "define", by: "2026-10-09" },
      { stage: "collect", by: "2026-10-16" },
      { stage: "validate", by: "2026-10-26" },
      { stage: "explain", by: "2026-10-29" },
      { stage: "approve", by: "2026-11-03" },
      { stage: "compile", by: "2026-11-05" },
      { stage: "submit", by: "2026-11-06" },
    ]);
  });

  it("sends the working day before when it is due on a day nobody works", () => {
    const due = milestonesBefore("2026-05-25", "england-and-wales").at(-1);
    expect(due).toEqual({ stage: "submit", by: "2026-05-22" });
  });

  it("takes another plan, and extra holidays", () => {
    const plan = [{ stage: "collect", before: 2 }] as const;
    expect(milestonesBefore("2026-10-15", "scotland", ["2026-10-14"], plan)).toEqual([
      { stage: "collect", by: "2026-10-12" },
    ]);
  });

  it("keeps the stages in order on working days, the promised number before the last", () => {
    expect(milestonePlan.map(({ stage }) => stage)).toEqual(stages.slice(0, milestonePlan.length));
    const anyDue = fc.integer({ min: 0, max: 3000 }).map((days) => addDays("2021-01-01", days));
    fc.assert(
      fc.property(anyDue, fc.constantFrom(...nations), (due, nation) => {
        const found = milestonesBefore(due, nation);
        const last = found.at(-1)?.by ?? "";
        expect(last <= due).toBe(true);
        expect(workingDaysBetween(last, due, nation)).toBe(0);
        expect(found.every(({ by }) => isWorkingDay(by, nation))).toBe(true);
        expect(found.map(({ by }) => workingDaysBetween(by, last, nation))).toEqual(
          milestonePlan.map(({ before }) => before),
        );
      }),
    );
  });
});
