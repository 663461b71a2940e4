import { isRefusal } from "#domain/refusal.ts";
import { signOffCard } from "../cards/sign-off-card.ts";
import { command } from "../command.ts";
import { capital, sayCount, sayRefusal } from "../say.ts";

/** What `my-work` calls an ask to sign. */
const KIND = "sign-off";

export const signOffs = command({
  name: "sign-offs",
  title: "my sign-offs",
  help: "What waits for your signature, with the card to sign the most pressing one.",
  hears: ({ said }) =>
    /\b(my|mine|waiting)\b.*\b(sign offs?|signatures?|approvals?)\b/.test(said) || said === "sign offs",

  async run(_, { person, place, ask, linkTo }) {
    if (place !== "personal") return { text: "Sign-offs are between you and me. Ask me in our own chat." };
    const work = await ask(person, "my-work", {});
    if (isRefusal(work)) return { text: sayRefusal(work) };
    const asks = work.items.filter(({ kind }) => kind === KIND);
    const first = asks[0];
    if (first === undefined) return { text: "Nothing waits for your signature." };
    const facts = await ask(person, "open-sign-off", { ask: first.key });
    if (isRefusal(facts)) return { text: sayRefusal(facts) };
    const waits = asks.length === 1 ? "waits" : "wait";
    return {
      text: `${capital(sayCount(asks.length, "sign-off", "sign-offs"))} ${waits} for you. Here is ${facts.what}.`,
      card: signOffCard(facts, linkTo),
    };
  },
});
