import { useSearchParams } from "wouter";
import type { readCycles } from "#api/operations/read-cycles.ts";
import type { AnswerOf } from "../../ask/answer-of.ts";
import { useAnswer } from "../../ask/use-answer.ts";
import { useScope } from "../../frame/scope.ts";

type Cycles = AnswerOf<typeof readCycles>["cycles"];

/** Which cycle's figures are shown: the one the address names, else the first that is open in the scope. */
export function useCycleChoice() {
  const [params, setParams] = useSearchParams();
  const [{ contract }] = useScope();
  const answer = useAnswer<typeof readCycles>("/cycles", { query: { contract } });
  const cycles: Cycles = answer.data?.cycles ?? [];
  const named = params.get("cycle");
  const chosen = cycles.find(({ key }) => key === named) ?? cycles[0];
  const choose = (key: string) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      after.set("cycle", key);
      return after;
    });
  return { answer, cycles, chosen, choose };
}
