import { addDays, type Day } from "#domain/day.ts";
import { begun, byDay, byThen, type DemoRecord, happenings, type Making } from "./records.ts";
import { recordStory } from "./story.ts";

export interface Complaint extends DemoRecord {
  readonly due: Day;
  readonly answered: Day | undefined;
  readonly theme: "communication" | "missed-or-late" | "staff-attitude" | "quality-of-care" | "other";
  readonly outcome: "upheld" | "partly-upheld" | "not-upheld" | undefined;
}

/** Answers are due 28 days after a complaint arrives; about nine in ten are in time. */
export function complaints(making: Making): readonly Complaint[] {
  const drawn = happenings("complaint", making, (service, month) => recordStory(service, month).complaints);
  return [...drawn].sort(byDay).map((each, at) => {
    const { chance, service, month, day } = each;
    const answered = byThen(addDays(day, chance.chance(0.9) ? chance.whole(6, 27) : chance.whole(30, 41)), making);
    const outcome = chance.pick(["upheld", "partly-upheld", "partly-upheld", "not-upheld"]);
    return {
      ...begun("CMP", each, at),
      due: addDays(day, 28),
      answered,
      theme: chance.chance(recordStory(service, month).aboutTime)
        ? "missed-or-late"
        : chance.pick<Complaint["theme"]>(["communication", "staff-attitude", "quality-of-care", "other"]),
      outcome: answered ? (outcome as Complaint["outcome"]) : undefined,
    };
  });
}
