import type { PersonRow } from "#domain/registers/people.ts";
import { useRows } from "./use-rows.ts";

/** Names by account, from the people register. Somebody who is not in it is “somebody”. */
export function useNames(): (person: string | undefined) => string {
  const { rows } = useRows<PersonRow>("people");
  return (person) => rows.find(({ answers }) => answers.person === person)?.headline ?? "somebody";
}
