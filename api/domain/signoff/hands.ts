import type { Person } from "../people/person.ts";
import type { SignOff } from "../registers/sign-offs.ts";
import { type AssuranceProfile, type Capacity, capacityOf, keptApart, type NeededSignOff } from "./needed.ts";
import { sameHand } from "./same-hand.ts";

/** Everybody with a hand in a thing, by Entra object id. */
export type Hands = Readonly<Record<Capacity, readonly string[]>>;

/** Who made it, who checked it, and who has signed it so far. A deputy's signature counts for both people. */
export function handsIn(
  { authors, validators }: { readonly authors: readonly string[]; readonly validators: readonly string[] },
  decisions: readonly SignOff[],
): Hands {
  const signed = (capacity: Capacity) =>
    decisions
      .filter(({ decision, about, role }) => decision === "approve" && capacityOf(about, role) === capacity)
      .flatMap(({ person, standingInFor }) => [person, ...(standingInFor ? [standingInFor] : [])]);
  return { author: authors, validator: [...validators, ...signed("validator")], approver: signed("approver") };
}

/** What a person did that keeps them from signing in a capacity; undefined when nothing does. */
export const barredAs = (
  by: Person,
  capacity: NeededSignOff["capacity"],
  {
    hands,
    profile,
    everybody,
  }: { readonly hands: Hands; readonly profile: AssuranceProfile; readonly everybody: readonly Person[] },
): Capacity | undefined =>
  keptApart[profile][capacity].find((other) => hands[other].some((id) => sameHand(by, id, everybody)));
