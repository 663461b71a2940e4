import { createContext } from "react";
import { Problem } from "./problem.ts";

type Answers = Readonly<Record<string, unknown>>;

/** Two people changed one row at once. */
export interface LostRace {
  /** Slug of the row's register, whose fields say what each answer is called. */
  readonly register: string;
  /** The row as it now stands, `etag` and `changedByName` included. */
  readonly theirs: Answers;
  /** What this person's change would have made of it. */
  readonly yours: Answers;
}

/** Theirs stays, or mine is saved over the version that was seen, with those of their answers that were picked. */
export type Settled = "theirs" | { readonly etag: string; readonly picked: Answers };

/** Asks the person which version stays; `written` is what they wrote themselves, so that they may pick by answer. */
export type Settle = (race: LostRace, written: Answers) => Promise<Settled>;

export const SettleContext = createContext<Settle | null>(null);

/** The two versions of a lost race; undefined for any other problem. */
export function lostRaceOf(problem: unknown): LostRace | undefined {
  const details = problem instanceof Problem && problem.code === "conflict" ? problem.details : undefined;
  const whole = isAnswers(details) && typeof details.register === "string" && isAnswers(details.theirs);
  return whole && isAnswers(details.yours) ? (details as unknown as LostRace) : undefined;
}

/** Where the operations of the api put what a person wrote, when it is not the body itself. */
const within = (body: Answers): "changes" | "command" | undefined =>
  (["changes", "command"] as const).find((name) => isAnswers(body[name]));

/** What a person wrote, from the body that carried it. */
export function writtenIn(body: unknown): Answers {
  if (!isAnswers(body)) return {};
  const place = within(body);
  const { etag: _, ...written } = place ? (body[place] as Answers) : body;
  return written;
}

/** The same change once more, against the version that was seen, with their answers where those were picked. */
export function writtenAgain(body: unknown, { etag, picked }: Exclude<Settled, "theirs">): unknown {
  if (!isAnswers(body)) return body;
  const place = within(body);
  const written = { ...(place ? (body[place] as Answers) : body) };
  for (const [name, value] of Object.entries(picked)) written[name] = value ?? (place === "changes" ? null : undefined);
  return place ? { ...body, etag, [place]: written } : { ...written, ...("etag" in body && { etag }) };
}

/** How a change ends whose person let the other version stand: nothing failed, and nothing was saved. */
export const keptTheirs = ({ theirs }: LostRace): Problem =>
  new Problem({
    detail: `What ${theirs.changedByName || "somebody else"} saved stays`,
    status: 412,
    code: "kept-theirs",
  });

export const isKeptTheirs = (problem: Problem | null): boolean => problem?.code === "kept-theirs";

const isAnswers = (value: unknown): value is Answers =>
  typeof value === "object" && value !== null && !Array.isArray(value);
