import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../day.ts";
import { actionLadder, ladder } from "./ladder.ts";
import { nations } from "./nation.ts";
import { isWorkingDay } from "./working-days.ts";

const reached = (deadline: string, today: string) =>
  ladder(deadline, today, "england-and-wales")
    .filter((rung) => rung.reached)
    .map(({ step }) => step);

describe("the reminder ladder", () => {
  it("has each step on its day", () => {
    expect(ladder("2026-10-09", "2026-10-12", "england-and-wales")).toEqual([
      { step: "due-soon", tells: "owner", after: -2, on: "2026-10-07", reached: true },
      { step: "overdue", tells: "owner", after: 1, on: "2026-10-12", reached: true },
      { step: "to-registered-manager", tells: "registered-manager", after: 3, on: "2026-10-14", reached: false },
      { step: "to-regional-manager", tells: "regional-manager", after: 5, on: "2026-10-16", reached: false },
      { step: "to-senior-leader", tells: "senior-leader", after: 10, on: "2026-10-23", reached: false },
    ]);
  });

  it.each([
    ["nothing yet three working days before", "2026-10-06", []],
    ["the owner two working days before", "2026-10-07", ["due-soon"]],
    ["nothing new on the deadline itself", "2026-10-09", ["due-soon"]],
    ["nothing new over the weekend", "2026-10-11", ["due-soon"]],
    ["the owner one working day after", "2026-10-12", ["due-soon", "overdue"]],
    ["the registered manager after three", "2026-10-14", ["due-soon", "overdue", "to-registered-manager"]],
  ])("tells %s", (_what, today, steps) => expect(reached("2026-10-09", today)).toEqual(steps));

  it("has told everybody ten working days after", () => {
    expect(reached("2026-10-09", "2026-10-22")).toHaveLength(4);
    expect(reached("2026-10-09", "2026-10-23")).toHaveLength(5);
  });

  it("waits for Tuesday when the Monday after the deadline is a bank holiday there", () => {
    const overdue = (nation: (typeof nations)[number]) => ladder("2026-08-28", "2026-08-31", nation)[1]?.on;
    expect(nations.map(overdue)).toEqual(["2026-09-01", "2026-08-31", "2026-09-01"]);
  });

  it("takes an organisation's own steps and extra holidays", () => {
    const steps = [{ step: "at-once", tells: "quality-lead", after: 1 }] as const;
    expect(ladder("2026-10-12", "2026-10-13", "scotland", { steps, extra: ["2026-10-13"] })).toEqual([
      { ...steps[0], on: "2026-10-14", reached: false },
    ]);
  });

  it("climbs in order, on working days, and never down again", () => {
    const anyDay = fc.integer({ min: 0, max: 3000 }).map((days) => addDays("2021-01-01", days));
    const later = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(anyDay, anyDay, later, fc.constantFrom(...nations), (deadline, today, more, nation) => {
        const rungs = ladder(deadline, today, nation);
        const days = rungs.map(({ on }) => on);
        expect([...days].sort()).toEqual(days);
        expect(days.every((day) => isWorkingDay(day, nation))).toBe(true);
        const count = rungs.filter((rung) => rung.reached).length;
        expect(rungs.slice(0, count).every((rung) => rung.reached)).toBe(true);
        const then = ladder(deadline, addDays(today, more), nation).filter((rung) => rung.reached).length;
        expect(then).toBeGreaterThanOrEqual(count);
      }),
    );
    expect(actionLadder.filter(({ tells }) => tells === "owner").map(({ after }) => after)).toEqual([-2, 1]);
  });
});
