import { managerReviews } from "#domain/registers/manager-reviews.ts";
import { throughGate } from "./gate.ts";
import type { Run, Step } from "./run.ts";

/** Managers who were asked whether the specification fits their service answer; then the cycle goes on. */
export const define: readonly Step[] = [
  { name: "managers say whether the specification fits", run: (run) => answerAsked(run, "specification") },
  throughGate("define", "contracts-manager"),
];

/** Every open question of this kind about the contract's services is answered by the manager it was put to. */
export async function answerAsked(run: Run, subjectKind: "specification" | "period-data"): Promise<void> {
  const open = run
    .rows(managerReviews)
    .filter((review) => review.subjectKind === subjectKind && review.status === "asked")
    .filter(({ subject }) => subjectKind === "period-data" || subject.startsWith(run.contract));
  for (const { key, etag, askedOf, service } of open) {
    const manager = run.person(askedOf);
    await run.do(manager, "answer-review", {
      key,
      etag,
      answer: "yes",
      context: "The figures look like the period we had.",
    });
    run.say(`${manager.name} answered for ${service}.`);
  }
}
