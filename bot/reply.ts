import type { Card } from "./cards/card.ts";

/** What the bot says: always words, so that it reads in a notification or aloud, and sometimes a card. */
export interface Reply {
  readonly text: string;
  readonly card?: Card;
}
