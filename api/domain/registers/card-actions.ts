import { hash, instant, note, person, text, yesNo } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";

export const cardActions = register({
  slug: "card-actions",
  title: "Card actions",
  purpose: "What each button on a card may do, for whom and until when, so that it works once and for nobody else.",
  kind: "operational",
  words: { one: "card action", many: "card actions" },
  headline: "item",
  brief: ["item", "verb", "person", "expires"],
  sealed: true,
  fields: {
    nonce: text("One-time code", { required: true, indexed: true, max: 64, restricted: true }),
    item: text("About", { required: true, indexed: true, max: 120, help: "Key of the row it is about." }),
    itemRegister: text("In", { max: 60 }),
    itemVersion: text("Its version", { max: 80, help: "What the person saw when the card was sent." }),
    contentHash: hash("Fingerprint of what was read"),
    verb: text("What it does", { required: true, max: 60 }),
    person: person("For whom", { required: true, indexed: true }),
    shared: yesNo("Others read along", { help: "The card is in a channel: counts and titles only." }),
    expires: instant("Until", { required: true, indexed: true }),
    answer: note("What was answered", { help: "Answered again, word for word, when Teams delivers the click twice." }),
    usedAt: instant("Used at"),
  },
});

export interface CardAction extends Row<typeof cardActions> {}
