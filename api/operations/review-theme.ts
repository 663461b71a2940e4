import { z } from "zod";
import { reviewTheme as decide } from "#domain/commentary/review-theme.ts";
import { notFound } from "#domain/errors.ts";
import { isRefusal } from "#domain/refusal.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { themes } from "#domain/registers/themes.ts";
import { citedFiguresOf } from "./cited-figures-of.ts";
import { operation } from "./operation.ts";
import { answerOf, rowAnswer } from "./row-answer.ts";

/** Leadership's verdict on a theme in this cycle: improved, stable or escalated, with the numbers behind it. */
export const reviewTheme = operation({
  name: "review-theme",
  method: "POST",
  path: "/themes/:key/verdict",
  summary: "Give a theme its verdict for a cycle, with the numbers behind it.",
  who: ["senior-leader", "quality-lead"],
  input: z.strictObject({
    key: z.string(),
    etag: z.string().min(1),
    cycle: z.string(),
    verdict: z.enum(["improved", "stable", "escalated"]),
    numbers: z.string().max(255),
  }),
  answer: rowAnswer,
  async run({ key, etag, cycle, verdict, numbers }, { rows, outside, person, now }) {
    const theme = rows.one(themes, key);
    if (!theme) throw notFound("theme", key);
    if (!rows.one(cycles, cycle)) throw notFound("cycle", cycle);
    const figures = await citedFiguresOf(outside, cycle);
    const changes = decide(theme, { cycle, verdict, numbers }, { by: person, now, figures });
    if (isRefusal(changes)) return changes;
    const act = { by: person, did: "theme.verdict", from: theme.status, to: changes.status, reason: verdict } as const;
    return answerOf(themes, await rows.change(themes, key, etag, changes, act), "shown");
  },
});
