import { z } from "zod";
import { addAction as decide, fromDiscrepancy, fromTheme } from "#domain/actions/add-action.ts";
import { londonDay } from "#domain/day.ts";
import { LineOfSightError, notFound } from "#domain/errors.ts";
import { isRefusal } from "#domain/refusal.ts";
import { actions } from "#domain/registers/actions.ts";
import { categories } from "#domain/registers/category.ts";
import { themes } from "#domain/registers/themes.ts";
import { validationLog } from "#domain/registers/validation-log.ts";
import { everybody } from "./everybody.ts";
import { type Call, operation } from "./operation.ts";
import { answerOf, rowAnswer } from "./row-answer.ts";

const day = z.iso.date("must be a date such as 2026-10-31");

/** Opens an action by hand, from a theme, or from a discrepancy. */
export const addAction = operation({
  name: "add-action",
  method: "POST",
  path: "/actions",
  summary: "Add an action, by hand or from a theme or discrepancy.",
  who: [
    "registered-manager",
    "regional-manager",
    "quality-lead",
    "contracts-manager",
    "senior-leader",
    "safeguarding-lead",
  ],
  input: z.strictObject({
    action: z.string().trim().min(1, "say what has to be done").max(255),
    category: z.enum(categories),
    source: z
      .enum([
        "pack-theme",
        "commissioner-request",
        "exception",
        "query",
        "audit",
        "discrepancy",
        "internal-improvement",
        "risk-control",
      ])
      .default("internal-improvement"),
    theme: z.string().optional(),
    discrepancy: z.string().optional(),
    contract: z.string().optional(),
    service: z.string().optional(),
    makeSafe: z.boolean().optional(),
    cause: z.string().max(60_000).optional(),
    owner: z.guid("choose who owns it"),
    deadline: day,
    evidenceRequired: z.string().max(60_000).optional(),
    measure: z.string().max(60).optional(),
    measureDirection: z.enum(["go-up", "go-down", "hold"]).optional(),
    measureBy: day.optional(),
  }),
  answer: rowAnswer,
  async run({ theme, discrepancy, ...asked }, call) {
    const { rows, person, now, outside } = call;
    if (!everybody(outside).some(({ id }) => id === asked.owner)) {
      throw new LineOfSightError(
        "invalid",
        "The owner is not in the people register, or has left. Choose somebody who works here now.",
      );
    }
    const known = { ...raisedFrom(call, theme, discrepancy) };
    const answers = decide({ ...asked, ...known }, londonDay(now));
    if (isRefusal(answers)) return answers;
    const { row } = await rows.add(actions, `actions-${outside.newId()}`, answers, { by: person, did: "action.add" });
    return answerOf(actions, row, "shown");
  },
});

function raisedFrom({ rows }: Call, theme: string | undefined, discrepancy: string | undefined) {
  if (theme !== undefined) {
    const row = rows.one(themes, theme);
    if (!row) throw notFound("theme", theme);
    return fromTheme(row);
  }
  if (discrepancy === undefined) return {};
  const row = rows.one(validationLog, discrepancy);
  if (!row) throw notFound("discrepancy", discrepancy);
  return fromDiscrepancy(row);
}
