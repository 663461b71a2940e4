import { type DayFormat, dayFormats } from "./profile.ts";

/** How many cells of one column can be read in each way. `filled` are those that hold anything. */
export interface DayFits extends Readonly<Record<DayFormat, number>> {
  readonly filled: number;
}

/** How the columns with days are written, and which of them nothing in the file settles. */
export interface SettledDays {
  /** Heading → how its days are written. A column that must be asked has the product's own way when that fits, else none. */
  readonly days: Readonly<Record<string, DayFormat>>;
  /** Heading → the ways that fit it equally well. */
  readonly ask: Readonly<Record<string, readonly DayFormat[]>>;
}

const words: Readonly<Record<DayFormat, string>> = {
  iso: "year first (2026-09-03)",
  "day-first": "day first (03/09/2026)",
  "month-first": "month first (09/03/2026)",
  excel: "as Excel day numbers (46268)",
};

export const dayFormatWords = (format: DayFormat): string => words[format];

/** The ways that read most cells of a column; the product's own when none reads any. */
export function waysThatFit(fits: DayFits, known: DayFormat): readonly DayFormat[] {
  const most = Math.max(...dayFormats.map((way) => fits[way]));
  return most === 0 ? [known] : dayFormats.filter((way) => fits[way] === most);
}

/**
 * Decides every column of a file. Each is decided over all its cells; one that could be read in two ways follows the
 * columns of the same file that cannot, when those agree; else it is asked.
 */
export function settleDays(
  fits: Readonly<Record<string, DayFits>>,
  known: DayFormat,
  answered: Readonly<Record<string, DayFormat>> = {},
): SettledDays {
  const columns = Object.entries(fits).map(([heading, fit]) => ({
    heading,
    filled: fit.filled > 0,
    ways: waysThatFit(fit, known),
  }));
  const certain = new Set(columns.flatMap(({ filled, ways }) => (filled && ways.length === 1 ? ways : [])));
  const [agreed] = certain.size === 1 ? certain : [];
  const days: Record<string, DayFormat> = {};
  const ask: Record<string, readonly DayFormat[]> = {};
  for (const { heading, ways } of columns) {
    const follows = agreed && ways.includes(agreed) ? agreed : undefined;
    const settled = answered[heading] ?? (ways.length === 1 ? ways[0] : follows);
    if (settled) days[heading] = settled;
    else ask[heading] = ways;
    if (!settled && ways.includes(known)) days[heading] = known;
  }
  return { days, ask };
}
