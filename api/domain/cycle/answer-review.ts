import type { Instant } from "../day.ts";
import { hasRole, type Person } from "../people/person.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { ManagerReview } from "../registers/manager-reviews.ts";
import { sameHand } from "../signoff/same-hand.ts";

/** What a manager says when asked whether something is true of their service. */
export interface ReviewAnswer {
  readonly answer: "yes" | "partly" | "no";
  readonly concern?: string | undefined;
  readonly context?: string | undefined;
  readonly gaps?: string | undefined;
  readonly localKnowledge?: boolean | undefined;
  readonly direction?: "higher" | "lower" | "cannot-say" | undefined;
  readonly size?: string | undefined;
}

interface Asking {
  readonly by: Person;
  readonly now: Instant;
}

type Changes = { readonly [K in keyof ManagerReview]?: ManagerReview[K] };

/** The manager who was asked, or whoever stands in for them, answers. “Partly” and “no” need words; so does a doubt. */
export function answerReview(review: ManagerReview, answer: ReviewAnswer, { by, now }: Asking): Changes | Refusal {
  if (by.id !== review.askedOf && !by.deputyFor.includes(review.askedOf))
    return refuse(
      "review.not-asked-of-you",
      "This question was put to the manager of the service.",
      "Only they, or whoever stands in for them, can answer it.",
    );
  if (review.status === "resolved")
    return refuse("review.resolved", "This answer was looked into and settled.", "The quality lead can ask again.");
  if (answer.answer !== "yes" && !answer.concern?.trim())
    return refuse(
      "review.concern-missing",
      "“Partly” or “no” helps only when it says what is wrong.",
      "Say in a sentence what worries you.",
    );
  if (answer.localKnowledge && !answer.direction)
    return refuse(
      "review.direction-missing",
      "You say that the true figure is another one, but not which way.",
      "Choose higher, lower or cannot say.",
    );
  return { ...answer, answeredBy: by.id, answeredAt: now, status: "answered" };
}

/** The quality lead settles a concern and says how; never one of their own. */
export function resolveReview(
  review: ManagerReview,
  resolution: string,
  { by, now, everybody }: Asking & { readonly everybody: readonly Person[] },
): Changes | Refusal {
  if (!hasRole(by, "quality-lead"))
    return refuse(
      "review.not-your-role",
      "Settling a manager’s concern is the quality lead’s.",
      "Ask the quality lead.",
    );
  if (review.status !== "answered")
    return refuse("review.not-now", "There is no open concern to settle here.", "The manager answers first.");
  if (sameHand(by, review.answeredBy ?? "", everybody))
    return refuse(
      "review.same-person",
      "You answered this yourself, or stand in for whoever did.",
      "Another quality lead can settle it.",
    );
  if (!resolution.trim())
    return refuse("review.resolution-missing", "It is not said how the concern was settled.", "Say it in a sentence.");
  return { resolution: resolution.trim(), resolvedBy: by.id, resolvedAt: now, status: "resolved" };
}
