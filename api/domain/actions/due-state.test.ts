import fc from "fast-check";
import { expect, it } from "vitest";
import { anAction } from "../../../test/support/rows.ts";
import { byDueState, daysOverdue, dueState } from "./due-state.ts";

const today = "2026-10-12";

it.each([
  ["the day before", "2026-10-11", "open", "overdue", 1],
  ["a month before", "2026-09-12", "waiting", "overdue", 30],
  ["today", "2026-10-12", "open", "due-soon", 0],
  ["in six days", "2026-10-18", "in-progress", "due-soon", 0],
  ["in a week", "2026-10-19", "open", "open", 0],
  ["the day before, evidence waiting to be accepted", "2026-10-11", "evidence-offered", "overdue", 1],
  ["the day before, but complete", "2026-10-11", "complete", "done", 0],
  ["the day before, and not effective", "2026-10-11", "not-yet-effective", "done", 0],
] as const)("with a deadline %s it says so", (_when, deadline, status, state, days) => {
  const action = anAction({ deadline, status });
  expect([dueState(action, today), daysOverdue(action, today)]).toEqual([state, days]);
});

it("puts every action in exactly one group, soonest first", () => {
  const day = fc.integer({ min: 1, max: 31 }).map((each) => `2026-10-${String(each).padStart(2, "0")}`);
  const status = fc.constantFrom("open" as const, "complete" as const, "waiting" as const);
  fc.assert(
    fc.property(fc.array(fc.record({ deadline: day, status })), (told) => {
      const rows = told.map((each, at) => anAction({ ...each, key: `action-${at}` }));
      const { overdue, "due-soon": soon, open, done } = byDueState(rows, today);
      expect([...overdue, ...soon, ...open, ...done].map(({ key }) => key).toSorted()).toEqual(
        rows.map(({ key }) => key).toSorted(),
      );
      const days = [...overdue, ...soon, ...open].map(({ deadline }) => deadline);
      expect(days).toEqual(days.toSorted());
    }),
  );
});
