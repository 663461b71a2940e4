import { z } from "zod";
import { isOverdue } from "#domain/actions/due-state.ts";
import { isDone } from "#domain/actions/moves.ts";
import { londonDay } from "#domain/day.ts";
import { actions } from "#domain/registers/actions.ts";
import { managerReviews } from "#domain/registers/manager-reviews.ts";
import { services } from "#domain/registers/services.ts";
import { validationLog } from "#domain/registers/validation-log.ts";
import { type Call, operation } from "./operation.ts";
import { servicesOf } from "./services-of.ts";
import { waitingFor } from "./waiting-for.ts";

/** Home: everything that waits for the asker, and how each of their services stands in four numbers. */
export const myWork = operation({
  name: "my-work",
  method: "GET",
  path: "/home",
  summary: "Everything that waits for you, the most pressing first, and how your services stand.",
  who: "anyone",
  input: z.strictObject({}),
  answer: z.object({
    asOf: z.string(),
    items: z.array(
      z.object({
        key: z.string(),
        kind: z.string(),
        title: z.string(),
        due: z.string().optional(),
        overdue: z.boolean(),
        link: z.string(),
      }),
    ),
    services: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        openActions: z.number(),
        overdueActions: z.number(),
        openDiscrepancies: z.number(),
        openQuestions: z.number(),
      }),
    ),
  }),
  async run(_input, call) {
    const items = await waitingFor(call);
    return { asOf: call.now, items: [...items], services: serviceHealth(call) };
  },
});

const differing = ["discrepancy", "cause-given", "treated", "re-checked"];

function serviceHealth({ rows, now, person }: Call) {
  const today = londonDay(now);
  const allActions = rows.all(actions).filter((row) => !isDone(row));
  return servicesOf(person, rows.all(services)).map(({ key, name }) => {
    const here = allActions.filter(({ service }) => service === key);
    return {
      key,
      name,
      openActions: here.length,
      overdueActions: here.filter((row) => isOverdue(row, today)).length,
      openDiscrepancies: rows
        .all(validationLog)
        .filter(({ service, status }) => service === key && differing.includes(status)).length,
      openQuestions: rows.all(managerReviews).filter(({ service, status }) => service === key && status === "asked")
        .length,
    };
  });
}
