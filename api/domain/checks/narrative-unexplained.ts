import { needsWords } from "../commentary/needs-words.ts";
import { citationsIn } from "../commentary/parse-commentary.ts";
import type { Commentary } from "../registers/commentary.ts";
import type { Figure } from "../registers/figures.ts";
import { check } from "./check.ts";
import { figureSubject } from "./subjects.ts";

export const narrativeUnexplained = check({
  id: "narrative.unexplained",
  blocks: "explain",
  severity: "blocking",
  finds: "A figure is off target or shows a signal, and no commentary explains it.",
  why: "The commissioner sees the figure; without an explanation they will make their own.",
  acts: "quality-lead",
  escalates: "Senior review.",
  clear: "Have commentary written and reviewed, or record why none is needed.",
  find: ({ figures, commentary, cycle }) =>
    figures
      .filter((figure) => figure.cycle === cycle.key)
      .flatMap((figure) => {
        const why = needsWords(figure);
        if (why === undefined || commentary.some((each) => explains(each, figure))) return [];
        const begun = commentary.some((each) => speaksOf(each, figure));
        return [
          {
            subject: figureSubject(figure),
            say: `“${figure.name}” ${why}, and ${begun ? "its commentary is not reviewed yet" : "nobody has explained it"}.`,
          },
        ];
      }),
});

const speaksOf = ({ figures = [], text = "" }: Commentary, { key, indicator }: Figure): boolean =>
  figures.includes(key) || citationsIn(text).some((cite) => cite === indicator || cite.startsWith(`${indicator}@`));

function explains(commentary: Commentary, figure: Figure): boolean {
  if (!speaksOf(commentary, figure)) return false;
  if (commentary.status === "dismissed") return Boolean(commentary.reason?.trim());
  return commentary.status === "reviewed" || commentary.status === "approved";
}
