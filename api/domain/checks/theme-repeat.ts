import { check } from "./check.ts";
import { themeSubject } from "./subjects.ts";

export const themeRepeat = check({
  id: "theme.repeat",
  severity: "safety",
  finds: "A theme is in its second cycle without action, or without improvement after action.",
  why: "The same thing keeps happening to people we support.",
  acts: "senior-leader",
  escalates: "Discussion with the commissioner.",
  clear: "Hold a senior review, raise or change the action, and record the discussion with the commissioner.",
  find: ({ themes, actions }) =>
    themes
      .filter(
        ({ status, cyclesSeen = [], discussedOn }) =>
          status !== "closed" && cyclesSeen.length >= 2 && discussedOn === undefined,
      )
      .flatMap((theme) => {
        const answered = actions.some(({ raisedFrom }) => raisedFrom === theme.key);
        const improved = theme.verdicts?.at(-1)?.verdict === "improved";
        if (answered && improved) return [];
        const without = answered ? "improvement after action" : "action";
        return [
          {
            subject: themeSubject(theme),
            say: `“${theme.name}” is in cycle ${theme.cyclesSeen?.length} without ${without}.`,
            person: theme.owner,
          },
        ];
      }),
});
