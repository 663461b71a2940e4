import { useQueries } from "@tanstack/react-query";
import type { readNames } from "#api/operations/read-names.ts";
import type { AnswerOf } from "../ask/answer-of.ts";
import { useClient } from "../ask/client.ts";

type Named = AnswerOf<typeof readNames>["names"][number];

const FIVE_MINUTES = 300_000;

/** What rows of these registers are called, by key or by code; empty until it is known. */
export function useRowNames(slugs: readonly string[]): (slug: string) => readonly Named[] {
  const client = useClient();
  const answers = useQueries({
    queries: slugs.map((slug) => ({
      queryKey: [`/registers/${slug}/names`, {}],
      queryFn: async () => (await client.ask(`/registers/${slug}/names`, {})) as AnswerOf<typeof readNames>,
      staleTime: FIVE_MINUTES,
    })),
  });
  return (slug) => answers[slugs.indexOf(slug)]?.data?.names ?? [];
}
