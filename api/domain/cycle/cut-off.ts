import type { Instant } from "../day.ts";
import { hasRole, type Person } from "../people/person.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { Cycle } from "../registers/cycles.ts";

interface Asking {
  readonly by: Person;
  readonly now: Instant;
}

type Changes = { readonly [K in "cutOffAt" | "cutOffBy"]: string | null };

/** Stages in which records may still be corrected, and the cut-off set again after it was opened. */
const open: readonly Cycle["stage"][] = ["collect", "validate", "explain"];

/** Sets the data cut-off: from now on the cycle's figures are those of `snapshot`, whatever is imported later. */
export function cutOff(
  { stage, cutOffAt, snapshot }: Pick<Cycle, "stage" | "cutOffAt" | "snapshot">,
  current: string,
  { by, now }: Asking,
): Changes | Refusal {
  if (!hasRole(by, "contracts-manager", "quality-lead")) return notYourRole();
  if (!open.includes(stage))
    return refuse(
      "cycle.not-now",
      "The data cut-off is set while data is collected, checked and explained.",
      "Send the cycle back to “Collect” first.",
    );
  if (cutOffAt) return refuse("cycle.cut-off-already", "The data cut-off is set already.", "Nothing more to do.");
  if (snapshot !== current)
    return refuse(
      "cycle.figures-older",
      snapshot ? "Something was imported since the figures were worked out." : "No figures have been worked out yet.",
      "Work the figures out again, look at what changed, then set the cut-off.",
    );
  return { cutOffAt: now, cutOffBy: by.id };
}

/** Opens the cut-off again, e.g. for a corrected record: until the pack is approved, with a reason. */
export function reopenCutOff(
  { stage, cutOffAt }: Pick<Cycle, "stage" | "cutOffAt">,
  reason: string,
  { by }: Asking,
): Changes | Refusal {
  if (!hasRole(by, "contracts-manager", "quality-lead")) return notYourRole();
  if (!cutOffAt) return refuse("cycle.no-cut-off", "No data cut-off is set.", "Nothing to open.");
  if (!open.includes(stage))
    return refuse(
      "cycle.not-now",
      "The pack is being approved or has gone out, so its figures stand.",
      "Send the cycle back first. After submission, a changed figure is told to the commissioner as a revised figure.",
    );
  if (!reason.trim())
    return refuse(
      "cycle.reason-missing",
      "Opening the cut-off again needs a reason.",
      "Say which records were corrected, and why.",
    );
  return { cutOffAt: null, cutOffBy: null };
}

const notYourRole = () =>
  refuse(
    "cycle.not-your-role",
    "The data cut-off is not part of your role.",
    "Ask a contracts manager or the quality lead.",
  );
