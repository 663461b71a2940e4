import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { AnswerOf } from "./answer-of.ts";
import { useClient } from "./client.ts";
import type { Problem } from "./problem.ts";

type Query = Readonly<Record<string, string | number | undefined>>;
type Asked = { readonly input: z.ZodType; readonly answer: z.ZodType };

/** One answer of the api, kept while the page is open: `useAnswer<typeof me>("/me")`. `off` waits until it is wanted. */
export function useAnswer<O extends Asked>(
  path: string,
  { query = {}, off = false }: { query?: Query; off?: boolean } = {},
): UseQueryResult<AnswerOf<O>, Problem> {
  const client = useClient();
  return useQuery<AnswerOf<O>, Problem>({
    queryKey: [path, query],
    queryFn: async () => (await client.ask(path, { query })) as AnswerOf<O>,
    enabled: !off,
    // Another filter of the same list: the old answer stands until the new one is there.
    placeholderData: (before, query) => (query?.queryKey[0] === path ? before : undefined),
  });
}
