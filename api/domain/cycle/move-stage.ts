import type { Facts } from "../checks/facts.ts";
import { type Instant, londonDay } from "../day.ts";
import { either, type Moving } from "../move.ts";
import { hasRole, type Person } from "../people/person.ts";
import { roleNames } from "../people/role.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { Cycle } from "../registers/cycles.ts";
import { type Gate, gate } from "./gate.ts";
import { type GatedStage, type Stage, stageRules } from "./stages.ts";

export interface StageDecision {
  readonly moving: Moving<Stage>;
  readonly changes: Pick<Cycle, "stage" | "milestones">;
  readonly gate: Gate;
}

/** Takes a cycle through the gate of the stage it stands in. The gate must be clear; there is no way round it. */
export function moveStage(facts: Facts, by: Person, now: Instant): StageDecision | Refusal {
  const { stage, milestones = [] } = facts.cycle;
  if (stage === "closed") return refuse("cycle.closed", "This cycle is closed.", "The next cycle carries on from it.");
  const refused = notTheirs(stage, by);
  if (refused) return refused;
  const through = gate(stage, facts, now);
  if (!through.clear) return blocked(through);
  const to = stageRules[stage].next;
  return {
    moving: { from: stage, to, ...reasonOf(through) },
    changes: {
      stage: to,
      milestones: milestones.map((each) => (each.stage === stage ? { ...each, doneOn: londonDay(now) } : each)),
    },
    gate: through,
  };
}

/**
 * Sends a cycle back to an earlier stage, e.g. when leadership returns the pack. What follows is done again: figures and
 * text changed since void the signatures by themselves. A pack that was sent is not called back; it is superseded.
 */
export function sendBack(
  { stage }: Pick<Cycle, "stage">,
  to: GatedStage,
  { by, reason }: { readonly by: Person; readonly reason: string },
): { readonly moving: Moving<Stage>; readonly changes: Pick<Cycle, "stage"> } | Refusal {
  if (!hasRole(by, "contracts-manager", "quality-lead", "senior-leader"))
    return refuse(
      "cycle.not-your-role",
      "Sending a cycle back is not part of your role.",
      "Ask the contracts manager or the quality lead.",
    );
  if (!sendBackFrom.includes(stage) || !(order.indexOf(to) < order.indexOf(stage)))
    return refuse(
      "cycle.not-now",
      `A cycle in “${stage}” cannot be sent back to “${to}”.`,
      "Before the pack is sent, it can go back to any earlier stage.",
    );
  if (!reason.trim())
    return refuse("cycle.reason-missing", "Sending a cycle back needs a reason.", "Say what has to be done again.");
  return { moving: { from: stage, to, reason: reason.trim() }, changes: { stage: to } };
}

const order = Object.keys(stageRules);
const sendBackFrom: readonly Stage[] = ["collect", "validate", "explain", "approve", "compile", "submit"];

function notTheirs(stage: GatedStage, by: Person): Refusal | undefined {
  const { who, title } = stageRules[stage];
  return hasRole(by, ...who)
    ? undefined
    : refuse(
        "cycle.not-your-role",
        `Taking a cycle out of “${title}” is not part of your role.`,
        `Ask ${either(who.map((role) => `the ${roleNames[role]}`))}.`,
      );
}

function blocked({ stage, blockers }: Gate): Refusal {
  const more = blockers.length > 3 ? ` and ${blockers.length - 3} more` : "";
  const said = blockers.slice(0, 3).map(({ say }) => say);
  const who = [...new Set(blockers.map((each) => each.who))];
  return refuse(
    "cycle.gate-blocked",
    `“${stageRules[stage].title}” is not finished: ${said.join(" ")}${more}`,
    `Can be cleared by ${who.join("; ")}. If the date is at risk, ask the commissioner for more time.`,
  );
}

/** What was let through openly goes into the history. */
function reasonOf({ excepted, qualified }: Gate): { readonly reason?: string } {
  const said = [
    ...excepted.map(({ check }) => `with an exception: ${check}`),
    ...qualified.map(({ check }) => `qualified: ${check}`),
  ];
  return said.length === 0 ? {} : { reason: [...new Set(said)].join("; ") };
}
