import { choice, instant, note, person, text, yesNo } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";

export const conversations = register({
  slug: "conversations",
  title: "Conversations",
  purpose: "Where the bot may speak: one chat for each person who has it, and the channels it was added to.",
  kind: "operational",
  words: { one: "conversation", many: "conversations" },
  headline: "conversation",
  brief: ["conversation", "kind", "person"],
  sealed: true,
  fields: {
    conversation: text("Conversation in Teams", { required: true, indexed: true }),
    kind: choice("Kind", ["personal", "channel", "group-chat", "meeting"], { required: true, indexed: true }),
    person: person("Person", { indexed: true, help: "In a personal chat." }),
    reference: note("How to reach it", { required: true, help: "The bot framework's conversation reference as JSON." }),
    lastSeenAt: instant("Last heard from"),
    removed: yesNo("The bot was removed"),
  },
});

export interface Conversation extends Row<typeof conversations> {}
