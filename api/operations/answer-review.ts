import { z } from "zod";
import { answerReview as decide } from "#domain/cycle/answer-review.ts";
import { notFound } from "#domain/errors.ts";
import { isRefusal } from "#domain/refusal.ts";
import { managerReviews } from "#domain/registers/manager-reviews.ts";
import { operation } from "./operation.ts";
import { answerOf, rowAnswer } from "./row-answer.ts";

/** A registered manager says whether the data, the specification or an indicator is true of their service. */
export const answerReview = operation({
  name: "answer-review",
  method: "POST",
  path: "/manager-reviews/:key/answer",
  summary: "Answer whether it matches your service.",
  who: "anyone",
  input: z.strictObject({
    key: z.string(),
    etag: z.string().min(1),
    answer: z.enum(["yes", "partly", "no"]),
    concern: z.string().max(60_000).optional(),
    context: z.string().max(60_000).optional(),
    gaps: z.string().max(60_000).optional(),
    localKnowledge: z.boolean().optional(),
    direction: z.enum(["higher", "lower", "cannot-say"]).optional(),
    size: z.string().max(255).optional(),
  }),
  answer: rowAnswer,
  async run({ key, etag, ...answer }, { rows, person, now }) {
    const review = rows.one(managerReviews, key);
    if (!review) throw notFound("question", key);
    const changes = decide(review, answer, { by: person, now });
    if (isRefusal(changes)) return changes;
    const act = { by: person, did: "manager-review.answer", from: review.status, to: "answered" } as const;
    return answerOf(managerReviews, await rows.change(managerReviews, key, etag, changes, act), "shown");
  },
});
