import { type Command, command } from "../command.ts";

const greetings = new Set(["", "help", "hello", "hi", "hey", "good morning", "good afternoon", "commands", "start"]);

export const help = (others: readonly Command[]): Command =>
  command({
    name: "help",
    title: "help",
    help: "What you can say to me.",
    hears: ({ said }) => greetings.has(said) || /^what can (you|i) (do|say|ask)/.test(said),
    run: async () => ({ text: helpText(others) }),
  });

/** What the bot says when it is asked for help, and when it is first met. */
export const helpText = (commands: readonly Command[]): string =>
  [
    "I am Line of Sight. I remind you of what is due, bring sign-offs to you, and answer questions. You can say:",
    ...commands.map(({ title, help: what }) => `- “${title}”: ${what}`),
    "I show only what you may see. In a channel I give numbers and titles; ask me here in our own chat for more.",
  ].join("\n");
