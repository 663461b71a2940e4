import { addDays, type Day, type Instant } from "#domain/day.ts";
import { type Happening, happenings, type Making } from "./records.ts";

/** Lines of Birdie's ACTIONS table: one for each version of an action, oldest first. Times UTC. */
export function birdieActions(making: Making): readonly (readonly string[])[] {
  return happenings("birdie action", making, () => 5).flatMap((each, at) => {
    const { chance, service, person, day } = each;
    const made = instant(each, day);
    const [title, description] = chance.pick<readonly [string, string]>([
      ["Update care plan", "Plan needs the new moving and handling advice"],
      ["Call the family", "Family asked for a call back about visit times"],
      ["Order continence supplies", "Supplies run out within the week"],
      ["Check medication chart", "Signature missing, check with the carer"],
      ["Book occupational therapist", "Bathroom rail is loose, needs assessment"],
    ]);
    const id = `act-${String(at + 1).padStart(6, "0")}`;
    const due = addDays(day, chance.whole(3, 21));
    const who = `user-${chance.whole(1, 12)}`;
    const version = (number: number, status: string, updated: Instant) => [
      who,
      service,
      made,
      `user-${chance.whole(1, 12)}`,
      description,
      due,
      id,
      "FALSE",
      `client:${person}`,
      status,
      title,
      updated,
      who,
      String(number),
    ];
    const lines = [version(1, "OPEN", made)];
    if (chance.chance(0.4)) lines.push(version(lines.length + 1, "IN_PROGRESS", instant(each, addDays(day, 1))));
    const done = addDays(day, chance.whole(2, 26));
    if (done <= making.window.asOf) lines.push(version(lines.length + 1, "COMPLETED", instant(each, done)));
    return lines;
  });
}

/** Lines of Birdie's ALERTS table, one for each version. */
export function birdieAlerts(making: Making): readonly (readonly string[])[] {
  return happenings("birdie alert", making, () => 8).flatMap((each, at) => {
    const { chance, service, person, day } = each;
    const raised = instant(each, day);
    const [kind, message, severity] = chance.pick<readonly [string, string, string]>([
      ["MEDICATION_NOT_TAKEN", "A medication was recorded as not taken", "HIGH"],
      ["TASK_NOT_COMPLETED", "A planned task was not completed", "MEDIUM"],
      ["CONCERN_RAISED", "A carer raised a concern about how the person is", "HIGH"],
      ["LATE_CHECK_IN", "The carer had not checked in 30 minutes after the planned start", "MEDIUM"],
      ["NOTE_FOR_OFFICE", "A carer left a note for the office", "LOW"],
    ]);
    const id = `alr-${String(at + 1).padStart(6, "0")}`;
    const resolved = new Date(Date.parse(raised) + chance.whole(20, chance.chance(0.9) ? 1300 : 4300) * 60_000)
      .toISOString()
      .replace(".000Z", "Z");
    const version = (number: number, status: string, at: string, updated: Instant) => [
      kind,
      service,
      person,
      raised,
      id,
      message,
      at,
      severity,
      status,
      updated,
      String(number),
    ];
    return [version(1, "OPEN", "", raised), version(2, "RESOLVED", resolved, resolved)];
  });
}

const instant = ({ chance }: Happening, day: Day): Instant =>
  `${day}T${two(chance.whole(7, 19))}:${two(chance.whole(0, 59))}:${two(chance.whole(0, 59))}Z`;

const two = (number: number) => String(number).padStart(2, "0");
