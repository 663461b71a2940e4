import { shortened } from "../say.ts";
import { bytesOf, type Card, card, fact, heading, LONGEST_CARD, linked, words } from "./card.ts";

interface ListItem {
  /** Never restricted. */
  readonly headline: string;
  readonly url: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

interface List {
  /** Our own words. */
  readonly title: string;
  /** How many there are when `items` holds only the first of them. */
  readonly total?: number;
  readonly items: readonly ListItem[];
}

const SHOWN = 10;

/** Rows, each a link to itself with its facts; as many as fit on a card, and how many more there are. */
export function listCard(list: List, shown = Math.min(SHOWN, list.items.length)): Card {
  const more = (list.total ?? list.items.length) - shown;
  const made = card(list.title, [
    heading(list.title),
    ...list.items
      .slice(0, shown)
      .flatMap(({ headline, url, facts }) => [
        linked(shortened(headline, 255), url),
        ...facts.slice(0, 6).map(({ label, value }) => fact(label, shortened(value, 255))),
      ]),
    ...(more > 0 ? [words(`And ${more.toLocaleString("en-GB")} more. Open the tab to see them all.`)] : []),
  ]);
  return bytesOf(made) <= LONGEST_CARD || shown <= 1 ? made : listCard(list, shown - 1);
}
