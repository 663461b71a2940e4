import { z } from "zod";
import { resolveReview as decide } from "#domain/cycle/answer-review.ts";
import { notFound } from "#domain/errors.ts";
import { isRefusal } from "#domain/refusal.ts";
import { managerReviews } from "#domain/registers/manager-reviews.ts";
import { everybody } from "./everybody.ts";
import { operation } from "./operation.ts";
import { answerOf, rowAnswer } from "./row-answer.ts";

/** The quality lead settles a manager's concern and says how. */
export const resolveReview = operation({
  name: "resolve-review",
  method: "POST",
  path: "/manager-reviews/:key/resolution",
  summary: "Settle a manager's concern.",
  who: ["quality-lead"],
  input: z.strictObject({ key: z.string(), etag: z.string().min(1), resolution: z.string().max(60_000) }),
  answer: rowAnswer,
  async run({ key, etag, resolution }, { rows, person, now, outside }) {
    const review = rows.one(managerReviews, key);
    if (!review) throw notFound("question", key);
    const changes = decide(review, resolution, { by: person, now, everybody: everybody(outside) });
    if (isRefusal(changes)) return changes;
    const act = { by: person, did: "manager-review.resolve", from: review.status, to: "resolved" } as const;
    return answerOf(managerReviews, await rows.change(managerReviews, key, etag, changes, act), "shown");
  },
});
