import type { Commentary } from "../registers/commentary.ts";
import type { Facts } from "./facts.ts";

/** Commentary that goes into the pack or is on its way there: it has text and was not dismissed. */
export const written = ({ commentary, cycle }: Facts): readonly (Commentary & { readonly text: string })[] =>
  commentary.flatMap((row) =>
    row.cycle === cycle.key && row.status !== "dismissed" && row.text?.trim() ? [{ ...row, text: row.text }] : [],
  );
