import type { Instant } from "../day.ts";
import { hasRole, type Person } from "../people/person.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { Answers } from "../register/register.ts";
import type { AssurancePlan, assurancePlans } from "../registers/assurance-plans.ts";
import type { ValidationRow } from "../registers/validation-log.ts";
import { sameHand } from "../signoff/same-hand.ts";
import { accuracyOf } from "./accuracy.ts";

type PlanAnswers = Answers<typeof assurancePlans>;
/** A plan as it is written, before anybody has seen a result. */
export type NewPlan = Omit<PlanAnswers, "status" | "recordedAt" | "drawnAt" | "frameHash">;

interface Planning {
  readonly by: Person;
  readonly now: Instant;
  readonly everybody: readonly Person[];
}

/** Writes a plan down. Its seed, size and threshold are settled before any result is seen. */
export function recordPlan(plan: NewPlan, { by, now, everybody }: Planning): PlanAnswers | Refusal {
  if (!hasRole(by, "quality-lead", "auditor"))
    return refuse("plan.not-your-role", "Planning what is checked is not part of your role.", "Ask the quality lead.");
  if (plan.threshold < 50 || plan.threshold > 100)
    return refuse(
      "plan.threshold",
      `The lowest accuracy accepted is ${plan.threshold} %.`,
      "Choose between 50 and 100; 95 is usual.",
    );
  if (plan.direction === "source-to-figure" && !plan.independentSource?.trim())
    return refuse(
      "plan.independent-source",
      "A check from the source to the figure needs a source other than the export: the export cannot check itself.",
      "Name one, e.g. the complaints book, incident forms, the on-call log or contact with families.",
    );
  if (plan.direction !== "every-case" && !plan.seed?.trim())
    return refuse(
      "plan.seed-missing",
      "Without a seed nobody can repeat the draw.",
      "Write down any words as the seed.",
    );
  if (plan.checker !== undefined && plan.sampler !== undefined && checksOwn(plan.checker, plan.sampler, everybody))
    return refuse(
      "plan.same-person",
      "One person, or a person and their deputy, would draw the sample and check it.",
      "Name somebody else to check.",
    );
  return { ...plan, status: "recorded", recordedAt: now };
}

const checksOwn = (checker: string, sampler: string, everybody: readonly Person[]): boolean => {
  const person = everybody.find(({ id }) => id === checker);
  return checker === sampler || (person !== undefined && sameHand(person, sampler, everybody));
};

/** What was drawn: how many records there are, how many of them were drawn, and a hash over the list drawn from. */
export interface Drawn {
  readonly frameSize: number;
  readonly size: number;
  readonly frameHash: string;
}

/** Freezes a plan at its draw. A plan is drawn once, by the sampler it names. */
export function drawPlan(
  plan: AssurancePlan,
  drawn: Drawn,
  { by, now }: Planning,
): Pick<PlanAnswers, "status" | "drawnAt" | "frameSize" | "frameHash" | "size"> | Refusal {
  if (plan.status !== "recorded" || plan.drawnAt !== undefined)
    return refuse(
      "plan.drawn-already",
      "This sample has been drawn; drawing again would let somebody choose the result.",
      "Check the records drawn. If accuracy is too low, widen the check with another plan.",
    );
  if (plan.sampler !== undefined && by.id !== plan.sampler && !by.deputyFor.includes(plan.sampler))
    return refuse("plan.not-the-sampler", "The plan names somebody else to draw it.", "Ask the person named.");
  if (plan.direction === "every-case" && drawn.size !== drawn.frameSize)
    return refuse("plan.every-case", "Every case is checked here, not a sample.", "Draw all of them.");
  return { status: "drawn", drawnAt: now, ...drawn };
}

/** How a finished check came out against its threshold. Undefined until every record drawn is checked. */
export function planResult(plan: AssurancePlan, rows: readonly ValidationRow[]): "good-enough" | "widen" | undefined {
  const own = rows.filter((row) => row.plan === plan.key);
  if (plan.drawnAt === undefined || own.length < plan.size || own.some(({ status }) => status === "to-check"))
    return undefined;
  const { accuracy } = accuracyOf(own);
  return accuracy !== undefined && accuracy * 100 < plan.threshold ? "widen" : "good-enough";
}

/**
 * The plan that widens one whose accuracy was too low: every record of the services where something differed, that is
 * the affected population, by the same people and with the same threshold.
 */
export function widen(
  plan: AssurancePlan,
  rows: readonly ValidationRow[],
  frame: number,
): { readonly plan: NewPlan; readonly services: readonly string[] } | Refusal {
  if (planResult(plan, rows) !== "widen")
    return refuse(
      "plan.nothing-to-widen",
      "This check is not finished, or its accuracy is high enough.",
      "Finish checking the records drawn.",
    );
  const off = rows.filter((row) => row.plan === plan.key && row.result !== "agrees");
  const services = [...new Set(off.map(({ service }) => service))].toSorted();
  const { name, cycle, contract, indicator, dataset, periodFrom, periodTo, alwaysCheck, threshold, sampler, checker } =
    plan;
  return {
    services,
    plan: {
      name: `${name}, widened`.slice(0, 255),
      ...{ cycle, contract, indicator, dataset, periodFrom, periodTo, alwaysCheck, threshold, sampler, checker },
      direction: "every-case",
      sampled: `Every record of ${services.join(", ")}`,
      why: `Fewer than ${threshold} % agreed in “${name}”.`,
      size: frame,
      frameSize: frame,
      extends: plan.key,
    },
  };
}
