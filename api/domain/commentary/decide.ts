import type { Instant } from "../day.ts";
import { type Moving, mayMove } from "../move.ts";
import type { Person } from "../people/person.ts";
import { isRefusal, type Refusal, refuse } from "../refusal.ts";
import type { Commentary } from "../registers/commentary.ts";
import { sameHand } from "../signoff/same-hand.ts";
import { checkSentences } from "./check-sentences.ts";
import type { CitedFigure } from "./cited-figure.ts";
import { figuresHash, isStale, type Sha256 } from "./figures-hash.ts";
import { type CommentaryStatus, commentaryMoves } from "./moves.ts";

export type CommentaryCommand =
  | { readonly move: "plan" }
  | { readonly move: "dismiss" | "send-back"; readonly reason: string }
  | { readonly move: "give-context"; readonly service: string; readonly text: string }
  | { readonly move: "draft"; readonly text: string }
  | { readonly move: "review"; readonly answers: ReviewAnswers; readonly note?: string }
  | { readonly move: "approve" };

/** Leadership answers each question by itself, never one tick for all. `clear` is asked of outcome reports. */
export interface ReviewAnswers {
  readonly accurate: boolean;
  readonly balanced: boolean;
  readonly supported: boolean;
  readonly clear?: boolean;
}

export interface Writing {
  readonly by: Person;
  readonly now: Instant;
  readonly everybody: readonly Person[];
  readonly figures: readonly CitedFigure[];
  readonly sha256: Sha256;
}

type Changes = { readonly [K in keyof Commentary]?: Commentary[K] };

export interface CommentaryDecision {
  readonly moving: Moving<CommentaryStatus>;
  readonly changes: Changes;
}

/**
 * Decides one move of a commentary. A text with a wrong number may be kept as a draft and is not reviewed; nobody
 * reviews or approves what they wrote; a text whose figures changed goes back to be written again.
 */
export function decideCommentary(
  row: Commentary,
  command: CommentaryCommand,
  writing: Writing,
): CommentaryDecision | Refusal {
  const reason = "reason" in command ? command.reason : undefined;
  const moving = mayMove("commentary", commentaryMoves[command.move], { status: row.status, by: writing.by, reason });
  if (isRefusal(moving)) return moving;
  const refused = refusedTo(row, command, writing);
  return refused ?? { moving, changes: { status: moving.to, ...changesOf(row, command, writing) } };
}

function refusedTo(row: Commentary, command: CommentaryCommand, writing: Writing): Refusal | undefined {
  if (command.move === "give-context" || command.move === "draft")
    return command.text.trim()
      ? undefined
      : refuse("commentary.nothing-said", "Nothing was written.", "Write a sentence and try again.");
  if (command.move !== "review" && command.move !== "approve") return undefined;
  if (row.writtenBy !== undefined && sameHand(writing.by, row.writtenBy, writing.everybody))
    return refuse(
      "commentary.own-text",
      "You wrote this text, or stand in for whoever did.",
      "Somebody else in senior leadership or the quality lead reviews it.",
    );
  return refusedText(row, writing) ?? (command.move === "review" ? refusedReview(command.answers) : undefined);
}

function refusedText({ text = "", figuresHash: hash }: Commentary, { figures, sha256 }: Writing): Refusal | undefined {
  if (isStale({ text, hash }, figures, sha256))
    return refuse(
      "narrative.stale",
      "A figure this text cites has changed since it was written.",
      "The writer reads it beside the figures as they are now, and saves it again.",
    );
  const wrong = checkSentences(text, figures)
    .flatMap(({ problems }) => problems)
    .find(({ kind }) => kind !== "unsupported");
  return wrong && refuse("narrative.wrong-number", wrong.say, "The writer puts the number right or cites its figure.");
}

const refusedReview = ({ accurate, balanced, supported, clear }: ReviewAnswers): Refusal | undefined =>
  accurate && balanced && supported && clear !== false
    ? undefined
    : refuse(
        "commentary.not-ready",
        "One of the answers is no, so the text is not ready.",
        "Send it back and say what has to change.",
      );

function changesOf(row: Commentary, command: CommentaryCommand, { by, now, figures, sha256 }: Writing): Changes {
  switch (command.move) {
    case "give-context": {
      const told = { service: command.service, text: command.text.trim(), by: by.id, at: now };
      return { context: [...(row.context ?? []), told] };
    }
    case "draft":
      return {
        text: command.text.trim(),
        figuresHash: figuresHash(command.text.trim(), figures, sha256),
        writtenBy: by.id,
        writtenAt: now,
      };
    case "review": {
      const { accurate, balanced, supported, clear } = command.answers;
      return {
        reviewedBy: by.id,
        reviewedAt: now,
        reviewAccurate: accurate,
        reviewBalanced: balanced,
        reviewSupported: supported,
        ...(clear !== undefined && { reviewClear: clear }),
        ...(command.note?.trim() && { reviewNote: command.note.trim() }),
      };
    }
    case "send-back":
      return { reviewNote: command.reason.trim() };
    case "dismiss":
      return { reason: command.reason.trim() };
    default:
      return {};
  }
}
