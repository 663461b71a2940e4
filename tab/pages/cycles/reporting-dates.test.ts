import { expect, it } from "vitest";
import type { Cycle } from "#domain/registers/cycles.ts";
import type { CalendarEntry } from "#domain/registers/reporting-calendar.ts";
import type { ShownRow } from "../../ask/use-rows.ts";
import { rowOf } from "../../shown.testing.tsx";
import { reportingDates } from "./reporting-dates.ts";

const cycle = (answers: Partial<Cycle>) =>
  rowOf("westshire-2026-q3", "Westshire, July to September 2026", {
    contract: "westshire",
    stage: "collect",
    due: "2026-11-06",
    milestones: [
      { stage: "define", by: "2026-10-09", doneOn: "2026-10-08" },
      { stage: "collect", by: "2026-10-11" },
      { stage: "validate", by: "2026-10-26" },
      { stage: "submit", by: "2026-11-06" },
    ],
    ...answers,
  }) as unknown as ShownRow<Cycle>;
const entry = (answers: Partial<CalendarEntry>) =>
  rowOf("westshire-2026-q4", "Westshire, October to December 2026", {
    contract: "westshire",
    due: "2027-02-05",
    ...answers,
  }) as unknown as ShownRow<CalendarEntry>;

const said = (cycles: readonly ShownRow<Cycle>[], entries: readonly ShownRow<CalendarEntry>[] = []) =>
  reportingDates(cycles, entries, "2026-10-12").map(({ day, what, state }) => `${day} ${what}: ${state}`);

it("puts every day of an open cycle in order, and says what is done and what is late", () => {
  expect(said([cycle({})])).toEqual([
    "2026-10-09 End of Define: done",
    "2026-10-11 End of Collect: late",
    "2026-10-26 End of Validate: to-come",
    "2026-11-06 Due to the commissioner: to-come",
  ]);
});

it("counts what a cycle has left behind as done, with or without a day", () => {
  expect(said([cycle({ stage: "improve" })]).every((words) => words.endsWith("done"))).toBe(true);
});

it("leaves out what is closed, and reports that have a cycle or are long due", () => {
  expect(said([cycle({ stage: "closed" })])).toEqual([]);
  expect(said([], [entry({ cycle: "westshire-2026-q4" }), entry({ due: "2026-01-05" })])).toEqual([]);
});

it("adds reports that have no cycle yet", () => {
  expect(said([], [entry({})])).toEqual(["2027-02-05 Due to the commissioner: to-come"]);
});
