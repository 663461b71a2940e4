import { sayPeriod } from "../say-day.ts";
import { check } from "./check.ts";
import { figureSubject } from "./subjects.ts";

export const packRestated = check({
  id: "pack.restated",
  severity: "attention",
  finds: "A figure that was submitted comes out differently now.",
  why: "Late or corrected records arrived; the commissioner holds the earlier figure.",
  acts: "contracts-manager",
  escalates:
    "Senior leadership; the commissioner is told when a rating or a safety-critical count changes, else it is listed next period.",
  clear: "Decide who is told, and record it with the pack.",
  find: ({ figures, packs }) =>
    figures
      .filter(({ status }) => status === "revised")
      .filter(
        ({ key }) =>
          !packs.some(({ restatements = [] }) => restatements.some(({ figure, told }) => figure === key && told)),
      )
      .map((figure) => ({
        subject: figureSubject(figure),
        say: `“${figure.name}” for ${sayPeriod(figure.periodFrom, figure.periodTo)} now counts ${figure.numerator ?? "none"} of ${figure.denominator ?? "none"}, not what was submitted.`,
      })),
});
