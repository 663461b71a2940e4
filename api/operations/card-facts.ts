import { z } from "zod";

/** What a sign-off card tells. Nothing here is restricted: a card may be seen by anyone in its conversation. */
export const signOffCardFacts = z.object({
  ask: z.string(),
  what: z.string(),
  version: z.number(),
  role: z.string(),
  due: z.string().optional(),
  contentHash: z.string(),
  openDoubts: z.array(z.string()),
  authors: z.array(z.string()),
  validators: z.array(z.string()),
  link: z.string(),
  state: z.enum(["asked", "approved", "returned", "no-longer-valid", "lapsed"]),
  decided: z.object({ byName: z.string(), at: z.string(), reason: z.string().optional() }).optional(),
  nonce: z.string().optional(),
});

/** What the reminder card for an action tells its owner. */
export const actionCardFacts = z.object({
  key: z.string(),
  title: z.string(),
  service: z.string().optional(),
  owner: z.string(),
  due: z.string(),
  daysOverdue: z.number(),
  evidenceRequired: z.string().optional(),
  link: z.string(),
  answered: z.string().optional(),
  done: z.boolean().optional(),
  nonce: z.string().optional(),
});

/** What a card shows. How it looks is the bot's to know. */
export const cardFacts = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("sign-off"), facts: signOffCardFacts }),
  z.object({ kind: z.literal("action"), facts: actionCardFacts }),
]);

export type SignOffCardFacts = z.infer<typeof signOffCardFacts>;
export type ActionCardFacts = z.infer<typeof actionCardFacts>;
export type CardFacts = z.infer<typeof cardFacts>;
