import { isRefusal } from "#domain/refusal.ts";
import type { WorkItem } from "../ask.ts";
import { listCard } from "../cards/list-card.ts";
import { command } from "../command.ts";
import { capital, sayCount, sayDay, sayRefusal } from "../say.ts";

export const myWork = command({
  name: "my-work",
  title: "my work",
  help: "Everything that waits for you, the most pressing first.",
  hears: ({ said }) =>
    /\b(my|mine)\b/.test(said) && !/\bsign ?offs?\b/.test(said)
      ? true
      : /^(to do|todo|what do i (need|have) to do|what is waiting for me|what should i do)/.test(said),

  async run({ state, said }, { person, place, ask, linkTo }) {
    const answer = await ask(person, "my-work", {});
    if (isRefusal(answer)) return { text: sayRefusal(answer) };
    const late = state === "overdue";
    const items = late ? answer.items.filter(({ overdue }) => overdue) : answer.items;
    const text = sentence(items, late);
    if (place !== "personal" || items.length === 0) return { text };
    return {
      text,
      card: listCard({
        title: /action/.test(said) ? "Your actions and other work" : "Your work",
        items: items.map(shown(linkTo)),
      }),
    };
  },
});

const sentence = (items: readonly WorkItem[], late: boolean): string => {
  if (items.length === 0) return late ? "Nothing of yours is overdue." : "Nothing is waiting for you.";
  const overdue = items.filter((item) => item.overdue).length;
  const things = capital(sayCount(items.length, "thing", "things"));
  if (late) return `${things} of yours ${items.length === 1 ? "is" : "are"} overdue.`;
  return `${things} ${items.length === 1 ? "waits" : "wait"} for you, ${overdue === 0 ? "none" : overdue} overdue.`;
};

const shown = (linkTo: (path: string) => string) => (item: WorkItem) => ({
  headline: item.title,
  url: linkTo(item.link),
  facts: [
    { label: "What", value: item.kind },
    ...(item.due === undefined
      ? []
      : [{ label: "Due", value: `${sayDay(item.due)}${item.overdue ? ", overdue" : ""}` }]),
  ],
});
