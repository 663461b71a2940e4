import type { Problem } from "../ask/problem.ts";

/** What is wrong with each answer, as the api said it, by field. */
export function fieldProblems(problem: Problem | null): Readonly<Record<string, string>> {
  const details = problem?.details;
  const problems = typeof details === "object" && details !== null && "problems" in details ? details.problems : [];
  if (!Array.isArray(problems)) return {};
  return Object.fromEntries(problems.map(({ field, say }: { field: string; say: string }) => [field, say]));
}
