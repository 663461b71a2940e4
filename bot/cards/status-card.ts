import type { OperationsAsked } from "../ask.ts";
import { capital, sayCount, sayDay, shortened } from "../say.ts";
import { type Card, card, fact, heading, linked, words } from "./card.ts";

type Status = OperationsAsked["cycle-status"]["answer"];

const SHOWN = 8;

/** Where a contract's reporting stands and what blocks its next stage. */
export function statusCard(
  { title, stage, step, due, blockers, link }: Status,
  linkTo: (path: string) => string,
): Card {
  const more = blockers.length - SHOWN;
  return card(
    title,
    [
      heading("Reporting cycle"),
      words(shortened(title, 255)),
      fact("Stage", `${step} of 8, ${stage}`),
      ...(due === undefined ? [] : [fact("Due", sayDay(due))]),
      fact("Blocks the next stage", capital(sayCount(blockers.length, "thing", "things"))),
      ...blockers
        .slice(0, SHOWN)
        .flatMap(({ what, who, link: to }) => [
          to === undefined ? words(shortened(what, 300)) : linked(shortened(what, 300), linkTo(to)),
          fact("Who can clear it", shortened(who, 255)),
        ]),
      ...(more > 0 ? [words(`And ${more} more.`)] : []),
    ],
    [{ type: "Action.OpenUrl", title: "Open the cycle", url: linkTo(link) }],
  );
}
