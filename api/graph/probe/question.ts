import { GraphError } from "@microsoft/microsoft-graph-client";
import { statusOf } from "../graph-error.ts";
import type { Ground } from "./ground.ts";

/** What an attempt showed, and a detail worth knowing, such as the code Graph answered. */
export interface Shown {
  readonly holds: boolean;
  readonly detail?: string;
}

/** One thing we take for granted about Microsoft Graph. */
export interface Question {
  /** As a statement that holds or does not. */
  readonly says: string;
  /** What is weaker where it does not hold. */
  readonly without: string;
  /** Nothing we keep would be safe without it. */
  readonly needed?: true;
  readonly attempt: (ground: Ground) => Promise<Shown>;
}

export const shown = (holds: boolean, detail?: string): Shown => ({ holds, ...(detail && { detail }) });

/** What Graph answered to something it should refuse: its status and code; undefined when it did it. */
export async function refusal(work: Promise<unknown>): Promise<{ status: number; words: string } | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    const status = statusOf(error);
    if (status === 0) throw error;
    return { status, words: wordsOf(error) };
  }
}

/** `412 notAllowed`: what is known of an answer. */
export const wordsOf = (error: unknown): string =>
  error instanceof GraphError
    ? `${error.statusCode} ${error.code ?? ""}`.trim()
    : error instanceof Error
      ? error.message
      : String(error);
