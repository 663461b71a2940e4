import { type Instant, londonDay } from "#domain/day.ts";
import { roleNames } from "#domain/people/role.ts";
import { contracts } from "#domain/registers/contracts.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { type Pack, packs } from "#domain/registers/packs.ts";
import { type SignOff, signOffs } from "#domain/registers/sign-offs.ts";
import { decisionOf, signOffState } from "#domain/signoff/state.ts";
import type { Outside } from "../outside.ts";
import { draftedContent } from "../packs/build-content.ts";
import { periodWords, sentence } from "../packs/plain-words.ts";
import type { SignOffCardFacts } from "./card-facts.ts";
import { cycleFacts } from "./cycle-facts.ts";
import { nameOf } from "./everybody.ts";
import { openDoubts } from "./open-doubts.ts";

/** What the person asked may do from the card. */
export const signOffVerbs = ["approve", "return"] as const;

type State = SignOffCardFacts["state"];

/** What is to be signed, in words, from its ask alone: “Evidence pack, Westshire County Council, 1 July to 30 September 2026”. */
export function whatToSign({ store }: Pick<Outside, "store">, ask: SignOff): string {
  const cycle = ask.cycle && store.one(cycles, ask.cycle);
  const contract = ask.contract && store.one(contracts, ask.contract);
  if (ask.about !== "pack" || !cycle || !contract) return `${sentence(ask.about)} ${ask.subject}`;
  return `Evidence pack, ${contract.commissioner}, ${periodWords({ from: cycle.periodFrom, to: cycle.periodTo })}`;
}

/** Where an ask stands now, by the pack's row; an ask about anything else stands as it was asked. */
export function stateOfAsk({ store }: Pick<Outside, "store">, ask: SignOff, now: Instant): State {
  const pack = store.one(packs, ask.subject);
  const decision = decisionOf(ask, store.all(signOffs));
  const currentHash = pack?.contentHash ?? ask.contentHash;
  const state = signOffState(ask, decision, { currentHash, today: londonDay(now) });
  return state === "asked" && pack && pack.status !== "draft" ? "no-longer-valid" : state;
}

/**
 * What the card for a sign-off tells, as it stands now.
 * @param shared others read along, who may not know what the doubts are: they are only counted
 */
export async function signOffCard(
  outside: Outside,
  ask: SignOff,
  now: Instant,
  { shared = false }: { readonly shared?: boolean | undefined } = {},
): Promise<SignOffCardFacts> {
  const { store } = outside;
  const pack = store.one(packs, ask.subject);
  const decision = decisionOf(ask, store.all(signOffs));
  const doubts = pack ? await doubtsOf(outside, pack, now) : [];
  return {
    ask: ask.key,
    what: whatToSign(outside, ask),
    version: pack?.packVersion ?? Number(ask.subjectVersion ?? 1),
    role: sentence(roleNames[ask.role]),
    ...(ask.due && { due: ask.due }),
    contentHash: ask.contentHash,
    openDoubts: shared ? counted(doubts) : doubts,
    authors: (pack?.authors ?? []).map((id) => nameOf(outside, id)),
    validators: (pack?.validators ?? []).map((id) => nameOf(outside, id)),
    link: linkToSign(ask),
    state: stateOfAsk(outside, ask, now),
    ...(decision?.decidedAt && {
      decided: {
        byName: nameOf(outside, decision.person),
        at: decision.decidedAt,
        ...(decision.reason && !shared && { reason: decision.reason }),
      },
    }),
  };
}

const counted = ({ length }: readonly string[]): string[] =>
  length === 0 ? [] : [length === 1 ? "One thing; read it in the tab." : `${length} things; read them in the tab.`];

/** The page of the tab on which it is read before it is signed. */
export const linkToSign = ({ key, cycle }: SignOff): string =>
  cycle ? `/cycles/${cycle}/approve` : `/registers/sign-offs/${key}`;

async function doubtsOf(outside: Outside, pack: Pack, now: Instant): Promise<string[]> {
  const { limitations } = await draftedContent(outside, pack);
  return openDoubts(await cycleFacts(outside, pack.cycle), limitations, now);
}
