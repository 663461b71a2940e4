import type { readRegister } from "#api/operations/read-register.ts";
import type { RowAnswer } from "#api/operations/row-answer.ts";
import type { AnswerOf } from "./answer-of.ts";
import { useAnswer } from "./use-answer.ts";

/** A row of a register as the api shows it: every answer may be missing, because some are withheld. */
export type ShownRow<R> = Omit<RowAnswer, "answers"> & { readonly answers: Partial<R> };

const MOST = 500;

/** The rows of a register that the person may see, e.g. `useRows<Import>("imports", { field: "status", is: "accepted" })`. */
export function useRows<R>(slug: string, where: { readonly field?: string; readonly is?: string } = {}) {
  const answer = useAnswer<typeof readRegister>(`/registers/${slug}/rows`, { query: { ...where, most: MOST } });
  return { answer, rows: rowsIn<R>(answer.data) };
}

const rowsIn = <R>(data: AnswerOf<typeof readRegister> | undefined): readonly ShownRow<R>[] =>
  (data?.rows ?? []) as readonly ShownRow<R>[];
