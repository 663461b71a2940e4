import type { Person } from "#domain/people/person.ts";
import { refuse } from "#domain/refusal.ts";
import { actions } from "#domain/registers/actions.ts";
import { registers } from "#domain/registers/index.ts";
import type { Ask, OperationsAsked } from "../../bot/ask.ts";
import type { ActionCardFacts, SignOffCardFacts } from "../../bot/card-facts.ts";
import type { Vocabulary } from "../../bot/vocabulary.ts";

export const TENANT = "11111111-1111-4111-8111-111111111111";
export const BOT = "44444444-4444-4444-8444-444444444444";
export const NONCE = "nonce-0123456789abcdef";

export const vocabulary: Vocabulary = {
  registers,
  services: [
    { key: "ashdown", name: "Ashdown" },
    { key: "birchwood", name: "Birchwood" },
    { key: "elm-house", name: "Elm House" },
  ],
  contracts: [
    { key: "westshire", name: "Westshire County Council" },
    { key: "eastmoor", name: "Eastmoor Borough Council" },
  ],
};

export const personWith = (id: string, name: string): Person => ({
  id,
  name,
  assignments: [{ role: "registered-manager", services: "all", contracts: "all" }],
  safeguarding: true,
  deputyFor: [],
});

export const niamh = personWith("aaaaaaaa-0000-4000-8000-000000000006", "Niamh Gallagher");

export const signOff: SignOffCardFacts = {
  ask: "westshire-2026-q3-v1-approver",
  what: "Evidence pack, Westshire County Council, July to September 2026",
  version: 1,
  role: "Approver",
  due: "2026-10-16",
  contentHash: "ab12".repeat(16),
  openDoubts: ["Two visits at Birchwood have no plan."],
  authors: ["Eleanor Whitcombe"],
  validators: ["Harriet Lockwood"],
  link: "/approve/westshire-2026-q3-v1-approver",
  state: "asked",
  nonce: NONCE,
};

export const overdueAction: ActionCardFacts = {
  key: "at-1",
  title: "Retrain night staff on controlled drugs checks",
  service: "Birchwood",
  owner: "Leon Campbell",
  due: "2026-10-01",
  daysOverdue: 11,
  evidenceRequired: "Ten checks in a row with two signatures",
  link: "/actions/at-1",
  nonce: NONCE,
};

type Answers = { readonly [Name in keyof OperationsAsked]: OperationsAsked[Name]["answer"] };

const found = (total: number): Answers["find-rows"] => ({
  asOf: "2026-10-12T09:15:00Z",
  total,
  rows: Array.from({ length: Math.min(total, 20) }, (_, at) => ({
    key: `at-${at + 1}`,
    headline: `Action number ${at + 1}`,
    facts: [
      { label: actions.fields.service.label, value: "Birchwood" },
      { label: actions.fields.owner.label, value: "Leon Campbell" },
    ],
    daysOverdue: 30 - at,
    link: `/actions/at-${at + 1}`,
  })),
});

export const answers: Answers = {
  "my-work": {
    items: [
      { key: signOff.ask, kind: "sign-off", title: signOff.what, due: "2026-10-10", overdue: true, link: signOff.link },
      {
        key: "at-1",
        kind: "action",
        title: overdueAction.title,
        due: "2026-10-20",
        overdue: false,
        link: "/actions/at-1",
      },
    ],
  },
  "cycle-status": {
    title: "Westshire County Council, July to September 2026",
    stage: "Validate",
    step: 3,
    due: "2026-10-23",
    blockers: [{ what: "Four sampled visits are not checked yet", who: "Harriet Lockwood", link: "/validation" }],
    link: "/cycles/westshire-2026-q3",
  },
  "find-rows": found(4),
  "open-sign-off": signOff,
  "use-card-action": {
    say: "Signed. Thank you.",
    card: { kind: "sign-off", facts: { ...signOff, state: "approved", nonce: undefined } },
  },
};

export interface Asked {
  readonly person: string;
  readonly operation: string;
  readonly input: unknown;
}

/**
 * Answers in the place of the operations, and remembers what was asked. As they do, it gives a nonce's first answer again
 * and refuses a nonce it does not know.
 */
export function fakeOperations(changed: Partial<Answers> = {}): { readonly ask: Ask; readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const all: Answers = { ...answers, ...changed };
  const ask: Ask = async (person, operation, input) => {
    asked.push({ person: person.id, operation, input });
    if (operation === "use-card-action" && (input as { nonce: string }).nonce !== NONCE)
      return refuse("card.unknown", "This button is not one of ours, or not for you.", "Open the item in the tab.");
    return all[operation];
  };
  return { ask, asked };
}

export const linkTo = (path: string): string => `https://tab.example${path}`;
