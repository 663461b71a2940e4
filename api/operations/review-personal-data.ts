import { z } from "zod";
import { londonDay } from "#domain/day.ts";
import { refuse } from "#domain/refusal.ts";
import { personalData } from "#domain/registers/personal-data.ts";
import { operation } from "./operation.ts";
import { isOverAll, notOverAll } from "./over-all.ts";

const who = ["auditor", "senior-leader"] as const;

/** Says that a month of openings was looked through, and what was found. */
export const reviewPersonalData = operation({
  name: "review-personal-data",
  method: "POST",
  path: "/personal-data/:month/review",
  summary: "Record that a month of openings was looked through.",
  who,
  input: z.strictObject({
    month: z.string().regex(/^\d{4}-\d{2}$/, "must be a month such as 2026-10"),
    found: z.string().trim().min(1, "say what you found, if only that all was in order").max(2000),
  }),
  answer: z.object({ by: z.string(), at: z.string() }),
  async run({ month, found }, { outside, person, now }) {
    if (!isOverAll(person, who)) return notOverAll();
    if (month >= londonDay(now).slice(0, 7))
      return refuse(
        "personal-data.month-not-over",
        "This month is not over, so more may still be opened in it.",
        "Look through it next month.",
      );
    const opened = outside.store
      .all(personalData)
      .some(({ kind, by, at }) => kind === "opening" && by === person.id && at.startsWith(month));
    if (opened)
      return refuse(
        "personal-data.own-opening",
        "You opened an original yourself in this month, so somebody else has to look through it.",
        "Ask another auditor or a senior leader.",
      );
    const { row } = await outside.store.add(
      personalData,
      `personal-data-${outside.newId()}`,
      { kind: "review", about: "month", subject: month, reason: found, by: person.id, at: now },
      { by: person, did: "personal-data.review" },
    );
    return { by: person.name, at: row.at };
  },
});
