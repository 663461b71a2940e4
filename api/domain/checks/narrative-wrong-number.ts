import { checkSentences } from "../commentary/check-sentences.ts";
import { check } from "./check.ts";
import { commentarySubject } from "./subjects.ts";
import { written } from "./written.ts";

export const narrativeWrongNumber = check({
  id: "narrative.wrong-number",
  blocks: ["explain", "approve"],
  severity: "blocking",
  finds: "A number in the text is not the figure it cites.",
  why: "One wrong number in the words makes the reader doubt every figure.",
  acts: "contracts-manager",
  escalates: "Senior review.",
  clear: "Put the number right, or cite the figure it comes from.",
  find: (facts) =>
    written(facts).flatMap((row) => {
      const wrong = checkSentences(row.text, facts.cited)
        .flatMap(({ problems }) => problems)
        .filter(({ kind }) => kind !== "unsupported");
      return wrong.length === 0
        ? []
        : [
            {
              subject: commentarySubject(row),
              say: `“${row.theme}”: ${wrong.map(({ say }) => say).join(" ")}`,
              person: row.writtenBy,
            },
          ];
    }),
});
