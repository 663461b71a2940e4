import { addDays, type Day } from "#domain/day.ts";
import { random } from "./random.ts";
import { begun, byDay, byThen, type DemoRecord, type Happening, happenings, type Making } from "./records.ts";
import { PLANTED_MONTH, recordStory } from "./story.ts";

export interface Concern extends DemoRecord {
  /** Minutes since midnight on the wall clock when the provider became aware. */
  readonly aware: number;
  readonly raised: { readonly day: Day; readonly at: number } | undefined;
  readonly category: "neglect" | "physical" | "financial" | "psychological" | "medication" | "other";
  readonly documentsDue: Day;
  readonly documentsDone: Day | undefined;
}

/** Documentation is due seven days after the provider became aware. One at Birchwood is six days late, see the story. */
export function concerns(making: Making): readonly Concern[] {
  const drawn = happenings("concern", making, (service, month) => recordStory(service, month).safeguarding);
  const planted = plantedConcern(making);
  return [...drawn, ...(planted ? [planted] : [])].sort(byDay).map((each, at) => {
    const { chance, day } = each;
    const aware = chance.whole(420, 1260);
    const raised = aware + (chance.chance(0.94) ? chance.whole(20, 900) : chance.whole(1500, 2600));
    const late = each === planted ? 6 : chance.chance(0.95) ? -chance.whole(0, 4) : chance.whole(1, 3);
    return {
      ...begun("SG", each, at),
      aware,
      raised: { day: addDays(day, Math.floor(raised / 1440)), at: raised % 1440 },
      category: chance.pick<Concern["category"]>([
        "neglect",
        "neglect",
        "physical",
        "financial",
        "medication",
        "other",
      ]),
      documentsDue: addDays(day, 7),
      documentsDone: byThen(addDays(day, 7 + late), making),
    };
  });
}

function plantedConcern({ packages, window, seed }: Making): Happening | undefined {
  const day = `${window.months[PLANTED_MONTH]}-11`;
  const someone = packages.find(
    ({ service, contract, start, end }) =>
      service === "birchwood" && contract === "westshire" && start <= day && (end === undefined || end >= day),
  );
  return (
    someone && {
      chance: random(seed, "planted concern"),
      service: "birchwood",
      month: PLANTED_MONTH,
      day,
      person: someone.person,
    }
  );
}
