import type { Person } from "../people/person.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { PersonalDataRow } from "../registers/personal-data.ts";

/** Where a request to erase a person stands, worked out from the log: rows are only added. */
export function erasureStanding(
  ask: Pick<PersonalDataRow, "key">,
  log: readonly PersonalDataRow[],
): "asked" | "agreed" | "refused" | "done" {
  const kinds = new Set(log.filter((row) => row.ask === ask.key).map(({ kind }) => kind));
  if (kinds.has("erasure")) return "done";
  if (kinds.has("erasure-refused")) return "refused";
  return kinds.has("erasure-agreed") ? "agreed" : "asked";
}

/** Why this person may not answer the request; undefined when they may. */
export function barredFromAnswering(
  ask: PersonalDataRow,
  by: Pick<Person, "id" | "deputyFor">,
  log: readonly PersonalDataRow[],
): Refusal | undefined {
  if (ask.by === by.id || (ask.by !== undefined && by.deputyFor.includes(ask.by)))
    return refuse(
      "erasure.same-person",
      "You asked for this erasure, or stand in for who did. A second person has to agree to it.",
      "Ask another senior leader.",
    );
  if (erasureStanding(ask, log) === "asked") return undefined;
  return refuse(
    "erasure.answered",
    "This request has been answered already.",
    "Look at the personal data log to see what was decided.",
  );
}

/** Requests that were agreed to and not yet carried out. */
export const erasuresToDo = (log: readonly PersonalDataRow[]): readonly PersonalDataRow[] =>
  log.filter((ask) => ask.kind === "erasure-ask" && erasureStanding(ask, log) === "agreed");
