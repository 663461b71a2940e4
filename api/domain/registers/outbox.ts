import { choice, instant, note, number, person, reference, text } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";

/** After an ambiguous failure a message is `unknown`, never sent again by itself: posting to Teams is not idempotent. */
export const outbox = register({
  slug: "outbox",
  title: "Outbox",
  purpose: "Messages the bot has to send, when each is due, and what became of it.",
  kind: "operational",
  words: { one: "message", many: "messages" },
  headline: "subject",
  brief: ["subject", "kind", "to", "dueAt", "state"],
  status: "state",
  fields: {
    kind: choice(
      "Kind",
      [
        "action-reminder",
        "action-update",
        "sign-off-ask",
        "sign-off-update",
        "gate-blocked",
        "early-warning",
        "job-done",
        "notice",
      ],
      { required: true, indexed: true },
    ),
    to: person("To", { indexed: true, help: "Empty for a channel." }),
    conversation: reference("Conversation", "conversations", { indexed: true }),
    subject: text("About", { required: true, indexed: true, max: 120, help: "Key of the row it is about." }),
    subjectRegister: text("In", { max: 60 }),
    body: note("What the card is made from", { help: "Keys and codes as JSON, never content of a row." }),
    dueAt: instant("Due at", { required: true, indexed: true }),
    claimedUntil: instant("Being sent until"),
    sentAt: instant("Sent at"),
    activity: text("Message in Teams", { help: "Of one not sent yet: the card in whose place it goes." }),
    attempts: number("Attempts", { required: true }),
    error: text("What went wrong"),
    state: choice("State", ["due", "claimed", "sending", "sent", "unknown", "unreachable", "not-needed"], {
      required: true,
      indexed: true,
    }),
  },
});

export interface OutboxMessage extends Row<typeof outbox> {}
