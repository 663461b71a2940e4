import type { Person } from "#domain/people/person.ts";
import { type Activity, placeOf, referenceOf, saidIn } from "./activity.ts";
import type { Ask } from "./ask.ts";
import type { Card } from "./cards/card.ts";
import { helpText } from "./commands/help.ts";
import { commands, reply } from "./commands/index.ts";
import { answerPress, misshapen, type PressAnswer, readPress, told } from "./press.ts";
import type { Reference } from "./reference.ts";
import type { Reply } from "./reply.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Where the bot writes what happened: ids and codes only, never what was said. */
export interface Log {
  error(entry: Readonly<Record<string, string | number>>): void;
}

/** What the bot is handed to work with. */
export interface Handed {
  readonly ask: Ask;
  /** The person as the people register has them now; undefined when it has nobody with that Entra object id. */
  readonly personOf: (aadObjectId: string, name: string) => Person | undefined | Promise<Person | undefined>;
  /** Keeps a conversation the bot may speak in. Told the same one again and again; keeping it is once. */
  readonly remember: (reference: Reference) => Promise<void>;
  readonly vocabulary: () => Vocabulary;
  /** The full address of a path in the tab. */
  readonly linkTo: (path: string) => string;
  readonly log: Log;
  /** How long a pressed button may wait for its answer: Teams gives up after 5 seconds. */
  readonly answerWithinMs?: number;
}

const ANSWER_WITHIN_MS = 4000;
const goesOn =
  "This takes longer than usual and goes on by itself. Press the button again in a minute to see what came of it: it counts once.";

/** One activity from the channel and the ways to answer it there and then. */
export interface Turn {
  readonly activity: Activity;
  send(reply: Reply): Promise<void>;
  update(activityId: string, card: Card): Promise<void>;
}

const unknownSigner =
  "I cannot tell who you are, because Teams did not say. Sign in to Teams with your work account and try again.";
const unknownPerson =
  "You are not in the people register, so I cannot show you anything. An administrator of Line of Sight can add you.";
export const somethingWrong =
  "Something went wrong on our side, and nothing was changed. Please try again in a minute.";

/** Does what the activity asks. Answers the body of an invoke, or nothing; `unsupported` for an invoke that is not ours. */
export async function takeTurn(turn: Turn, handed: Handed): Promise<PressAnswer | "unsupported" | undefined> {
  const { activity } = turn;
  if (activity.type === "invoke")
    return activity.name === "adaptiveCard/action" ? press(activity.value, turn, handed) : "unsupported";
  if (activity.type === "installationUpdate" && activity.action !== "add") return undefined;
  await keep(activity, handed);
  if (activity.type === "installationUpdate") await turn.send({ text: helpText(commands) });
  if (activity.type === "message") await turn.send(await answerTo(activity, handed));
  return undefined;
}

async function answerTo(activity: Activity & { readonly type: "message" }, handed: Handed): Promise<Reply> {
  const person = await whoIs(activity, handed);
  if (typeof person === "string") return { text: person };
  const { ask, linkTo, vocabulary } = handed;
  try {
    return await reply(saidIn(activity.text), {
      person,
      place: placeOf(activity),
      ask,
      linkTo,
      vocabulary: vocabulary(),
    });
  } catch (error) {
    handed.log.error({ event: "bot.message", result: codeOf(error) });
    return { text: somethingWrong };
  }
}

async function press(value: unknown, turn: Turn, handed: Handed): Promise<PressAnswer> {
  const pressed = readPress(value);
  if (pressed === undefined) return misshapen;
  const person = await whoIs(turn.activity, handed);
  if (typeof person === "string") return told(person);
  try {
    const answer = await inTime(answerPress(pressed, person, handed), handed);
    if (answer.type === "application/vnd.microsoft.card.adaptive") await showEveryone(answer.value, turn, handed);
    return answer;
  } catch (error) {
    handed.log.error({ event: "bot.press", result: codeOf(error) });
    return told(somethingWrong);
  }
}

/** The answer, or that it is still being worked on; one that fails after that is written to the log. */
async function inTime(work: Promise<PressAnswer>, { answerWithinMs = ANSWER_WITHIN_MS, log }: Handed) {
  const { promise: late, resolve } = Promise.withResolvers<PressAnswer>();
  const timer = setTimeout(() => {
    work.catch((error) => log.error({ event: "bot.press", result: codeOf(error) }));
    resolve(told(goesOn));
  }, answerWithinMs);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** The answer changes the card for whoever pressed; this changes it for the others, who may manage without. */
async function showEveryone(card: Card, { activity, update }: Turn, { log }: Handed): Promise<void> {
  if (activity.replyToId === undefined) return;
  await update(activity.replyToId, card).catch((error) => log.error({ event: "bot.update", result: codeOf(error) }));
}

/** The person, by the id the channel has verified and never by anything typed; or why they cannot be told. */
async function whoIs({ from }: Activity, { personOf }: Handed): Promise<Person | string> {
  if (from.aadObjectId === undefined) return unknownSigner;
  return (await personOf(from.aadObjectId, from.name ?? "")) ?? unknownPerson;
}

async function keep(activity: Activity, { remember, log }: Handed): Promise<void> {
  const reference = referenceOf(activity);
  if (reference.place === "personal" && reference.person === undefined) return;
  await remember(reference).catch((error) => log.error({ event: "bot.remember", result: codeOf(error) }));
}

/** A word for the log; an error's own text may hold what people wrote. */
export const codeOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}${"code" in error ? ` ${String(error.code)}` : ""}` : "unknown";
