import { z } from "zod";
import { addTheme as decide } from "#domain/commentary/review-theme.ts";
import { notFound } from "#domain/errors.ts";
import { isRefusal } from "#domain/refusal.ts";
import { categories } from "#domain/registers/category.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { themes } from "#domain/registers/themes.ts";
import { operation } from "./operation.ts";
import { answerOf, rowAnswer } from "./row-answer.ts";

/** Leadership names what keeps coming back, so that every later cycle has to look at it. */
export const addTheme = operation({
  name: "add-theme",
  method: "POST",
  path: "/themes",
  summary: "Add a theme that leadership noticed.",
  who: ["senior-leader", "quality-lead"],
  input: z.strictObject({
    name: z.string().trim().min(1, "say what recurs").max(255),
    category: z.enum(categories),
    contract: z.string().optional(),
    services: z.array(z.string()).optional(),
    indicators: z.string().max(255).optional(),
    owner: z.guid("choose who owns it").optional(),
    cycle: z.string().optional(),
  }),
  answer: rowAnswer,
  async run({ cycle: key, ...asked }, { rows, outside, person, now }) {
    const cycle = key === undefined ? undefined : rows.one(cycles, key);
    if (key !== undefined && !cycle) throw notFound("cycle", key);
    const answers = decide({ ...(cycle && { contract: cycle.contract }), ...asked }, cycle, { by: person, now });
    if (isRefusal(answers)) return answers;
    const { row } = await rows.add(themes, `themes-${outside.newId()}`, answers, { by: person, did: "theme.add" });
    return answerOf(themes, row, "shown");
  },
});
