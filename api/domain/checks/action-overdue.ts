import { daysOverdue, isOverdue } from "../actions/due-state.ts";
import { londonDay } from "../day.ts";
import { sayDay } from "../say-day.ts";
import { check } from "./check.ts";
import { actionSubject } from "./subjects.ts";

export const actionOverdue = check({
  id: "action.overdue",
  severity: "attention",
  finds: "An action is past its deadline and not complete.",
  why: "What we promised to put right is still as it was.",
  acts: "registered-manager",
  escalates: "Registered manager, then regional manager, then senior leader, by the ladder.",
  clear: "The owner says how far it is, offers evidence, or asks for more time with a reason.",
  find: ({ actions }, now) =>
    actions
      .filter((action) => isOverdue(action, londonDay(now)))
      .map((action) => {
        const days = daysOverdue(action, londonDay(now));
        return {
          subject: actionSubject(action),
          say: `“${action.action}” was due on ${sayDay(action.deadline, londonDay(now))}, ${days === 1 ? "a day" : `${days} days`} ago.`,
          acts: action.ownerRole ?? "registered-manager",
          person: action.owner,
          by: action.deadline,
        };
      }),
});
