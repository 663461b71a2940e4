import { percent } from "#domain/packs/first-page.ts";
import type { PackContent } from "#domain/packs/pack-content.ts";
import { frontMatter, type Signed } from "./front-matter.ts";
import { numberWords, sentence } from "./plain-words.ts";
import { templateFile, typeset } from "./typeset.ts";

/** `assurance-statement.pdf`, one page: what was checked, by whom, how accurate it was, what is missing, who approved. */
export const assuranceStatement = (content: PackContent, signed: Signed): Uint8Array =>
  typeset({
    template: templateFile("assurance-statement"),
    data: {
      ...frontMatter("Assurance statement", content, signed),
      checks: [
        ...content.assurance.samples.map(({ what, size, frame, accuracy, lowerBound, discrepancies }) => [
          sentence(what),
          `Sample of ${numberWords(size)} of ${numberWords(frame)}`,
          `${percent(accuracy)} (at least ${percent(lowerBound)})`,
          numberWords(discrepancies),
        ]),
        ...content.assurance.everyCase.map(({ category, checked, cases, discrepancies }) => [
          category,
          cases === null ? "Every case" : `Every case: ${numberWords(checked)} of ${numberWords(cases)}`,
          "",
          numberWords(discrepancies),
        ]),
      ],
      figures: String(content.figures.length),
      gaps: content.knownGaps,
      exceptions: content.exceptions.map(
        ({ gate, reason, grantedBy }) => `${gate}: ${reason} Granted by ${grantedBy}.`,
      ),
      limitations: content.limitations,
      manual: content.figures.flatMap(({ name, manual }) => (manual ? [`${name} was typed in: ${manual.reason}`] : [])),
    },
    pictures: {},
    at: content.cutOff,
  });
