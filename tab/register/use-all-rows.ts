import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { readRegister } from "#api/operations/read-register.ts";
import type { AnswerOf } from "../ask/answer-of.ts";
import { useClient } from "../ask/client.ts";
import type { Problem } from "../ask/problem.ts";

type Page = AnswerOf<typeof readRegister>;

/** A page of the api, and as many rows as a person looks through: beyond it they export. */
const PAGE = 500;
const MOST = 10_000;

/** All rows of a register that the person may see, newest change first. */
export function useAllRows(slug: string, off = false): UseQueryResult<Page, Problem> {
  const client = useClient();
  const path = `/registers/${slug}/rows`;
  return useQuery<Page, Problem>({
    queryKey: [path, "all"],
    enabled: !off,
    queryFn: async () => {
      const pageFrom = async (from: number) => (await client.ask(path, { query: { from, most: PAGE } })) as Page;
      const first = await pageFrom(0);
      const rows = [...first.rows];
      while (rows.length < Math.min(first.total, MOST)) {
        const page = await pageFrom(rows.length);
        if (page.rows.length === 0) break;
        rows.push(...page.rows);
      }
      return { total: first.total, rows };
    },
  });
}
