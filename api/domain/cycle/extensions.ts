import { type Day, type Instant, londonDay } from "../day.ts";
import { hasRole, type Person } from "../people/person.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { Cycle } from "../registers/cycles.ts";

interface Asking {
  readonly by: Person;
  readonly now: Instant;
}

/** Records that the commissioner was asked for more time. The due day moves only when they agree. */
export function askExtension(
  { due, extensions = [], stage }: Pick<Cycle, "due" | "extensions" | "stage">,
  until: Day,
  { by, now }: Asking,
): Pick<Cycle, "extensions"> | Refusal {
  if (!hasRole(by, "contracts-manager", "senior-leader")) return notYourRole();
  if (stage === "improve" || stage === "closed")
    return refuse("cycle.not-now", "The pack has been sent already.", "Nothing more to do.");
  if (until <= due)
    return refuse("cycle.not-later", `${until} is not later than ${due}.`, "Ask for a day after the one it is due.");
  if (extensions.some(({ reply }) => reply === undefined))
    return refuse(
      "cycle.already-asked",
      "The commissioner was asked before and has not replied.",
      "Record their reply first.",
    );
  return { extensions: [...extensions, { until, askedOn: londonDay(now) }] };
}

/** Records what the commissioner replied, and by whom; when they agree, the due day moves. */
export function recordReply(
  { due, extensions = [] }: Pick<Cycle, "due" | "extensions">,
  { reply, repliedBy }: { readonly reply: "agreed" | "refused"; readonly repliedBy: string },
  { by, now }: Asking,
): Pick<Cycle, "extensions" | "due"> | Refusal {
  if (!hasRole(by, "contracts-manager", "senior-leader")) return notYourRole();
  const open = extensions.find((each) => each.reply === undefined);
  if (open === undefined)
    return refuse("cycle.not-asked", "No extension is waiting for a reply.", "Record first what was asked, and when.");
  if (!repliedBy.trim())
    return refuse("cycle.who-missing", "It is not said who replied.", "Give the name and job of whoever replied.");
  const replied = { ...open, reply, repliedBy: repliedBy.trim(), repliedOn: londonDay(now) };
  return {
    extensions: extensions.map((each) => (each === open ? replied : each)),
    due: reply === "agreed" ? open.until : due,
  };
}

const notYourRole = () =>
  refuse(
    "cycle.not-your-role",
    "Agreeing dates with the commissioner is not part of your role.",
    "Ask the contracts manager.",
  );
