import type { ManagerReview } from "#domain/registers/manager-reviews.ts";
import type { ShownRow } from "../../../ask/use-rows.ts";

export type ShownReview = ShownRow<ManagerReview>;

/** A question still open comes first, then a concern, then what is settled. */
export const byNeed = (a: ShownReview, b: ShownReview): number => rank(a) - rank(b) || a.key.localeCompare(b.key);

const rank = ({ answers: { status, answer } }: ShownReview): number => {
  if (status === "asked") return 0;
  return status === "answered" && answer !== "yes" ? 1 : 2;
};
