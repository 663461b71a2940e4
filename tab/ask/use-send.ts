import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { use } from "react";
import type { z } from "zod";
import { useSaid } from "../look/said.tsx";
import type { AnswerOf } from "./answer-of.ts";
import { type Client, useClient, type Verb } from "./client.ts";
import {
  isKeptTheirs,
  keptTheirs,
  lostRaceOf,
  type Settle,
  SettleContext,
  writtenAgain,
  writtenIn,
} from "./lost-race.ts";
import type { Problem } from "./problem.ts";

type Asked = { readonly input: z.ZodType; readonly answer: z.ZodType };

export interface Sent {
  readonly path: string;
  readonly method?: Verb;
  readonly body?: unknown;
  readonly file?: Blob;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** What to do when somebody else saved first and the person let that stand, e.g. close the form. */
  readonly onTheirs?: () => void;
}

/**
 * Sends a change; when it is done everything on the page is read anew and the person is told what was saved. When
 * somebody else saved first, the person sees both versions and chooses, wherever they were.
 */
export function useSend<O extends Asked>(
  says: (answer: AnswerOf<O>, sent: Sent) => string,
): UseMutationResult<AnswerOf<O>, Problem, Sent> {
  const client = useClient();
  const queries = useQueryClient();
  const settle = use(SettleContext);
  const say = useSaid();
  const sending = useMutation<AnswerOf<O>, Problem, Sent>({
    mutationFn: async (sent) => (await sendSettled(client, sent, settle)) as AnswerOf<O>,
    onSuccess: async (answer, sent) => {
      say(says(answer, sent));
      await queries.invalidateQueries();
    },
    onError: async (problem, { onTheirs }) => {
      if (!isKeptTheirs(problem)) return;
      say(problem.message, "Nothing of yours was saved.");
      await queries.invalidateQueries();
      onTheirs?.();
    },
  });
  return isKeptTheirs(sending.error) ? ({ ...sending, error: null } as typeof sending) : sending;
}

/** Sends until it is saved, refused, or given up for the version somebody else saved. */
async function sendSettled(client: Client, sent: Sent, settle: Settle | null): Promise<unknown> {
  const { path, method = "POST", onTheirs: _, ...asked } = sent;
  try {
    return await client.ask(path, { method, ...asked });
  } catch (problem) {
    const race = lostRaceOf(problem);
    if (!race || !settle) throw problem;
    const settled = await settle(race, writtenIn(asked.body));
    if (settled === "theirs") throw keptTheirs(race);
    return sendSettled(client, { ...sent, body: writtenAgain(asked.body, settled) }, settle);
  }
}
