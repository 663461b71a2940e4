import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { readJob } from "#api/operations/read-job.ts";
import type { AnswerOf } from "./answer-of.ts";
import { useAnswer } from "./use-answer.ts";

export type JobShown = AnswerOf<typeof readJob>;

const LOOK_EVERY_MS = 700;

export const hasEnded = ({ state }: JobShown): boolean => state === "done" || state === "failed";

/** How far a longer piece of work is; asked again until it ends, then everything on the page is read anew. */
export function useJob(key: string) {
  const queries = useQueryClient();
  const answer = useAnswer<typeof readJob>(`/jobs/${key}`, {
    again: (job) => (job && hasEnded(job) ? false : LOOK_EVERY_MS),
  });
  const ended = answer.data !== undefined && hasEnded(answer.data);
  useEffect(() => {
    if (ended)
      void queries.invalidateQueries({ predicate: ({ queryKey }) => !String(queryKey[0]).startsWith("/jobs/") });
  }, [ended, queries]);
  return answer;
}
