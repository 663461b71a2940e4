import { z } from "zod";
import { isDay } from "#domain/day.ts";
import { LineOfSightError } from "#domain/errors.ts";
import type { Person } from "#domain/people/person.ts";
import { isRefusal } from "#domain/refusal.ts";
import type { Ask, OperationsAsked } from "./ask.ts";
import type { Card } from "./cards/card.ts";
import { cardOf } from "./cards/card-of.ts";
import { sayRefusal } from "./say.ts";

const nonce = z.string().regex(/^[A-Za-z0-9_.-]{8,128}$/);
const typed = (longest: number) => z.string().trim().min(1).max(longest);
const nothing = z.object({ nonce });

const action = z.discriminatedUnion("verb", [
  z.object({ verb: z.literal("look"), data: nothing }),
  z.object({ verb: z.literal("approve"), data: nothing }),
  z.object({ verb: z.literal("return"), data: z.object({ nonce, reason: typed(1000) }) }),
  z.object({ verb: z.literal("progress"), data: z.object({ nonce, text: typed(2000) }) }),
  z.object({ verb: z.literal("offer-evidence"), data: z.object({ nonce, record: typed(255), note: typed(2000) }) }),
  z.object({
    verb: z.literal("more-time"),
    data: z.object({ nonce, until: z.string().refine(isDay), reason: typed(1000) }),
  }),
]);

const pressed = z.object({ action });

/** A pressed button as the bot reads it. */
export type Press = z.infer<typeof action>;

/** What a channel is answered when a button was pressed: in the body of the invoke, always with HTTP 200. */
export type PressAnswer =
  | { readonly statusCode: 200; readonly type: "application/vnd.microsoft.card.adaptive"; readonly value: Card }
  | { readonly statusCode: 200; readonly type: "application/vnd.microsoft.activity.message"; readonly value: string }
  | {
      readonly statusCode: 400;
      readonly type: "application/vnd.microsoft.error";
      readonly value: { readonly code: "BadRequest"; readonly message: string };
    };

export const misshapen: PressAnswer = {
  statusCode: 400,
  type: "application/vnd.microsoft.error",
  value: { code: "BadRequest", message: "This button could not be read. Open the item in the tab instead." },
};

export const told = (say: string): PressAnswer => ({
  statusCode: 200,
  type: "application/vnd.microsoft.activity.message",
  value: say,
});

/** Reads the value of an `adaptiveCard/action` invoke; undefined when it is none of our buttons. */
export function readPress(value: unknown): Press | undefined {
  const read = pressed.safeParse(value);
  return read.success ? read.data.action : undefined;
}

/** Hands a press on as the person who pressed, and answers with the card as it now stands, or with why not. */
export async function answerPress(
  press: Press,
  person: Person,
  { ask, linkTo }: { readonly ask: Ask; readonly linkTo: (path: string) => string },
): Promise<PressAnswer> {
  try {
    const answer = await ask(person, "use-card-action", inputOf(press));
    if (isRefusal(answer)) return told(sayRefusal(answer));
    if (answer.card === undefined) return told(answer.say);
    return { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: cardOf(answer.card, linkTo) };
  } catch (error) {
    if (error instanceof LineOfSightError) return told(error.message);
    throw error;
  }
}

/** The nonce apart from what was typed. */
function inputOf(press: Press): OperationsAsked["use-card-action"]["input"] {
  const { nonce } = press.data;
  switch (press.verb) {
    case "look":
    case "approve":
      return { nonce, verb: press.verb, data: {} };
    case "return":
      return { nonce, verb: press.verb, data: { reason: press.data.reason } };
    case "progress":
      return { nonce, verb: press.verb, data: { text: press.data.text } };
    case "offer-evidence":
      return { nonce, verb: press.verb, data: { record: press.data.record, note: press.data.note } };
    case "more-time":
      return { nonce, verb: press.verb, data: { until: press.data.until, reason: press.data.reason } };
  }
}
