import { begun, byDay, type DemoRecord, happenings, type Making } from "./records.ts";
import { recordStory } from "./story.ts";

export interface Feedback extends DemoRecord {
  readonly source: "person" | "family" | "professional" | "survey";
  readonly rating: number | undefined;
  readonly about: "timeliness" | "staff" | "communication" | "outcomes" | "other";
}

export function feedback(making: Making): readonly Feedback[] {
  const drawn = happenings("feedback", making, (service, month) => recordStory(service, month).feedback);
  return [...drawn].sort(byDay).map((each, at) => {
    const { chance, service, month } = each;
    const { rating, aboutTime } = recordStory(service, month);
    const stars = Math.round(Math.min(5, Math.max(1, chance.around(rating, 0.8))));
    return {
      ...begun("FB", each, at),
      source: chance.pick<Feedback["source"]>(["person", "person", "family", "family", "professional", "survey"]),
      rating: chance.chance(0.9) ? stars : undefined,
      about: chance.chance(aboutTime)
        ? "timeliness"
        : chance.pick<Feedback["about"]>(["staff", "communication", "outcomes", "other"]),
    };
  });
}
