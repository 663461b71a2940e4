import type { Moves } from "../move.ts";
import type { Action } from "../registers/actions.ts";

export type ActionStatus = Action["status"];

const unfinished = ["open", "in-progress", "waiting"] as const;
const finished = ["complete", "effective", "not-yet-effective", "too-early-to-say"] as const;

/**
 * Everything that can happen to an action. `anyone` is narrowed by the rules in `decide.ts`: the owner starts, waits and
 * offers; a quality lead who is not the owner accepts; *complete* is not *effective*.
 */
export const actionMoves = {
  start: { from: ["open", "waiting"], to: "in-progress", who: "anyone", needsReason: false, says: "start the action" },
  wait: {
    from: ["open", "in-progress"],
    to: "waiting",
    who: "anyone",
    needsReason: true,
    says: "say that the action waits for somebody else",
  },
  "offer-evidence": {
    from: unfinished,
    to: "evidence-offered",
    who: "anyone",
    needsReason: false,
    says: "offer evidence",
  },
  accept: {
    from: ["evidence-offered"],
    to: "complete",
    who: ["quality-lead"],
    needsReason: false,
    says: "accept the evidence",
  },
  "send-back": {
    from: ["evidence-offered"],
    to: "in-progress",
    who: ["quality-lead"],
    needsReason: true,
    says: "send the evidence back",
  },
  "judge-effective": {
    from: ["complete", "not-yet-effective", "too-early-to-say"],
    to: "effective",
    who: ["quality-lead"],
    needsReason: true,
    says: "record that it worked",
  },
  "judge-not-yet": {
    from: ["complete", "effective", "too-early-to-say"],
    to: "not-yet-effective",
    who: ["quality-lead"],
    needsReason: true,
    says: "record that it has not worked yet",
  },
  "judge-too-early": {
    from: ["complete", "not-yet-effective"],
    to: "too-early-to-say",
    who: ["quality-lead"],
    needsReason: true,
    says: "record that it is too early to say",
  },
  reopen: {
    from: finished,
    to: "in-progress",
    who: ["quality-lead"],
    needsReason: true,
    says: "open the action again",
  },
} as const satisfies Moves<ActionStatus>;

export type ActionMove = keyof typeof actionMoves;

/** Done means somebody other than the owner accepted the evidence; whether it worked is another question. */
export const isDone = ({ status }: Pick<Action, "status">): boolean => finished.some((each) => each === status);
