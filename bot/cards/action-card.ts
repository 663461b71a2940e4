import type { ActionCardFacts } from "../card-facts.ts";
import { sayDay, sayOverdue, shortened } from "../say.ts";
import { type Action, type Card, card, type Element, fact, heading, words } from "./card.ts";

/** Reminds the owner of an overdue action, and takes their answer on the spot; says so once it is complete. */
export function actionCard(facts: ActionCardFacts, linkTo: (path: string) => string): Card {
  const { title, service, owner, due, daysOverdue, evidenceRequired, answered, done = false, nonce, link } = facts;
  const open = nonce !== undefined && answered === undefined && !done;
  const says = titleOf(facts);
  return card(
    `${says}: ${title}`,
    [
      heading(says),
      words(shortened(title, 300)),
      fact("Service", service ?? "The whole organisation"),
      fact("Owner", owner),
      fact("Due", done ? sayDay(due) : `${sayDay(due)}, ${sayOverdue(daysOverdue)}`),
      ...(evidenceRequired === undefined ? [] : [fact("What will show it is done", shortened(evidenceRequired, 600))]),
      ...(answered === undefined ? [] : [fact("You answered", shortened(answered, 1500))]),
    ],
    [{ type: "Action.OpenUrl", title: "Open the action", url: linkTo(link) }, ...(open ? answers(nonce) : [])],
    open ? nonce : undefined,
  );
}

function titleOf({ done = false, answered }: ActionCardFacts): string {
  if (done) return "This action is complete";
  return answered === undefined ? "An action of yours is overdue" : "Thank you, this is recorded";
}

const answers = (nonce: string): readonly Action[] => [
  answer(nonce, "Say progress", "progress", "Save progress", [
    line("text", "What has been done? No names of people we support.", "Say what has been done.", 2000),
  ]),
  answer(nonce, "Offer evidence", "offer-evidence", "Offer it", [
    line("record", "Record number in the care system, or the file's name", "Name the record or file.", 255),
    line("note", "What does it show?", "Say what it shows.", 2000),
  ]),
  answer(nonce, "Ask for more time", "more-time", "Ask", [
    { type: "Input.Date", id: "until", label: "Until when?", isRequired: true, errorMessage: "Choose a day." },
    line("reason", "Why is more time needed?", "Say why.", 1000),
  ]),
];

const line = (id: string, label: string, errorMessage: string, maxLength: number): Element => ({
  type: "Input.Text",
  id,
  label,
  isRequired: true,
  errorMessage,
  isMultiline: true,
  maxLength,
});

const answer = (nonce: string, title: string, verb: string, send: string, body: readonly Element[]): Action => ({
  type: "Action.ShowCard",
  title,
  card: {
    type: "AdaptiveCard",
    body,
    actions: [{ type: "Action.Execute", title: send, verb, data: { nonce } }],
  },
});
