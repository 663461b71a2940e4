/**
 * How commentary cites, decided once: after the number or the claim, in square brackets, the indicator's code.
 *
 *   Missed visits rose to 2.1 % [missed-visits], most of them at Ashdown (3.4 %) [missed-visits@ashdown].
 *   Two carers left in August and posts were filled in September. [manager's account]
 *
 * `@service` cites one service's share, `@before` the total of the period before. A sentence without a citation is
 * marked `[manager's account]`, before or after its full stop. A line break also ends a sentence.
 */
export interface Sentence {
  /** As written, citations included, without blanks around it. */
  readonly text: string;
  /** For reading: without citations and marks. */
  readonly prose: string;
  /** What it cites, e.g. `missed-visits@ashdown`, each once, in order. */
  readonly cites: readonly string[];
  readonly managersAccount: boolean;
}

const CITATION = /\[([a-z0-9]+(?:[-.][a-z0-9]+)*(?:@[a-z0-9]+(?:-[a-z0-9]+)*)?)\]/g;
const ACCOUNT = /\[manager[’']s account\]/gi;
/** After a full stop, question or exclamation mark (and brackets that belong to it), before a capital, digit, quote or end. */
const BETWEEN =
  /(?<!\b(?:approx|no|vs|etc|e\.g|i\.e|Dr|St)\.)(?<=[.!?][)”"']?(?:\s*\[[^\]\n]*\])*)\s+(?=["“‘'(]?[\p{Lu}\d])|\s*\n+\s*/u;

/** Reads commentary into sentences; nothing but blanks between sentences is lost. */
export function parseCommentary(text: string): readonly Sentence[] {
  return text
    .split(BETWEEN)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "")
    .map(sentenceOf);
}

function sentenceOf(text: string): Sentence {
  return {
    text,
    prose: text
      .replace(ACCOUNT, "")
      .replace(CITATION, "")
      .replace(/\s+/g, " ")
      .replace(/ ([.,;:!?)])/g, "$1")
      .trim(),
    cites: [...new Set([...text.matchAll(CITATION)].map(([, cite = ""]) => cite))],
    managersAccount: new RegExp(ACCOUNT, "i").test(text),
  };
}

/** Everything the text cites, each once, in the order of the alphabet. */
export const citationsIn = (text: string): readonly string[] =>
  [...new Set(parseCommentary(text).flatMap(({ cites }) => cites))].toSorted();
