import { addDays, type Day } from "#domain/day.ts";
import { random } from "./random.ts";
import { begun, byDay, byThen, type DemoRecord, type Happening, type Making } from "./records.ts";

export interface Review extends DemoRecord {
  readonly reviewed: Day | undefined;
  readonly achieved: "yes" | "partly" | "no" | undefined;
}

/** Every package is reviewed six weeks after it starts and then half-yearly. */
export function reviews(making: Making): readonly Review[] {
  const { packages, window, seed } = making;
  const due = packages.flatMap(({ service, person, start, end, reference }) => {
    const chance = random(seed, "reviews", reference);
    const days: Happening[] = [];
    for (let day = addDays(start, 42); day <= window.whole.to && day <= (end ?? day); day = addDays(day, 182))
      if (day >= window.whole.from) days.push({ chance, service, person, month: 0, day });
    return days;
  });
  return due.sort(byDay).map((each, at) => {
    const { chance, day } = each;
    const days = chance.chance(0.9) ? -chance.whole(0, 20) : chance.whole(2, 45);
    const reviewed = chance.chance(0.02) ? undefined : byThen(addDays(day, days), making);
    const achieved = chance.pick<"yes" | "partly" | "no">(["yes", "yes", "yes", "partly", "partly", "no"]);
    return { ...begun("REV", each, at), reviewed, achieved: reviewed ? achieved : undefined };
  });
}
