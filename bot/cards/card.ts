interface TextRun {
  readonly type: "TextRun";
  readonly text: string;
  readonly weight?: "Bolder";
  readonly selectAction?: OpenUrl;
}

interface TextInput {
  readonly type: "Input.Text";
  readonly id: string;
  readonly label: string;
  readonly isRequired?: true;
  readonly errorMessage?: string;
  readonly isMultiline?: true;
  readonly maxLength: number;
}

interface DateInput {
  readonly type: "Input.Date";
  readonly id: string;
  readonly label: string;
  readonly isRequired: true;
  readonly errorMessage: string;
}

export type Element =
  | {
      readonly type: "TextBlock";
      readonly text: string;
      readonly style?: "heading";
      readonly size?: "Medium";
      readonly weight?: "Bolder";
      readonly wrap: true;
    }
  | {
      readonly type: "RichTextBlock";
      readonly inlines: readonly TextRun[];
      readonly spacing?: "Small" | "Medium";
      readonly separator?: true;
    }
  | TextInput
  | DateInput;

export interface Execute {
  readonly type: "Action.Execute";
  readonly title: string;
  readonly verb: string;
  /** An opaque nonce and nothing else: what it stands for is the server's to know. */
  readonly data: { readonly nonce: string };
  readonly style?: "positive" | "destructive";
  readonly associatedInputs?: "auto" | "none";
}

interface OpenUrl {
  readonly type: "Action.OpenUrl";
  readonly title: string;
  readonly url: string;
}

export type Action =
  | OpenUrl
  | {
      readonly type: "Action.ShowCard";
      readonly title: string;
      readonly card: {
        readonly type: "AdaptiveCard";
        readonly body: readonly Element[];
        readonly actions: readonly Execute[];
      };
    }
  | Execute;

/** Teams takes a card of at most 28 KB. */
export const LONGEST_CARD = 28 * 1024;

export const bytesOf = (made: Card): number => new TextEncoder().encode(JSON.stringify(made)).length;

/** Adaptive Card 1.5, at most 28 KB as JSON. */
export interface Card {
  readonly type: "AdaptiveCard";
  readonly $schema: string;
  readonly version: "1.5";
  readonly fallbackText: string;
  readonly lang: "en";
  readonly refresh?: { readonly action: Omit<Execute, "title">; readonly userIds: readonly string[] };
  readonly body: readonly Element[];
  readonly actions: readonly Action[];
}

/** A card that asks the server how things stand when somebody chooses to refresh it; by itself it refreshes for nobody. */
const refreshing = (nonce: string): Card["refresh"] => ({
  action: { type: "Action.Execute", verb: "look", data: { nonce } },
  userIds: [],
});

export const card = (
  fallbackText: string,
  body: readonly Element[],
  actions: readonly Action[] = [],
  nonce?: string,
): Card => ({
  type: "AdaptiveCard",
  $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
  version: "1.5",
  fallbackText,
  lang: "en",
  ...(nonce === undefined ? {} : { refresh: refreshing(nonce) }),
  body,
  actions,
});

/** Our own words only: a TextBlock interprets Markdown and `{{DATE()}}`. */
export const heading = (text: string): Element => ({
  type: "TextBlock",
  text,
  style: "heading",
  size: "Medium",
  weight: "Bolder",
  wrap: true,
});

/** Even a TextRun turns `{{DATE()}}` into a date. An invisible word joiner between the braces keeps it text. */
const asWritten = (text: string): string => text.replaceAll("{{", "{\u2060{");

/** Anybody's words, shown exactly as they are. */
export const words = (text: string): Element => ({
  type: "RichTextBlock",
  inlines: [{ type: "TextRun", text: asWritten(text) }],
});

/** A label in bold and what it says, exactly as it is. */
export const fact = (label: string, value: string): Element => ({
  type: "RichTextBlock",
  spacing: "Small",
  inlines: [
    { type: "TextRun", text: `${label}: `, weight: "Bolder" },
    { type: "TextRun", text: asWritten(value) },
  ],
});

/** Anybody's words in bold, as a link. */
export const linked = (text: string, url: string): Element => ({
  type: "RichTextBlock",
  spacing: "Medium",
  separator: true,
  inlines: [
    {
      type: "TextRun",
      text: asWritten(text),
      weight: "Bolder",
      selectAction: { type: "Action.OpenUrl", title: `Open: ${text}`, url },
    },
  ],
});
