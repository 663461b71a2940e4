import type { Person } from "../people/person.ts";

/**
 * True when both are one person, or one of them stands in for the other today: a deputy inherits what the principal
 * may not do, and the principal what the deputy may not. `everybody` are the people as they are today.
 */
export function sameHand(by: Person, other: string, everybody: readonly Person[]): boolean {
  const them = everybody.find(({ id }) => id === other);
  return by.id === other || by.deputyFor.includes(other) || (them?.deputyFor.includes(by.id) ?? false);
}
