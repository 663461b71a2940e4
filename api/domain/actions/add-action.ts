import type { Day } from "../day.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { Answers } from "../register/register.ts";
import type { actions } from "../registers/actions.ts";
import type { Category } from "../registers/category.ts";
import type { Theme } from "../registers/themes.ts";
import type { ValidationRow } from "../registers/validation-log.ts";

type ActionAnswers = Answers<typeof actions>;

/** An action as somebody adds it, by hand or from something else. */
export type NewAction = Omit<ActionAnswers, "status" | "deadlineHistory" | "progress" | "evidence" | "verdict">;

const measureParts = ["measure", "measureDirection", "measureBy"] as const;

/**
 * Opens an action. Its deadline is not in the past; an expected outcome is a measure, a direction and a day, all three
 * or none. A cause is needed now, unless the action makes people safe and opens “cause being established”.
 */
export function addAction(asked: NewAction, today: Day): ActionAnswers | Refusal {
  if (asked.deadline < today)
    return refuse(
      "action.deadline-past",
      `The deadline ${asked.deadline} is in the past.`,
      "Choose today or a later day by which it can really be done.",
    );
  const given = measureParts.filter((name) => asked[name]);
  if (given.length > 0 && given.length < measureParts.length)
    return refuse(
      "action.no-measure",
      "An expected outcome is a measure, which way it should move, and by when; one of the three is missing.",
      "Fill in all three, or none of them until you know.",
    );
  if (!asked.makeSafe && !asked.cause?.trim())
    return refuse(
      "action.no-cause",
      "Why it happened is not said yet, so nobody can tell whether the action will help.",
      "Say the cause. If people must be made safe first, tick “Makes people safe now”: the cause may follow.",
    );
  return { ...asked, status: "open" };
}

/** What an action that answers a theme already knows; the rest (who, by when, what) is asked. */
export const fromTheme = (theme: Theme): Partial<NewAction> => ({
  source: "pack-theme",
  raisedFrom: theme.key,
  category: theme.category,
  contract: theme.contract,
  ...(theme.services?.length === 1 && { service: theme.services[0] }),
});

/** What an action that answers a discrepancy already knows. Its text never repeats the restricted cause note. */
export const fromDiscrepancy = (row: ValidationRow): Partial<NewAction> => ({
  source: "discrepancy",
  raisedFrom: row.key,
  category: categoryOf[row.dataset] ?? "recording",
  contract: row.contract,
  service: row.service,
  ...(row.indicator && { measure: row.indicator }),
});

const categoryOf: Partial<Record<ValidationRow["dataset"], Category>> = {
  safeguarding: "safeguarding",
  complaints: "complaints",
  incidents: "incidents",
  reviews: "reviews",
};
