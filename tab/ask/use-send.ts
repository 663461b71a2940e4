import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { useSaid } from "../look/said.tsx";
import type { AnswerOf } from "./answer-of.ts";
import { useClient, type Verb } from "./client.ts";
import type { Problem } from "./problem.ts";

type Asked = { readonly input: z.ZodType; readonly answer: z.ZodType };

export interface Sent {
  readonly path: string;
  readonly method?: Verb;
  readonly body?: unknown;
  readonly file?: Blob;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
}

/** Sends a change; when it is done everything on the page is read anew and the person is told what was saved. */
export function useSend<O extends Asked>(
  says: (answer: AnswerOf<O>, sent: Sent) => string,
): UseMutationResult<AnswerOf<O>, Problem, Sent> {
  const client = useClient();
  const queries = useQueryClient();
  const say = useSaid();
  return useMutation<AnswerOf<O>, Problem, Sent>({
    mutationFn: async ({ path, method = "POST", ...asked }) =>
      (await client.ask(path, { method, ...asked })) as AnswerOf<O>,
    onSuccess: async (answer, sent) => {
      say(says(answer, sent));
      await queries.invalidateQueries();
    },
  });
}
