import { z } from "zod";
import type { EarlyWarning } from "#domain/checks/early-warning.ts";
import { stageRules, stages } from "#domain/cycle/stages.ts";

/** One thing that blocks a gate: what, who can clear it, how, and where to go. */
export const blockerAnswer = z.object({
  check: z.string(),
  say: z.string(),
  who: z.string(),
  clear: z.string(),
  severity: z.string(),
  by: z.string().optional(),
  /** Path in the tab. */
  link: z.string(),
});

/** A cycle as the board shows it. */
export const cycleAnswer = z.object({
  key: z.string(),
  etag: z.string(),
  name: z.string(),
  contract: z.string(),
  commissioner: z.string(),
  period: z.object({ from: z.string(), to: z.string() }),
  stage: z.enum(stages),
  /** Where the stage is in the order, 1 to 9. */
  step: z.number(),
  due: z.string(),
  /** Working days left until it is due, negative when past. */
  workingDaysLeft: z.number(),
  cutOffAt: z.string().optional(),
  gate: z.object({
    clear: z.boolean(),
    blockers: z.array(blockerAnswer),
    excepted: z.array(z.string()),
    qualified: z.array(z.string()),
  }),
});

/** Where in the tab an early warning's subject is put right. */
export function linkTo({ subject: { register, key } }: Pick<EarlyWarning, "subject">): string {
  if (register === "cycles") return `/cycles/${key}`;
  if (register === "actions") return `/actions/${key}`;
  return `/registers/${register}/${key}`;
}

export const stageTitle = (stage: (typeof stages)[number]): string =>
  stage === "closed" ? "Closed" : stageRules[stage].title;
