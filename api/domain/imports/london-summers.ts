/** British Summer Time of one year, in minutes since 1970 UTC: clocks in London are an hour ahead from `from` until before `to`. */
export interface Summer {
  readonly from: number;
  readonly to: number;
}

const london = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/London",
  dateStyle: "short",
  timeStyle: "medium",
});

/** Minutes London is ahead of UTC at a moment, from the time-zone database. */
const ahead = (minute: number): number => {
  const at = minute * 60_000;
  return (Date.parse(`${london.format(new Date(at)).replace(" ", "T")}Z`) - at) / 60_000;
};

/** The first minute from which `test` holds, between one where it does not and one where it does. */
function firstWhere(test: (minute: number) => boolean, before: number, after: number): number {
  let [no, yes] = [before, after];
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (test(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

const minuteOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 60_000;

/** The summers of the years asked for. Clock changes come from the time-zone database, never from a rule of our own. */
export function londonSummers(firstYear: number, lastYear: number): readonly Summer[] {
  return Array.from({ length: lastYear - firstYear + 1 }, (_, step) => {
    const [winter, summer, next] = [
      `${firstYear + step}-01-01`,
      `${firstYear + step}-07-01`,
      `${firstYear + step}-12-31`,
    ].map(minuteOf) as [number, number, number];
    return {
      from: firstWhere((minute) => ahead(minute) > 0, winter, summer),
      to: firstWhere((minute) => ahead(minute) === 0, summer, next),
    };
  });
}
