import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#domain/refusal.ts";
import { actions } from "#domain/registers/actions.ts";
import { checkMove, checkSeen } from "./check-move.ts";
import { findPerson } from "./everybody.ts";
import { type Call, operation } from "./operation.ts";
import { rowAnswer } from "./row-answer.ts";

/** The contracts manager decides what is done about a discrepancy. A genuine concern has an action opened from it. */
export const treatDiscrepancy = operation({
  name: "treat-discrepancy",
  method: "POST",
  path: "/validation-log/:key/treatment",
  summary: "Decide what is done about a discrepancy.",
  who: ["contracts-manager"],
  input: z.strictObject({
    key: z.string(),
    etag: z.string().min(1),
    treatment: z.enum(["data-correction", "narrative-explanation", "process-improvement"]),
    /** True when the record is put in another class and the figure comes out better: the quality lead agrees first. */
    improvesFigure: z.boolean().default(false),
    action: z.string().optional(),
  }),
  answer: rowAnswer,
  async run({ key, etag, treatment, improvesFigure, action: asked }, call) {
    const row = checkSeen(call, key);
    const action = actionFrom(call, key, asked);
    if (isRefusal(action)) return action;
    const agreedBy = row.treatmentAgreedBy ? findPerson(call.outside, row.treatmentAgreedBy) : undefined;
    return checkMove(
      call,
      { key, etag },
      { move: "treat", treatment, improvesFigure, ...(agreedBy && { agreedBy }), ...(action && { action }) },
    );
  },
});

/** The action opened from this very discrepancy; another one would answer something else. */
function actionFrom({ rows }: Call, discrepancy: string, asked: string | undefined): string | Refusal | undefined {
  const opened = rows.all(actions).filter(({ raisedFrom }) => raisedFrom === discrepancy);
  if (asked === undefined) return opened[0]?.key;
  return opened.some(({ key }) => key === asked)
    ? asked
    : refuse(
        "check.other-action",
        "That action was not opened from this discrepancy.",
        "Open an action from the discrepancy itself, then treat it.",
      );
}
