import { expect, it } from "vitest";
import { sayDay, sayPeriod } from "./say-day.ts";

it.each([
  ["2026-12-04", "2026-10-12", "Fri 4 Dec"],
  ["2025-12-05", "2026-10-12", "5 Dec 2025"],
  ["2026-03-29", "2026-03-29", "Sun 29 Mar"],
])("says %s on %s as “%s”", (day, today, words) => expect(sayDay(day, today)).toBe(words));

it.each([
  ["2026-07-01", "2026-09-30", "1 Jul to 30 Sept 2026"],
  ["2025-12-01", "2026-01-31", "1 Dec 2025 to 31 Jan 2026"],
  ["2026-08-01", "2026-08-31", "1 to 31 Aug 2026"],
  ["2026-08-03", "2026-08-03", "3 Aug 2026"],
])("says %s to %s as “%s”", (from, to, words) => expect(sayPeriod(from, to)).toBe(words));
