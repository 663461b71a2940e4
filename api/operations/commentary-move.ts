import { type CommentaryCommand, decideCommentary } from "#domain/commentary/decide.ts";
import { notFound } from "#domain/errors.ts";
import { isRefusal, type Refusal } from "#domain/refusal.ts";
import { type Commentary, commentary } from "#domain/registers/commentary.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { figures } from "#domain/registers/figures.ts";
import { citedFiguresOf } from "./cited-figures-of.ts";
import { type CommentaryAnswer, commentaryAnswerOf } from "./commentary-answer.ts";
import { sha256 } from "./cycle-facts.ts";
import { everybody } from "./everybody.ts";
import { emptied } from "./move-action.ts";
import type { Call } from "./operation.ts";

interface Asked {
  readonly key: string;
  readonly etag: string;
}

/** Makes one move of a commentary as the domain decides it, and answers the text read beside its figures. */
export async function commentaryMove(
  call: Call,
  { key, etag }: Asked,
  command: CommentaryCommand,
): Promise<CommentaryAnswer | Refusal> {
  const { rows, outside, person: by, now } = call;
  const row = rows.one(commentary, key);
  if (!row) throw notFound("commentary", key);
  const cited = await citedFiguresOf(outside, row.cycle);
  const decision = decideCommentary(row, command, {
    by,
    now,
    everybody: everybody(outside),
    figures: cited,
    sha256,
  });
  if (isRefusal(decision)) return decision;
  const changes = emptied({ ...decision.changes, ...beside(call, row) });
  const act = { by, did: `commentary.${command.move}`, ...decision.moving } as const;
  return commentaryAnswerOf(await writerFor(call, command).change(commentary, key, etag, changes, act), cited);
}

/** A text is read beside the figures as they are now: what was worked out anew takes the place of what it was then. */
function beside(
  { outside: { store } }: Call,
  { cycle, figures: before = [] }: Commentary,
): Pick<Commentary, "figures"> {
  const codes = before.flatMap((key) => store.one(figures, key)?.indicator ?? []);
  const current = store.one(cycles, cycle)?.snapshot;
  const now = store
    .all(figures)
    .filter((each) => each.cycle === cycle && each.snapshot === current && codes.includes(each.indicator));
  return now.length === 0 ? {} : { figures: now.map(({ key }) => key) };
}

/**
 * A manager adds what they know of their own service to a text that may speak of others too: they need the right over
 * that service, not over the whole text.
 */
function writerFor({ rows, outside, require }: Call, command: CommentaryCommand) {
  if (command.move !== "give-context") return rows;
  require({ services: [command.service], safeguarding: false });
  return outside.store;
}
