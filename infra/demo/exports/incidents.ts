import { addDays, type Day } from "#domain/day.ts";
import { begun, byDay, byThen, type DemoRecord, happenings, type Making } from "./records.ts";
import { recordStory } from "./story.ts";

export interface Incident extends DemoRecord {
  readonly kind: "fall" | "medication-error" | "near-miss" | "behaviour" | "other";
  readonly harm: "none" | "low" | "moderate" | "severe";
  readonly reported: Day;
  readonly closed: Day | undefined;
}

export function incidents(making: Making): readonly Incident[] {
  const falls = happenings("fall", making, (service, month) => recordStory(service, month).falls);
  const errors = happenings("medication", making, (service, month) => recordStory(service, month).medicationErrors);
  const others = happenings("other", making, (service, month) => recordStory(service, month).otherIncidents);
  const drawn = [
    ...falls.map((each) => ({ ...each, kind: "fall" as const })),
    ...errors.map((each) => ({ ...each, kind: "medication-error" as const })),
    ...others.map((each) => ({
      ...each,
      kind: each.chance.pick<Incident["kind"]>(["near-miss", "near-miss", "behaviour", "other"]),
    })),
  ].sort(byDay);
  return drawn.flatMap((each, at): readonly Incident[] => {
    const { chance, day, kind } = each;
    const first = {
      ...begun("INC", each, at),
      kind,
      harm: harmOf(chance.next(), kind),
      reported: addDays(day, chance.chance(0.15) ? 1 : 0),
      closed: byThen(addDays(day, chance.whole(3, 21)), making),
    };
    return chance.chance(0.04)
      ? [
          { ...first, closed: undefined },
          { ...first, version: 2 },
        ]
      : [first];
  });
}

function harmOf(draw: number, kind: Incident["kind"]): Incident["harm"] {
  if (kind === "near-miss" || draw < 0.55) return "none";
  if (draw < 0.87) return "low";
  return draw < 0.985 ? "moderate" : "severe";
}
