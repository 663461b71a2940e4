import { expect, it } from "vitest";
import { easterSunday } from "./easter.ts";

/** Published tables of Easter Sunday, with the earliest and latest there can be. */
it.each([
  "1818-03-22",
  "1943-04-25",
  "1961-04-02",
  "2000-04-23",
  "2008-03-23",
  "2011-04-24",
  "2024-03-31",
  "2025-04-20",
  "2026-04-05",
  "2027-03-28",
  "2028-04-16",
  "2029-04-01",
  "2038-04-25",
  "2049-04-18",
])("is on %s", (day) => expect(easterSunday(Number(day.slice(0, 4)))).toBe(day));

/** The older reckoning, by golden number and the paschal full moon: an independent way to the same Sunday. */
function byPaschalMoon(year: number): string {
  const century = Math.floor(year / 100) + 1;
  const golden = (year % 19) + 1;
  const dropped = Math.floor((3 * century) / 4) - 12;
  const corrected = Math.floor((8 * century + 5) / 25) - 5;
  const sunday = Math.floor((5 * year) / 4) - dropped - 10;
  let epact = (11 * golden + 20 + corrected - dropped) % 30;
  if (epact < 0) epact += 30;
  if ((epact === 25 && golden > 11) || epact === 24) epact += 1;
  let moon = 44 - epact;
  if (moon < 21) moon += 30;
  const march = moon + 7 - ((sunday + moon) % 7);
  return new Date(Date.UTC(year, 2, march)).toISOString().slice(0, 10);
}

it("agrees with the paschal moon in every year from 1900 to 2299", () => {
  for (let year = 1900; year < 2300; year += 1) expect(easterSunday(year)).toBe(byPaschalMoon(year));
});
