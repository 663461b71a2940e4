import type { CardFacts } from "../operations/card-facts.ts";

/** Words, and the facts of a card where there is one. */
export interface ChannelMessage {
  /** Reads by itself, e.g. in a notification. */
  readonly text: string;
  readonly card?: CardFacts | undefined;
}

/**
 * What became of a message. `unreachable`: it certainly did not arrive. `unknown`: it may have, so that it is never sent
 * again by itself but shown to a person.
 */
export type Delivery = { readonly activityId: string } | "unknown" | "unreachable";

/** What became of redrawing a card. It may be asked for again without harm. */
export type Redrawn = "updated" | "unknown" | "unreachable";

/** Where the bot speaks. The bot implements it; nothing else of it is known here. */
export interface Channel {
  /** @param reference a conversation's `reference`, as the bot gave it to be kept */
  send(reference: string, message: ChannelMessage): Promise<Delivery>;
  /** Puts a card in the place of one sent before. */
  update(reference: string, activityId: string, card: CardFacts): Promise<Redrawn>;
}
