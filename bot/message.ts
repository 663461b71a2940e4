import type { CardFacts } from "./ask.ts";

/** What others in the product send through the bot: words, and the facts of a card where there is one. */
export interface Message {
  /** Reads aloud by itself, e.g. in a notification. */
  readonly text: string;
  readonly card?: CardFacts | undefined;
}

/**
 * What became of it. `unreachable`: it was certainly not delivered (refused, or the channel could not be reached), so it
 * may be sent again. `unknown`: it may have been; it is never sent again, but recorded and shown.
 */
export type Sent = { readonly activityId: string } | "unknown" | "unreachable";
