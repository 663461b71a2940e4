/** A quantity somebody wrote. `written` is as in the prose; `value` has no thousands commas; `percent` when it says so. */
export interface NumberInProse {
  readonly written: string;
  readonly value: string;
  readonly percent: boolean;
  /** The word after it, lower case and singular (“28 days” → `day`), or empty. */
  readonly unit: string;
}

const MONTH =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const DAY = "\\d{1,2}(?:st|nd|rd|th)?";

/**
 * What is a date, a time, a year or a name and not a quantity. Each rule is narrow on purpose: a number that fits none
 * is checked against the figures.
 */
const notQuantities: readonly RegExp[] = [
  /\d{4}-\d{2}(?:-\d{2})?(?!\d)/g, // 2026-07-01, 2026-07
  /\b\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})\b/g, // 01/07/2026
  new RegExp(`\\b${DAY}(?: (?:to|and|–|-) ${DAY})? ${MONTH}(?: (?:19|20)\\d{2})?\\b`, "g"), // 1 July, 1 to 7 July 2026
  new RegExp(`\\b${MONTH} (?:19|20)\\d{2}\\b`, "g"), // July 2026
  /\b(?:19|20)\d{2}[/–-]\d{2}(?:\d{2})?\b/g, // the year 2026/27
  /\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil|[Yy]ear|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|[Qq]uarter \d,?|Q\d) (?:19|20)\d{2}\b(?![.,%]\d|\s*%)/g, // in 2026, Q3 2026
  /\bQ[1-4]\b/g,
  /\b\d{1,2}:\d{2}(?:\s?[ap]m)?\b/gi, // 07:30
  /\b\d{1,2}(?:\.\d{2})?\s?[ap]\.?m\b\.?/gi, // 11 pm, 7.30am
  /\b24\/7\b/g,
  /\b\d+(?:st|nd|rd|th)\b/g, // 2nd
  /\b(?:regulations?|sections?|schedule|standard|kpi|week|quarter|stage|step|page|version|edition|appendix|annex)\s\d+(?:\.\d+)*\b/gi,
  /\b\p{L}[\p{L}\d]*-?\d[\p{L}\d-]*/gu, // P1, COVID-19
];

const NUMBER = /(?<![\p{L}\d.,])[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(\s*(?:%|per\s?cent\b|percent\b))?/gu;

/** The quantities in one sentence of prose, citations already taken out. */
export function numbersInProse(prose: string): readonly NumberInProse[] {
  const quantities = notQuantities.reduce(
    (text, rule) => text.replace(rule, (found) => "§".repeat(found.length)),
    prose,
  );
  return [...quantities.matchAll(NUMBER)].map((match) => {
    const [written, sign] = match;
    return {
      written: written.replace(/\s+/g, " "),
      value: plainNumber(written),
      percent: sign !== undefined,
      unit: unitAfter(quantities.slice(match.index + written.length)),
    };
  });
}

/** `1,204` and `1204` are one number, so are `2.1 %` and `2.1`; `2.10` and `2.1` are not: rounding is part of a figure. */
export const plainNumber = (written: string): string =>
  (/[-−]?[\d,]+(?:\.\d+)?/.exec(written)?.[0] ?? "").replaceAll(",", "").replace("−", "-");

const unitAfter = (rest: string): string => /^[\s-]+(\p{L}+)/u.exec(rest)?.[1]?.toLowerCase().replace(/s$/, "") ?? "";

const WORDS =
  "(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)";

/** Percentages spelt in words, which nothing can be checked against: “twenty-five per cent”. */
export const spelledPercentages = (prose: string): readonly string[] =>
  prose.match(new RegExp(`\\b${WORDS}(?:[ -]${WORDS})*(?: point ${WORDS})?\\s(?:per\\s?cent|percent|%)`, "gi")) ?? [];
