import type { CitedFigure } from "./cited-figure.ts";
import { type NumberInProse, numbersInProse, spelledPercentages } from "./numbers-in-prose.ts";
import { parseCommentary, type Sentence } from "./parse-commentary.ts";

export interface SentenceProblem {
  /** `wrong-number` and `unknown-figure` block the gate to Explain; `unsupported` is a claim nothing stands behind. */
  readonly kind: "wrong-number" | "unknown-figure" | "unsupported";
  /** One plain sentence. */
  readonly say: string;
  /** What to underline, as written. */
  readonly written: string;
}

export interface CheckedSentence extends Sentence {
  readonly problems: readonly SentenceProblem[];
}

/**
 * Reads commentary beside its figures. Every number in a sentence must be the value, numerator, denominator or target of
 * a figure that very sentence cites, to the last decimal; a number with a unit that the figure's own definition uses
 * (“within 28 days”) may be repeated. A sentence that cites nothing is marked as the manager's account: it may count
 * things (“two carers left” or “2 carers left”) but states no percentage.
 */
export function checkSentences(text: string, figures: readonly CitedFigure[]): readonly CheckedSentence[] {
  return parseCommentary(text).map((sentence) => ({ ...sentence, problems: problemsIn(sentence, figures) }));
}

function problemsIn(sentence: Sentence, figures: readonly CitedFigure[]): readonly SentenceProblem[] {
  const cited = figures.filter(({ cite }) => sentence.cites.includes(cite));
  const unknown = sentence.cites
    .filter((cite) => !figures.some((figure) => figure.cite === cite))
    .map((cite) => ({
      kind: "unknown-figure" as const,
      say: `There is no figure “${cite}” in this cycle.`,
      written: `[${cite}]`,
    }));
  const spelled = spelledPercentages(sentence.prose).map((written) => ({
    kind: "wrong-number" as const,
    say: `“${written}” cannot be checked against a figure: write it in digits.`,
    written,
  }));
  const numbers = numbersInProse(sentence.prose).flatMap((number) => wrong(number, sentence, cited));
  return [...unsupported(sentence), ...unknown, ...spelled, ...numbers];
}

const unsupported = ({ cites, managersAccount, text }: Sentence): readonly SentenceProblem[] =>
  cites.length > 0 || managersAccount
    ? []
    : [
        {
          kind: "unsupported",
          say: "This sentence cites no figure and is not marked as the manager’s account.",
          written: text,
        },
      ];

function wrong(number: NumberInProse, sentence: Sentence, cited: readonly CitedFigure[]): readonly SentenceProblem[] {
  const { written, percent } = number;
  if (sentence.cites.length > 0)
    return cited.some((figure) => says(figure, number))
      ? []
      : [{ kind: "wrong-number", say: `“${written}” is not ${whatItCouldBe(cited)}.`, written }];
  return sentence.managersAccount && !percent
    ? []
    : [{ kind: "wrong-number", say: `“${written}” needs the figure it comes from, e.g. [missed-visits].`, written }];
}

/** True when the number is one the figure shows, or one its definition uses with the same unit. */
function says(figure: CitedFigure, { value, percent, unit }: NumberInProse): boolean {
  const shown = [figure.value, figure.target].flatMap((text) => numbersInProse(text ?? ""));
  if (shown.some((each) => each.value === value && each.percent === percent)) return true;
  if (percent) return false;
  if (String(figure.numerator) === value || String(figure.denominator) === value) return true;
  const defined = numbersInProse(`${figure.name}. ${figure.definition}`);
  return unit !== "" && defined.some((each) => !each.percent && each.value === value && each.unit === unit);
}

function whatItCouldBe(cited: readonly CitedFigure[]): string {
  const options = cited.map(({ name, value, numerator, denominator, target }) => {
    const counts = numerator === undefined || denominator === undefined ? "" : ` (${numerator} of ${denominator})`;
    return `${name}: ${value ?? "none due"}${counts}${target === undefined ? "" : `, target ${target}`}`;
  });
  return options.length === 0
    ? "a number of the figure it cites"
    : `a number of the figure it cites. ${options.join("; ")}`;
}

/** The words of a draft as a section's word budget counts them: citations and marks are free. */
export const wordsIn = (text: string): number =>
  parseCommentary(text).reduce((total, { prose }) => total + (prose.match(/\S+/g)?.length ?? 0), 0);
