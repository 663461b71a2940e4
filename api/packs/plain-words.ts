import type { Day, Instant } from "#domain/day.ts";
import type { Counted, Rating, Signal, UnitInPack } from "#domain/packs/figure-in-pack.ts";
import type { Period } from "#domain/period.ts";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** `6 October 2026`. */
export const dayWords = (day: Day): string =>
  `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;

/** `6 Oct 2026`, for a column of a table. */
export const shortDayWords = (day: Day): string => dayWords(day).replace(/(?<= \p{L}{3})\p{L}+/u, "");

/** The same words with a capital at the start. */
export const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** `1 July to 30 September 2026`; the year is said once when it is the same. */
export const periodWords = ({ from, to }: Period): string =>
  `${from.slice(0, 4) === to.slice(0, 4) ? dayWords(from).slice(0, -5) : dayWords(from)} to ${dayWords(to)}`;

const london = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

/** `6 October 2026, 12:00`, London time. */
export function instantWords(at: Instant): string {
  const [day = "", time = ""] = london.format(new Date(at)).split(" ");
  return `${dayWords(day)}, ${time}`;
}

/** `12,190`; `withheld` when it may not be shown. */
export const numberWords = (count: number | null): string =>
  count === null ? "withheld" : String(count).replace(/\B(?=(\d{3})+$)/g, ",");

/** `98 of 12,190`. */
export const countWords = ({ numerator, denominator, display }: Counted): string =>
  numerator === null || denominator === null ? display : `${numberWords(numerator)} of ${numberWords(denominator)}`;

/** What the two counts of a figure are called at the head of a column: short, whatever the rule behind them. */
export const countHeads = ({ name }: UnitInPack): readonly [counted: string, outOf: string] => [
  "Counted",
  outOf[name] ?? "Out of",
];

const outOf: Readonly<Record<string, string>> = {
  "per-1000-hours": "Minutes of care",
  "per-1000-bed-days": "Bed days",
  days: "Records",
};

/** `Westshire evidence pack, edition 2`; a title that says its edition is left as it is. */
export const specificationWords = ({ title, edition }: { readonly title: string; readonly edition: number }): string =>
  title.endsWith(`edition ${edition}`) ? title : `${title}, edition ${edition}`;

/** Which of the look's tones says it: the shape differs as well as the colour. */
export const ratingTones = {
  met: "good",
  near: "near",
  "not-met": "bad",
  "no-target": "plain",
  "none-due": "plain",
  blocked: "bad",
  withheld: "plain",
} as const satisfies Readonly<Record<Rating, string>>;

/** Short enough for a table. */
export const signalWords = {
  improving: "Improving",
  worsening: "Worsening",
  changing: "Changing",
  steady: "Steady",
  "too-few": "Too early to tell",
} as const satisfies Readonly<Record<Signal, string>>;

export const signalTones = {
  improving: "good",
  worsening: "bad",
  changing: "near",
  steady: "plain",
  "too-few": "plain",
} as const satisfies Readonly<Record<Signal, string>>;

/** A SHA-256 as people compare it: its first 16 characters in fours. */
export const shortHash = (hash: string): string => hash.slice(0, 16).replace(/(.{4})(?=.)/g, "$1 ");
