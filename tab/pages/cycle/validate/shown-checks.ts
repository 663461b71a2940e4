import type { CheckAnswer } from "#api/operations/check-answer.ts";
import type { readChecks } from "#api/operations/read-checks.ts";
import type { DatasetName } from "#domain/figures/dataset.ts";
import { datasets } from "#domain/figures/dataset.ts";
import type { AnswerOf } from "../../../ask/answer-of.ts";

export type ShownChecks = AnswerOf<typeof readChecks>;
export type ShownPlan = ShownChecks["plans"][number];
export type ShownCheck = CheckAnswer;
export type ShownColumn = ShownChecks["columns"][number]["column"];

/** “planned visit”, in the words of the kind of record. */
export const kindOf = (dataset: string): string => datasets[dataset as DatasetName]?.words.one ?? dataset;

export const percent = (share: number): string => `${(share * 100).toFixed(share === 1 || share === 0 ? 0 : 1)} %`;
