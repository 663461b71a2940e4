import { optionWords } from "#domain/register/option-words.ts";
import type { Indicator } from "#domain/registers/indicators.ts";
import { useRows } from "../../ask/use-rows.ts";

/** What indicators are called: neither their codes nor their keys are for people. */
export interface IndicatorNames {
  /** By code, of the latest edition in use; an undefined one keeps the words of its code. */
  readonly ofCode: (code: string) => string;
  readonly ofKey: (key: string) => string;
  readonly codeOf: (key: string) => string;
}

export function useIndicatorNames(): IndicatorNames {
  const { rows } = useRows<Indicator>("indicators");
  const inUse = rows
    .filter(({ answers: { status } }) => status !== "retired")
    .toSorted((a, b) => (b.answers.edition ?? 0) - (a.answers.edition ?? 0));
  return {
    ofCode: (code) => inUse.find(({ answers }) => answers.code === code)?.headline ?? capital(optionWords(code)),
    ofKey: (key) => rows.find((row) => row.key === key)?.headline ?? "an indicator",
    codeOf: (key) => rows.find((row) => row.key === key)?.answers.code ?? "",
  };
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
