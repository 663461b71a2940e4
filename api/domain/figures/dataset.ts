/** A column of a `Data` file. Integers are BIGINT, everything else VARCHAR; nothing else is portable between engines. */
export interface Column {
  readonly kind: "text" | "integer";
  /** What it holds and in which unit. */
  readonly means: string;
  /** May be empty (SQL NULL). */
  readonly empty?: true;
}

/** One kind of record, the same whatever product it was exported from. Derived columns are worked out once, at import. */
export interface Dataset {
  readonly name: string;
  /** The trade's word for its rows. */
  readonly words: { readonly one: string; readonly many: string };
  /** One `Data` file a calendar month of `day`, or one for all rows (`whole`) where each export replaces the last. */
  readonly split: "month" | "whole";
  readonly columns: Readonly<Record<string, Column>>;
}

const text = (means: string): Column => ({ kind: "text", means });
const integer = (means: string): Column => ({ kind: "integer", means });
const maybe = (column: Column): Column => ({ ...column, empty: true });

/** What every dataset has, so that any row can be walked back to the line it came from. */
export const everyRow = {
  record: text("Key of the record in its source; where a source has none, a keyed hash of its key columns"),
  record_version: integer("Version the source gave it; 1 where a source has none"),
  content_hash: text("64-bit hash of everything the row says, 16 hex characters"),
  source_file: text("SHA-256 of the file it came in"),
  src_row: integer("Row number in that file as a person counts lines of data, the header being row 1"),
  service: text("Key of the service"),
  person: text("Pseudonym of the person supported, 16 hex characters; never a name"),
  day: text("London day it belongs to, YYYY-MM-DD"),
  month_key: integer("Month of `day` as YYYYMM"),
  rk: integer("Random key, 1 to 2147483646, for seeded samples"),
} as const satisfies Readonly<Record<string, Column>>;

const dataset = (
  name: string,
  one: string,
  many: string,
  split: Dataset["split"],
  columns: Dataset["columns"],
): Dataset => ({ name, words: { one, many }, split, columns: { ...everyRow, ...columns } });

/** All datasets. Times of day are whole minutes since 1970 UTC, so that they order and subtract across clock changes. */
export const datasets = {
  "planned-visits": dataset("planned-visits", "planned visit", "planned visits", "month", {
    planned_start: integer("Agreed start of the plan, minutes since 1970 UTC"),
    planned_min: integer("Agreed length, minutes"),
    deadline: integer(
      "Next planned start for the person that day, or 23:00 London if earlier: carried out after it counts as missed",
    ),
    time_critical: integer("1 when the plan says time-critical"),
    cancelled_by: maybe(text("person, provider or hospital; empty when it stood")),
    carers: integer("Carers planned"),
  }),
  visits: dataset("visits", "visit", "visits", "month", {
    carer: text("Staff code of the carer, a pseudonym"),
    second_carer: integer("1 on the row of the second carer of a double-handed visit"),
    carers: integer("Carers on the visit"),
    claimed_start: integer("Start claimed, minutes since 1970 UTC: joins to planned_start"),
    claimed_min: integer("Length claimed, minutes"),
    actual_start: maybe(integer("Start recorded, minutes since 1970 UTC; empty when no visit was recorded")),
    actual_min: maybe(integer("Length recorded, minutes")),
    service_type: text("As the export says it"),
  }),
  packages: dataset("packages", "care package", "care packages", "whole", {
    contract: maybe(text("Key of the contract it is bought under; empty for a self-funder or direct payment")),
    funding: text("council, nhs, joint, direct-payment or self-funded"),
    start_day: text("First day"),
    end_day: maybe(text("Last day; empty when it goes on")),
    weekly_minutes: integer("Commissioned minutes a week"),
  }),
  incidents: dataset("incidents", "incident", "incidents", "month", {
    kind: text("fall, medication-error, near-miss, behaviour, other"),
    harm: text("none, low, moderate, severe or death"),
    reported_day: text("London day it was reported"),
    closed_day: maybe(text("London day it was closed")),
  }),
  complaints: dataset("complaints", "complaint", "complaints", "month", {
    due_day: text("Answer due under the contract"),
    answered_day: maybe(text("Answered on")),
    theme: text("communication, missed-or-late, staff-attitude, quality-of-care or other"),
    outcome: maybe(text("upheld, partly-upheld or not-upheld")),
  }),
  safeguarding: dataset("safeguarding", "safeguarding concern", "safeguarding concerns", "month", {
    aware_at: integer("When the provider became aware, minutes since 1970 UTC"),
    raised_at: maybe(integer("When it was raised with the council, minutes since 1970 UTC")),
    category: text("neglect, physical, financial, psychological, medication or other"),
    documents_due_day: text("Documentation due under the contract"),
    documents_done_day: maybe(text("Documentation complete on")),
  }),
  reviews: dataset("reviews", "care-plan review", "care-plan reviews", "month", {
    due_day: text("Review due; `day` is the same day"),
    reviewed_day: maybe(text("Reviewed on")),
    outcomes_achieved: maybe(text("yes, partly or no")),
  }),
  feedback: dataset("feedback", "piece of feedback", "feedback", "month", {
    source: text("person, family, professional or survey"),
    rating: maybe(integer("1 to 5, 5 the best")),
    about: text("timeliness, staff, communication, outcomes or other"),
  }),
  tasks: dataset("tasks", "care-system action", "care-system actions", "month", {
    status: text("As the care system has it, e.g. OPEN, COMPLETED"),
    due_day: maybe(text("Due on")),
    completed_day: maybe(text("Completed on")),
  }),
  alerts: dataset("alerts", "alert", "alerts", "month", {
    kind: text("Alert type as the care system has it"),
    severity: text("low, medium or high"),
    raised_at: integer("Raised, minutes since 1970 UTC"),
    resolved_at: maybe(integer("Resolved, minutes since 1970 UTC")),
  }),
} as const satisfies Readonly<Record<string, Dataset>>;

export type DatasetName = keyof typeof datasets;
