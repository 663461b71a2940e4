import type { Facts } from "#domain/checks/facts.ts";
import { gate } from "#domain/cycle/gate.ts";
import type { Instant } from "#domain/day.ts";

/** What is still in doubt about a pack, one sentence each: its own limitations, then what blocks its cycle's gate. */
export function openDoubts(facts: Facts, limitations: readonly string[], now: Instant): string[] {
  const { stage } = facts.cycle;
  const blockers = stage === "closed" ? [] : gate(stage, facts, now).blockers;
  return [...limitations, ...blockers.filter(({ check }) => !check.startsWith("signoff.")).map(({ say }) => say)];
}
