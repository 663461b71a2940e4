import { describe, expect, it } from "vitest";
import { nightlyDue } from "./nightly-due.ts";

describe("the night's work", () => {
  it.each([
    ["2026-10-12T00:59:00Z", undefined, undefined, "before two in the morning, summer time"],
    ["2026-10-12T01:00:00Z", undefined, "2026-10-12", "at two in the morning, summer time"],
    ["2026-10-12T01:00:00Z", "2026-10-11", "2026-10-12", "when the night before was done"],
    ["2026-10-12T22:59:00Z", "2026-10-12", undefined, "late in the evening of a day that is done"],
    ["2026-10-12T22:59:00Z", "2026-10-09", "2026-10-12", "late, after nights that were slept through"],
    ["2026-12-01T01:59:00Z", "2026-11-30", undefined, "before two in winter"],
    ["2026-12-01T02:00:00Z", "2026-11-30", "2026-12-01", "at two in winter"],
  ])("at %s with %s done is %s: %s", (now, done, due, _when) => {
    expect(nightlyDue(done, now)).toBe(due);
  });
});
