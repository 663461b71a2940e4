import { isRefusal } from "#domain/refusal.ts";
import { statusCard } from "../cards/status-card.ts";
import { type Asking, command } from "../command.ts";
import type { Reply } from "../reply.ts";
import { capital, sayCount, sayDay, sayRefusal } from "../say.ts";

export const cycleStatus = command({
  name: "cycle-status",
  title: "status of <contract>",
  help: "Which stage a contract's reporting is at, when it is due, and what blocks it.",
  hears: ({ said, contract, register, state }) =>
    /\b(status|stage|progress)\b/.test(said) ||
    /^(how|where) (is|are)\b/.test(said) ||
    (contract !== undefined && register === undefined && state === undefined),

  async run({ contract, rest }, asking) {
    if (contract === undefined) return { text: which(rest, asking) };
    const { person, place, ask, linkTo } = asking;
    const answer = await ask(person, "cycle-status", { contract: contract.key });
    if (isRefusal(answer)) return { text: sayRefusal(answer) };
    const blockers = capital(sayCount(answer.blockers.length, "thing blocks", "things block"));
    const due = answer.due === undefined ? "" : ` It is due on ${sayDay(answer.due)}.`;
    const text = `${answer.title}: stage ${answer.step} of 8, ${answer.stage}.${due} ${blockers} the next stage.`;
    const reply: Reply = { text };
    return place === "personal" ? { ...reply, card: statusCard(answer, linkTo) } : reply;
  },
});

function which(rest: readonly string[], { vocabulary: { contracts } }: Asking): string {
  const said = rest.filter((word) => !["status", "stage", "progress"].includes(word)).join(" ");
  const names = contracts.map(({ name }) => `“status of ${name}”`).join(" or ");
  const unknown = said === "" ? "Which contract do you mean?" : `I know no contract called “${said}”.`;
  return names === "" ? `${unknown} No contract is set up yet.` : `${unknown} Say ${names}.`;
}
