import { type Day, type Instant, londonDay } from "../day.ts";
import { type Moving, mayMove } from "../move.ts";
import { hasRole, type Person } from "../people/person.ts";
import { isRefusal, type Refusal, refuse } from "../refusal.ts";
import type { Action } from "../registers/actions.ts";
import { sameHand } from "../signoff/same-hand.ts";
import { type ActionStatus, actionMoves } from "./moves.ts";

export type ActionCommand =
  | { readonly move: "start" }
  | { readonly move: "wait"; readonly waitingFor: string; readonly chasedOn?: Day }
  | { readonly move: "offer-evidence"; readonly record: string; readonly note?: string }
  | { readonly move: "accept"; readonly cause?: string }
  | { readonly move: "send-back" | "reopen"; readonly reason: string }
  | { readonly move: "judge-effective" | "judge-not-yet" | "judge-too-early"; readonly reason: string };

/** Who asks, when, and everybody as they are today (for deputies). */
export interface Asking {
  readonly by: Person;
  readonly now: Instant;
  readonly everybody: readonly Person[];
}

type Changes = { readonly [K in keyof Action]?: Action[K] };

/** A move that may be made: what changes in the row, and the history's from, to and reason. */
export interface ActionDecision {
  readonly moving: Moving<ActionStatus>;
  readonly changes: Changes;
}

/** Decides one move of an action. */
export function decideAction(action: Action, command: ActionCommand, asking: Asking): ActionDecision | Refusal {
  const reason = "reason" in command ? command.reason : command.move === "wait" ? command.waitingFor : undefined;
  const moving = mayMove("action", actionMoves[command.move], { status: action.status, by: asking.by, reason });
  if (isRefusal(moving)) return moving;
  const refusal = refusedTo(action, command, asking);
  return refusal ?? { moving, changes: { status: moving.to, ...changesOf(action, command, asking) } };
}

function refusedTo(action: Action, command: ActionCommand, asking: Asking): Refusal | undefined {
  const { by, everybody } = asking;
  if (command.move === "start" || command.move === "wait" || command.move === "offer-evidence")
    return owns(action, by) ? refusedOffer(command) : notTheOwner();
  if (sameHand(by, action.owner, everybody) || offeredBy(action, asking))
    return refuse(
      "action.own-evidence",
      "You own this action, offered its evidence, or stand in for whoever did, so somebody else has to judge it.",
      "Another quality lead can.",
    );
  return command.move === "accept" ? refusedToAccept(action, command.cause) : undefined;
}

const refusedOffer = (command: ActionCommand): Refusal | undefined =>
  command.move === "offer-evidence" && !command.record.trim()
    ? refuse(
        "action.no-evidence",
        "No record is named, so nobody could look at the evidence.",
        "Give the number of the record in the care system, or the file.",
      )
    : undefined;

function refusedToAccept(action: Action, cause: string | undefined): Refusal | undefined {
  if (!action.evidence?.length)
    return refuse("action.no-evidence", "No evidence is recorded for this action.", "Ask its owner to offer evidence.");
  if (!(cause ?? action.cause)?.trim())
    return refuse(
      "action.no-cause",
      "The action cannot be completed before its cause is known.",
      "The registered manager says why it happened, or say it while you accept.",
    );
  if (action.source === "commissioner-request" && !action.commissionerTold)
    return refuse(
      "action.commissioner-not-told",
      "The commissioner asked for this action and has not been told that it is done.",
      "The contracts manager tells them and records it on the action.",
    );
  return undefined;
}

function changesOf(action: Action, command: ActionCommand, { by, now }: Asking): Changes {
  switch (command.move) {
    case "start":
      return { waitingFor: undefined };
    case "wait":
      return { waitingFor: command.waitingFor.trim(), chasedOn: command.chasedOn ?? londonDay(now) };
    case "offer-evidence": {
      const offered = {
        at: now,
        by: by.id,
        record: command.record.trim(),
        ...(command.note && { note: command.note }),
      };
      return { evidence: [...(action.evidence ?? []), offered] };
    }
    case "accept":
      return { acceptedBy: by.id, acceptedAt: now, ...(command.cause?.trim() && { cause: command.cause.trim() }) };
    case "send-back":
      return {};
    case "reopen":
      return { acceptedBy: undefined, acceptedAt: undefined, verdict: undefined };
    default:
      return { verdict: verdicts[command.move], verdictBy: by.id, verdictNote: command.reason.trim() };
  }
}

const verdicts = {
  "judge-effective": "effective",
  "judge-not-yet": "not-yet-effective",
  "judge-too-early": "too-early-to-say",
} as const;

/** The owner, or whoever stands in for them today. */
export const owns = ({ owner }: Pick<Action, "owner">, by: Person): boolean =>
  by.id === owner || by.deputyFor.includes(owner);

const offeredBy = ({ evidence = [] }: Action, { by, everybody }: Asking) =>
  evidence.some((each) => sameHand(by, each.by, everybody));

const notTheOwner = () =>
  refuse(
    "action.not-the-owner",
    "Only the owner of this action, or whoever stands in for them, can say that.",
    "Ask the owner, or have the registered manager name another owner.",
  );

/** True for people who look after other people's actions: they may note progress and grant more time. */
export const oversees = (by: Person): boolean =>
  hasRole(by, "registered-manager", "regional-manager", "quality-lead", "contracts-manager", "senior-leader");
