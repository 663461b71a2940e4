/** Where the bot may speak: what has to be kept to start talking there later. Plain JSON, no secrets. */
export interface Reference {
  /** The conversation's id; a channel's own id, not a thread in it. */
  readonly conversation: string;
  readonly place: Place;
  readonly tenantId: string;
  readonly serviceUrl: string;
  /** In a personal chat: whose it is, by Entra object id. */
  readonly person?: string | undefined;
  /** The channel's id of the person, e.g. `29:…`; in a personal chat only. */
  readonly channelUser?: string | undefined;
  /** The name of the chat, team or channel, where the channel told it. */
  readonly name?: string | undefined;
}

/** Only in a personal chat does nobody else read along. */
export type Place = "personal" | "group" | "channel";
