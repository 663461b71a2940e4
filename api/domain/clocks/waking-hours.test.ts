import { expect, it } from "vitest";
import { nextWakingMoment } from "./waking-hours.ts";

it.each([
  ["in the morning of a summer day", "2026-07-01T06:59:59Z", "2026-07-01T07:00:00Z"],
  ["in the morning of a winter day", "2026-12-01T07:59:59Z", "2026-12-01T08:00:00Z"],
  ["at noon", "2026-10-12T11:00:00Z", "2026-10-12T11:00:00Z"],
  ["at eight in the evening", "2026-10-12T19:00:00Z", "2026-10-13T07:00:00Z"],
  ["on the evening before the clocks go back", "2026-10-24T21:00:00Z", "2026-10-25T08:00:00Z"],
  ["after midnight London, before it in UTC", "2026-07-01T23:30:00Z", "2026-07-02T07:00:00Z"],
])("waits for waking hours %s", (_, at, moment) => {
  expect(nextWakingMoment(at)).toBe(moment);
});
