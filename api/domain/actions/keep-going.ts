import { type Day, londonDay } from "../day.ts";
import { hasRole } from "../people/person.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { Action } from "../registers/actions.ts";
import { type Asking, oversees, owns } from "./decide.ts";
import { isDone } from "./moves.ts";

/** Adds a line of progress. The owner or anybody who oversees actions may, until it is complete. */
export function addProgress(action: Action, text: string, { by, now }: Asking): Pick<Action, "progress"> | Refusal {
  if (!owns(action, by) && !oversees(by))
    return refuse(
      "action.not-the-owner",
      "This action belongs to somebody else.",
      "Its owner or the manager of the service can say how far it is.",
    );
  if (isDone(action)) return alreadyDone();
  if (!text.trim()) return refuse("action.nothing-said", "Nothing was written.", "Say in a sentence what was done.");
  return { progress: [...(action.progress ?? []), { at: now, by: by.id, text: text.trim() }] };
}

/** More time, as the owner asks for it: until when, and why. */
export interface MoreTime {
  readonly until: Day;
  readonly reason: string;
}

/** Deadlines have moved this often before a senior leader has to agree. */
const GRANTED_LOCALLY = 2;

/**
 * Moves the deadline and keeps the old one. The owner gives a reason; a deadline that already moved twice, and one a
 * commissioner asked for, moves only when a senior leader says so.
 */
export function giveMoreTime(
  action: Action,
  { until, reason }: MoreTime,
  asking: Asking,
): Pick<Action, "deadline" | "deadlineHistory"> | Refusal {
  const refused = refusedMoreTime(action, { until, reason }, asking);
  if (refused) return refused;
  const moved = { was: action.deadline, to: until, reason: reason.trim(), by: asking.by.id, at: asking.now };
  return { deadline: until, deadlineHistory: [...(action.deadlineHistory ?? []), moved] };
}

function refusedMoreTime(action: Action, { until, reason }: MoreTime, { by, now }: Asking): Refusal | undefined {
  if (!owns(action, by) && !oversees(by))
    return refuse("action.not-the-owner", "This action belongs to somebody else.", "Its owner can ask for more time.");
  if (isDone(action)) return alreadyDone();
  if (!reason.trim())
    return refuse("action.reason-missing", "More time needs a reason.", "Say what stands in the way, and try again.");
  if (until <= action.deadline || until < londonDay(now))
    return refuse(
      "action.not-later",
      `${until} is not later than the deadline ${action.deadline}, or is already past.`,
      "Choose a later day by which it can really be done.",
    );
  const senior = action.source === "commissioner-request" || (action.deadlineHistory?.length ?? 0) >= GRANTED_LOCALLY;
  return senior && !hasRole(by, "senior-leader")
    ? refuse(
        "action.senior-grants",
        action.source === "commissioner-request"
          ? "The commissioner asked for this action, so its deadline is not ours alone to move."
          : `The deadline has already moved ${GRANTED_LOCALLY} times.`,
        "A senior leader can grant more time.",
      )
    : undefined;
}

/** Records that the commissioner was told, without which an action they asked for cannot be completed. */
export function tellCommissioner(
  action: Action,
  on: Day,
  { by, now }: Asking,
): Pick<Action, "commissionerTold" | "commissionerToldOn" | "commissionerToldBy"> | Refusal {
  if (!hasRole(by, "contracts-manager", "senior-leader"))
    return refuse(
      "action.not-your-role",
      "Telling the commissioner is not part of your role.",
      "Ask a contracts manager or a senior leader.",
    );
  if (on > londonDay(now))
    return refuse("action.not-yet", `${on} has not come yet.`, "Record it on the day they are told.");
  if (action.commissionerTold)
    return refuse("action.already-told", "It is already recorded that they were told.", "Nothing more to do.");
  return { commissionerTold: true, commissionerToldOn: on, commissionerToldBy: by.id };
}

const alreadyDone = () =>
  refuse("action.complete", "This action is complete.", "A quality lead can open it again, with a reason.");
