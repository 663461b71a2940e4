import { periodOf } from "#domain/period.ts";
import { contracts } from "#domain/registers/contracts.ts";
import { type Cycle, cycles } from "#domain/registers/cycles.ts";
import { indicators } from "#domain/registers/indicators.ts";
import { type ManagerReview, managerReviews } from "#domain/registers/manager-reviews.ts";
import { services } from "#domain/registers/services.ts";
import { specifications } from "#domain/registers/specifications.ts";
import { sayPeriod } from "#domain/say-day.ts";
import type { Outside } from "../outside.ts";
import type { Call } from "./operation.ts";
import { isMine, type Waiting } from "./work-item.ts";

/** Questions put to the person about their services, each with the page on which it is answered. */
export const questionsWaiting = (call: Call): readonly Waiting[] =>
  call.rows
    .all(managerReviews)
    .filter(({ askedOf, status }) => status === "asked" && isMine(call, askedOf))
    .map((review) => ({
      key: review.key,
      kind: "question",
      title: question(review, call.outside).slice(0, 255),
      due: review.due,
      link: answeredAt(review, call),
    }));

/** “Does “Westshire evidence pack” fit Birchwood?”, “Do the figures for 1 Jul to 30 Sept 2026 match Birchwood?” */
export function question({ subjectKind, subject, service, period }: ManagerReview, { store }: Outside): string {
  const place = store.one(services, service)?.name ?? "your service";
  if (subjectKind === "period-data") {
    const days = period && periodOf(period);
    return `Do the figures${days ? ` for ${sayPeriod(days.from, days.to)}` : ""} match ${place}?`;
  }
  const about = subjectKind === "specification" ? specifications : indicators;
  return `Does “${store.one(about, subject)?.name ?? "the definition"}” fit ${place}?`;
}

/** The open cycle's stage where it is asked; the question's own row where no cycle asks. */
function answeredAt({ key, subjectKind, subject, period, service }: ManagerReview, { rows }: Call): string {
  const asks = ({ stage, specification, periodFrom, periodTo, contract }: Cycle) =>
    stage !== "closed" &&
    (subjectKind === "specification"
      ? specification === subject
      : period === `${periodFrom}_${periodTo}` && rows.one(contracts, contract)?.services.includes(service));
  const cycle = subjectKind === "indicator" ? undefined : rows.all(cycles).find(asks);
  if (!cycle) return `/registers/manager-reviews/${key}`;
  return `/cycles/${cycle.key}/${subjectKind === "specification" ? "define" : "collect"}`;
}
