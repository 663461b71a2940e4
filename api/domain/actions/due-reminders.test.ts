import { expect, it } from "vitest";
import { anAction } from "../../../test/support/rows.ts";
import { type Calendar, dueReminders } from "./due-reminders.ts";

const england = (): Calendar => ({ nation: "england-and-wales", extra: [] });
/** What the owner is told. */
const keysOn = (today: string, told: Parameters<typeof anAction>[0], calendar = england) =>
  dueReminders([anAction(told)], today, calendar).flatMap(({ key, tells }) => (tells === "owner" ? [key] : []));

it.each([
  ["not on the deadline itself", "2026-10-08", "2026-10-08", 0],
  ["on the working day after", "2026-10-08", "2026-10-09", 1],
  ["not on the Saturday after a Friday", "2026-10-09", "2026-10-10", 0],
  ["on the Monday after a Friday", "2026-10-09", "2026-10-12", 1],
  ["not on Boxing Day's substitute", "2026-12-24", "2026-12-28", 0],
  ["after the Christmas holidays", "2026-12-24", "2026-12-29", 1],
  ["still when nobody looked for weeks", "2026-08-03", "2026-10-12", 1],
])("reminds %s", (_, deadline, today, count) => {
  expect(keysOn(today, { deadline })).toHaveLength(count);
});

it("waits out a one-off holiday of settings, and Scotland's own", () => {
  const oneOff = (): Calendar => ({ nation: "england-and-wales", extra: ["2026-10-12"] });
  expect(keysOn("2026-10-12", { deadline: "2026-10-09" }, oneOff)).toEqual([]);
  const scotland = (): Calendar => ({ nation: "scotland", extra: [] });
  expect(keysOn("2026-11-30", { deadline: "2026-11-27" }, scotland)).toEqual([]);
  expect(keysOn("2026-11-30", { deadline: "2026-11-27" })).toHaveLength(1);
});

it.each(["evidence-offered", "complete", "effective", "not-yet-effective", "too-early-to-say"] as const)(
  "leaves the owner alone once it is %s",
  (status) => {
    expect(keysOn("2026-10-12", { deadline: "2026-10-01", status })).toEqual([]);
  },
);

it("is one reminder for a deadline, and another one for a later deadline", () => {
  const first = keysOn("2026-10-12", { key: "a", deadline: "2026-10-01" });
  expect(keysOn("2026-10-30", { key: "a", deadline: "2026-10-01" })).toEqual(first);
  expect(keysOn("2026-10-30", { key: "a", deadline: "2026-10-20" })).not.toEqual(first);
});

it.each([
  ["2026-10-08", []],
  ["2026-10-09", ["owner"]],
  ["2026-10-13", ["owner", "registered-manager"]],
  ["2026-10-15", ["owner", "registered-manager", "regional-manager"]],
  ["2026-10-22", ["owner", "registered-manager", "regional-manager", "senior-leader"]],
])("climbs the ladder by working days: on %s", (today, tells) => {
  const due = dueReminders([anAction({ deadline: "2026-10-08" })], today, england);
  expect(due.map((each) => each.tells)).toEqual(tells);
  expect(new Set(due.map(({ key }) => key)).size).toBe(due.length);
});
