import { QueryClient } from "@tanstack/react-query";
import { passes } from "./problem.ts";

/** Answers are fresh for a moment and kept for the day; only what may pass by itself is asked again. */
export const queriesOf = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 24 * 3_600_000,
        retry: (failures, error) => passes(error) && failures < 2,
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  });
