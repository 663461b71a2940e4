import type { RowAnswer } from "#api/operations/row-answer.ts";
import type { Register } from "#domain/register/register.ts";
import { mayPointTo, pointsOf } from "#domain/register/row-links.ts";
import { useRowNames } from "./use-row-names.ts";

/** What a row is called: its headline, or the name of the row that its headline is the key of. */
export function useHeadline(register: Register): (row: RowAnswer) => string {
  const pointsAway = pointsOfHeadline(register);
  const namesOf = useRowNames(pointsAway ? mayPointTo(register.slug) : []);
  return ({ key, headline, answers }) => {
    if (!pointsAway) return headline;
    const point = pointsOf(register, { ...answers, key }).find(({ field }) => field === register.headline);
    const names = (point?.registers ?? []).flatMap(namesOf);
    return names.find((each) => each.key === point?.key)?.name ?? headline;
  };
}

/** Actions are named by what has to be done; only what is named by its subject is named by another row. */
const pointsOfHeadline = ({ headline }: Register): boolean => headline === "subject";
