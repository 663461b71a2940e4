import type { DayFormat } from "./profile.ts";

/** How many cells of one column can be read in each way. `filled` are those that hold anything. */
export interface DayFits extends Readonly<Record<DayFormat, number>> {
  readonly filled: number;
}

/**
 * How the days of a column are written, decided over the whole column. The way that reads most cells wins. When day-first
 * and month-first both read as many, nothing in the column tells them apart: a product known to write one of them
 * settles it, anything else must be asked.
 */
export function decideDays(
  fits: DayFits,
  known: DayFormat,
): { readonly days: DayFormat; readonly sure: boolean } | { readonly ask: readonly DayFormat[] } {
  if (fits.filled === 0) return { days: known, sure: true };
  const most = Math.max(fits.iso, fits["day-first"], fits["month-first"], fits.excel);
  if (most === 0) return { days: known, sure: true };
  const best = (["iso", "day-first", "month-first", "excel"] as const).filter((way) => fits[way] === most);
  const [only] = best;
  if (best.length === 1 && only) return { days: only, sure: true };
  return best.includes(known) ? { days: known, sure: false } : { ask: best };
}
