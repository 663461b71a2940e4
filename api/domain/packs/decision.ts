import type { Instant } from "../day.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { PackContent } from "./pack-content.ts";

/** One person's answer when asked to approve, bound to the hash of what they read. */
export interface Decision {
  /** The role that was asked, as `approvalsNeeded` names it. */
  readonly role: string;
  /** Entra object id: people are told apart by this, never by name. */
  readonly person: string;
  readonly name: string;
  readonly decision: "approved" | "returned";
  readonly at: Instant;
  /** Hash of the content that was read. */
  readonly contentHash: string;
}

/** Draft until every role asked has approved this very content; then final. A decision about anything else is refused. */
export function standing(
  { approvalsNeeded }: Pick<PackContent, "approvalsNeeded">,
  contentHash: string,
  decisions: readonly Decision[],
): "draft" | "final" | Refusal {
  if (decisions.some((each) => each.contentHash !== contentHash)) {
    return refuse(
      "pack.changed-since-signed",
      "The pack has changed since it was signed, so those signatures are no longer valid.",
      "The contracts manager asks for sign-off again, on the pack as it now is.",
    );
  }
  const approved = decisions.filter(({ decision }) => decision === "approved");
  if (new Set(approved.map(({ person }) => person)).size < approved.length) {
    return refuse(
      "pack.same-person",
      "One person has approved this pack twice. Each approval must come from a different person.",
      "The contracts manager asks somebody else to approve it.",
    );
  }
  return approvalsNeeded.every((role) => approved.some((each) => each.role === role)) ? "final" : "draft";
}
