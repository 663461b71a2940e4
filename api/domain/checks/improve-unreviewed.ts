import { londonDay } from "../day.ts";
import type { Action } from "../registers/actions.ts";
import { check } from "./check.ts";
import { actionSubject, themeSubject } from "./subjects.ts";

export const improveUnreviewed = check({
  id: "improve.unreviewed",
  blocks: "approve",
  severity: "blocking",
  finds: "A theme or action from an earlier cycle has not been reviewed.",
  why: "The pack says what we said last time and what happened; it cannot leave that out.",
  acts: "senior-leader",
  clear: "Give the theme its verdict for this cycle; record progress, evidence or a verdict on the action.",
  find: ({ cycle, themes, actions }) => [
    ...themes
      .filter(
        ({ status, firstSeen, verdicts = [] }) =>
          status !== "closed" && firstSeen < cycle.periodFrom && !verdicts.some((each) => each.cycle === cycle.key),
      )
      .map((theme) => ({
        subject: themeSubject(theme),
        say: `The theme “${theme.name}” has no verdict in this cycle.`,
      })),
    ...actions
      .filter((action) => londonDay(action.createdAt) < cycle.periodTo && !isReviewed(action, cycle.periodTo))
      .map((action) => ({
        subject: actionSubject(action),
        say: `Nobody has looked at the action “${action.action}” since the period ended.`,
        acts: "quality-lead" as const,
      })),
  ],
});

/** Settled with a verdict, or something was recorded on it after the period ended. */
function isReviewed({ status, history, progress = [] }: Action, periodTo: string): boolean {
  if (status === "effective") return true;
  return [...history, ...progress].some(({ at }) => londonDay(at) > periodTo);
}
