import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { AnswerOf } from "./answer-of.ts";
import { useClient } from "./client.ts";
import type { Problem } from "./problem.ts";

type Query = Readonly<Record<string, string | number | undefined>>;
type Asked = { readonly input: z.ZodType; readonly answer: z.ZodType };

interface Options<Answer> {
  readonly query?: Query;
  /** Waits until it is wanted. */
  readonly off?: boolean;
  /** Asked again after so many milliseconds; false when what it answered is the end of it. */
  readonly again?: (answer: Answer | undefined) => number | false;
}

/** One answer of the api, kept while the page is open: `useAnswer<typeof me>("/me")`. */
export function useAnswer<O extends Asked>(
  path: string,
  { query = {}, off = false, again }: Options<AnswerOf<O>> = {},
): UseQueryResult<AnswerOf<O>, Problem> {
  const client = useClient();
  return useQuery<AnswerOf<O>, Problem>({
    queryKey: [path, query],
    queryFn: async () => (await client.ask(path, { query })) as AnswerOf<O>,
    enabled: !off,
    ...(again && { refetchInterval: ({ state }) => again(state.data) }),
    // Another filter of the same list: the old answer stands until the new one is there.
    placeholderData: (before, query) => (query?.queryKey[0] === path ? before : undefined),
  });
}
