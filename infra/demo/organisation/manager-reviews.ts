import { managerReviews } from "#domain/registers/manager-reviews.ts";
import { demoId } from "../people.ts";
import { seedRows } from "./seed-rows.ts";
import { specificationKeys } from "./specifications.ts";

const managers = {
  ashdown: demoId(9),
  birchwood: demoId(10),
  coppice: demoId(11),
  dovecote: demoId(12),
  "elm-house": demoId(13),
} as const;
type Service = keyof typeof managers;

const asked = (subjectKind: "specification" | "period-data", subject: string, service: Service) => ({
  subjectKind,
  subject,
  service,
  askedOf: managers[service],
  due: subjectKind === "specification" ? "2026-10-14" : "2026-10-19",
  status: "asked" as const,
});

const answered = (subject: string, service: Service) => ({
  ...asked("specification", subject, service),
  answer: "yes" as const,
  answeredBy: managers[service],
  answeredAt: "2026-10-08T10:20:00Z",
  status: "answered" as const,
});

const { westshire, eastmoor } = specificationKeys;
const figures = "Figures for July to September 2026";
const data = (service: Service) => ({ ...asked("period-data", figures, service), period: "2026-07-01_2026-09-30" });

/** Each manager is asked once about the quarter's figures, whichever councils they are for. */
export const demoReviewRows = seedRows(managerReviews, {
  [`${westshire}-ashdown`]: answered(westshire, "ashdown"),
  [`${westshire}-birchwood`]: asked("specification", westshire, "birchwood"),
  [`${westshire}-dovecote`]: answered(westshire, "dovecote"),
  [`${westshire}-elm-house`]: {
    ...answered(westshire, "elm-house"),
    answer: "partly",
    concern: "The visits section has nothing to say about a care home.",
    resolution: "The section is for home care only; the pack says so. Agreed with the home manager.",
    resolvedBy: demoId(6),
    resolvedAt: "2026-10-09T15:05:00Z",
    status: "resolved",
  },
  [`${eastmoor}-birchwood`]: answered(eastmoor, "birchwood"),
  [`${eastmoor}-coppice`]: answered(eastmoor, "coppice"),
  [`${eastmoor}-elm-house`]: answered(eastmoor, "elm-house"),
  "ashdown-2026-q3-data": data("ashdown"),
  "birchwood-2026-q3-data": data("birchwood"),
  "coppice-2026-q3-data": data("coppice"),
  "dovecote-2026-q3-data": data("dovecote"),
  "elm-house-2026-q3-data": data("elm-house"),
});
