import { wordsIn } from "../commentary/check-sentences.ts";
import { check } from "./check.ts";
import { specificationSubject } from "./subjects.ts";
import { written } from "./written.ts";

export const narrativeTooLong = check({
  id: "narrative.too-long",
  severity: "attention",
  finds: "The text of a section is over its word budget.",
  why: "What matters is lost among what does not.",
  acts: "contracts-manager",
  clear: "Shorten the text, or agree a larger budget with the commissioner.",
  find: (facts) =>
    (facts.specification.sections ?? []).flatMap(({ code, title, wordBudget }) => {
      const words = written(facts)
        .filter(({ section }) => section === code)
        .reduce((total, { text }) => total + wordsIn(text), 0);
      return wordBudget === undefined || words <= wordBudget
        ? []
        : [
            {
              subject: specificationSubject(facts, code),
              say: `“${title}” has ${words} words; its budget is ${wordBudget}.`,
            },
          ];
    }),
});
