import type { SignOffCardFacts } from "../card-facts.ts";
import { capital, sayDay, sayMoment, shortened } from "../say.ts";
import { type Action, type Card, card, type Element, fact, heading, words } from "./card.ts";

const titles = {
  asked: "Your sign-off is asked for",
  approved: "Signed",
  returned: "Returned",
  "no-longer-valid": "No longer valid",
  lapsed: "No longer open",
} satisfies Record<SignOffCardFacts["state"], string>;

const because = {
  asked:
    "You sign exactly what carries this fingerprint. If it changes, your signature no longer counts and you are asked again.",
  approved: undefined,
  returned: undefined,
  "no-longer-valid": "What was to be signed has changed since. A new sign-off will be asked for.",
  lapsed: "The time to sign has passed. The contracts manager can ask again.",
} satisfies Record<SignOffCardFacts["state"], string | undefined>;

/** The card to sign or return something, and what it becomes once that is done or no longer possible. */
export function signOffCard(facts: SignOffCardFacts, linkTo: (path: string) => string): Card {
  const { state, nonce } = facts;
  const open = state === "asked" && nonce !== undefined;
  const reason = because[state];
  return card(
    `${titles[state]}: ${facts.what}`,
    [heading(titles[state]), words(shortened(facts.what, 300)), ...about(facts), ...(reason ? [words(reason)] : [])],
    [
      { type: "Action.OpenUrl", title: open ? "Read it before you sign" : "Open", url: linkTo(facts.link) },
      ...(open ? deciding(nonce) : []),
    ],
    open ? nonce : undefined,
  );
}

function about({ version, role, due, contentHash, openDoubts, authors, validators, decided, state }: SignOffCardFacts) {
  const shown: readonly (readonly [string, string | undefined])[] = [
    ["Version", String(version)],
    ["Fingerprint", contentHash.slice(0, 12)],
    ["Asked as", role],
    ["Due", state === "asked" && due !== undefined ? sayDay(due) : undefined],
    ["Written by", people(authors)],
    ["Checked by", people(validators)],
    ["Still in doubt", openDoubts.length === 0 ? "Nothing" : openDoubts.slice(0, 8).join(" ")],
    [capital(state.replaceAll("-", " ")), decided && `by ${decided.byName} on ${sayMoment(decided.at)}`],
    ["Reason", decided?.reason],
  ];
  return shown.flatMap(([label, value]): readonly Element[] =>
    value === undefined ? [] : [fact(label, shortened(value, 1500))],
  );
}

const people = (names: readonly string[]): string => (names.length === 0 ? "Nobody yet" : names.join(", "));

const deciding = (nonce: string): readonly Action[] => [
  {
    type: "Action.Execute",
    title: "Sign",
    verb: "approve",
    data: { nonce },
    style: "positive",
    associatedInputs: "none",
  },
  {
    type: "Action.ShowCard",
    title: "Return with a reason",
    card: {
      type: "AdaptiveCard",
      body: [
        {
          type: "Input.Text",
          id: "reason",
          label: "What has to be put right? No names of people we support.",
          isRequired: true,
          errorMessage: "Say what has to be put right.",
          isMultiline: true,
          maxLength: 1000,
        },
      ],
      actions: [{ type: "Action.Execute", title: "Return it", verb: "return", data: { nonce } }],
    },
  },
];
