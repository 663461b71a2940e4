import type { FigureAnswer } from "#api/operations/figure-answer.ts";

/** What a tile shows of a figure. */
export interface ShownFigure {
  readonly text: string;
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly rating: string;
  /** The service it is of, when it is not the whole contract's. */
  readonly of?: string;
  readonly note?: string;
  /** Oldest first. */
  readonly months: readonly (number | null)[];
}

/** The whole contract's figure; or one service's, when asked for or when it is all the person may see. */
export function shownFigure({ total, services, months }: FigureAnswer, service?: string): ShownFigure | undefined {
  const only = service ?? (total ? undefined : services[0]?.service);
  if (only === undefined) return total && { ...total, months: months.map(({ value }) => value) };
  const cell = services.find((each) => each.service === only);
  return cell && { ...cell, of: only, months: cell.months.map(({ value }) => value) };
}
