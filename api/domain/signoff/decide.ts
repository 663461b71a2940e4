import { type Instant, londonDay } from "../day.ts";
import type { Person } from "../people/person.ts";
import { roleNames } from "../people/role.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { Answers } from "../register/register.ts";
import type { SignOff, signOffs } from "../registers/sign-offs.ts";
import { barredAs, handsIn } from "./hands.ts";
import { type AssuranceProfile, type Capacity, capacityOf } from "./needed.ts";
import { decisionOf, signOffState } from "./state.ts";

/** What is known when somebody signs: read fresh, never from a card. */
export interface SignOffFacts {
  readonly ask: SignOff;
  /** Every sign-off row about the same subject, asks and decisions. */
  readonly rows: readonly SignOff[];
  /** SHA-256 of the content as it is now. */
  readonly currentHash: string;
  /** Everybody who wrote any of it, and everybody who checked any of it (Entra object ids). */
  readonly authors: readonly string[];
  readonly validators: readonly string[];
  readonly profile: AssuranceProfile;
  /** Everybody as they are today; whoever left is not there. */
  readonly everybody: readonly Person[];
}

export interface SignOffCommand {
  readonly by: Person;
  readonly decision: "approve" | "return";
  readonly reason?: string | undefined;
  /** Hash of what the person had before them. */
  readonly contentHash: string;
  readonly via: "tab" | "card";
}

/** The decision to add, under {@link decisionKey}; or the first answer, when it was decided before. */
export type SignOffOutcome = { readonly add: Answers<typeof signOffs> } | { readonly already: SignOff };

/** Decides one sign-off. Only the person asked, or whoever stands in for them today, gets past the first rule. */
export function decideSignOff(facts: SignOffFacts, command: SignOffCommand, now: Instant): SignOffOutcome | Refusal {
  const { ask, rows } = facts;
  const { by, decision, contentHash, via } = command;
  const wrongPerson = refusedPerson(facts, by);
  if (wrongPerson) return wrongPerson;
  const already = decisionOf(ask, rows);
  if (already) return { already };
  const refused = refusedContent(facts, contentHash, now) ?? refusedHands(facts, command);
  if (refused) return refused;
  const reason = command.reason?.trim();
  if (decision === "return" && !reason)
    return refuse(
      "signoff.reason-missing",
      "Something is returned only with a reason, so that it can be put right.",
      "Say in a sentence what has to change, and return it again.",
    );
  return {
    add: {
      ...answersOf(ask),
      kind: "decision",
      ask: ask.key,
      person: by.id,
      ...(by.id !== ask.person && { standingInFor: ask.person }),
      decision,
      ...(reason && { reason }),
      decidedAt: now,
      via,
    },
  };
}

/** What a decision repeats of its ask. */
const answersOf = ({ about, subject, subjectVersion, contentHash, contract, services, cycle, role }: SignOff) => ({
  about,
  subject,
  subjectVersion,
  contentHash,
  contract,
  services,
  cycle,
  role,
});

function refusedPerson({ ask, everybody }: SignOffFacts, by: Person): Refusal | undefined {
  const standsIn = by.deputyFor.includes(ask.person);
  const known = everybody.some(({ id }) => id === by.id);
  return known && (by.id === ask.person || standsIn)
    ? undefined
    : refuse(
        "signoff.not-asked",
        "Somebody else was asked to sign this.",
        `The person asked, as ${roleNames[ask.role]}, can; so can whoever stands in for them while they are away.`,
      );
}

function refusedContent({ ask, currentHash }: SignOffFacts, contentHash: string, now: Instant): Refusal | undefined {
  const state = signOffState(ask, undefined, { currentHash, today: londonDay(now) });
  if (state === "no-longer-valid" || contentHash !== currentHash)
    return refuse(
      "signoff.void",
      "The content has changed since you were asked, so this is no longer what you would sign.",
      "Open it as it is now. The contracts manager asks for sign-off again.",
    );
  return state === "lapsed"
    ? refuse("signoff.lapsed", "The time to answer ran out.", "The contracts manager can ask again.")
    : undefined;
}

const did: Readonly<Record<Capacity, string>> = {
  author: "wrote part of it",
  validator: "checked part of it",
  approver: "have already approved it",
};

function refusedHands(facts: SignOffFacts, { by, decision }: SignOffCommand): Refusal | undefined {
  if (decision === "return") return undefined;
  const { ask, rows, profile, everybody } = facts;
  const decisions = rows.filter(({ kind, contentHash }) => kind === "decision" && contentHash === facts.currentHash);
  const hands = handsIn(facts, decisions);
  const barred = barredAs(by, capacityOf(ask.about, ask.role), { hands, profile, everybody });
  return barred
    ? refuse(
        "signoff.same-person",
        `You, or somebody you stand in for or who stands in for you, ${did[barred]}. Author, validator and approver are different people.`,
        `Ask the contracts manager to name another ${roleNames[ask.role]}.`,
      )
    : undefined;
}
