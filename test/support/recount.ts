import type { TestRow } from "#domain/figures/shipped/shipped.ts";

/** Rows by dataset, as a test made them. */
export type Rows = Readonly<
  Record<"planned-visits" | "visits" | "packages" | "incidents" | "complaints", readonly TestRow[]>
>;

/** What one record adds to one side of an indicator. */
export interface Added {
  readonly service: string;
  readonly month: string;
  readonly day: string;
  readonly adds: number;
}

const n = (value: unknown) => Number(value);
const t = (value: unknown) => String(value);

/** The shipped indicators counted again in plain loops, by their definitions in words alone: no rule, no SQL. */
export function recount(rows: Rows, contract: string): Record<string, { numerator: Added[]; denominator: Added[] }> {
  const bought = (row: TestRow) =>
    rows.packages.some(
      (p) =>
        p.person === row.person &&
        p.contract === contract &&
        ["council", "nhs", "joint"].includes(t(p.funding)) &&
        t(p.start_day) <= t(row.day) &&
        (p.end_day === null || t(p.end_day) >= t(row.day)),
    );
  const added = (row: TestRow, adds = 1, day = row.day): Added => ({
    service: t(row.service),
    month: t(day).slice(0, 7),
    day: t(day),
    adds,
  });
  const plan = rows["planned-visits"]
    .filter((row) => bought(row) && row.cancelled_by !== "person" && row.cancelled_by !== "hospital")
    .map((row) => ({
      row,
      visit: rows.visits
        .filter(
          (v) =>
            v.person === row.person &&
            v.day === row.day &&
            v.claimed_start === row.planned_start &&
            v.second_carer === 0,
        )
        .sort((a, b) => n(b.record_version) - n(a.record_version) || n(a.src_row) - n(b.src_row))[0],
    }));
  const made = plan.filter(({ visit }) => visit !== undefined && visit.actual_start !== null);
  const off = ({ row, visit }: (typeof plan)[number]) =>
    visit === undefined || visit.actual_start === null
      ? Number.POSITIVE_INFINITY
      : Math.abs(n(visit.actual_start) - n(row.planned_start));
  const critical = plan.filter(({ row }) => row.time_critical === 1);
  const rowsOf = (some: typeof plan) => some.map(({ row }) => added(row));
  const visited = rows.visits.filter((v) => bought(v) && v.second_carer === 0 && v.actual_start !== null);
  const complaints = rows.complaints.filter(bought);
  return {
    "missed-visits": {
      numerator: rowsOf(
        plan.filter(
          ({ row, visit }) =>
            visit === undefined || visit.actual_start === null || n(visit.actual_start) > n(row.deadline),
        ),
      ),
      denominator: rowsOf(plan),
    },
    "punctuality-15": { numerator: rowsOf(made.filter((each) => off(each) <= 15)), denominator: rowsOf(made) },
    "punctuality-30": { numerator: rowsOf(critical.filter((each) => off(each) <= 30)), denominator: rowsOf(critical) },
    "visit-duration": {
      numerator: rowsOf(
        made.filter(
          ({ row, visit }) => visit?.actual_min !== null && n(visit?.actual_min) * 5 >= n(row.planned_min) * 4,
        ),
      ),
      denominator: rowsOf(made),
    },
    "delivered-hours": {
      numerator: plan.map(({ row, visit }) => added(row, visit?.actual_min == null ? 0 : n(visit.actual_min))),
      denominator: plan.map(({ row }) => added(row, n(row.planned_min))),
    },
    continuity: {
      numerator: visited.filter((v) => usual(v, visited).includes(t(v.carer))).map((v) => added(v)),
      denominator: visited.map((v) => added(v)),
    },
    "complaints-on-time": {
      numerator: complaints
        .filter((c) => c.answered_day !== null && t(c.answered_day) <= t(c.due_day))
        .map((c) => added(c, 1, c.due_day)),
      denominator: complaints.map((c) => added(c, 1, c.due_day)),
    },
    "incidents-per-1000-hours": {
      numerator: rows.incidents
        .filter((i) => bought(i) && i.kind !== "near-miss" && i.service !== "elm-house")
        .map((i) => added(i)),
      denominator: rows.visits
        .filter((v) => bought(v) && v.second_carer === 0 && v.service !== "elm-house")
        .map((v) => added(v, v.actual_min === null ? 0 : n(v.actual_min))),
    },
    "falls-per-1000-bed-days": {
      numerator: rows.incidents
        .filter((i) => bought(i) && i.kind === "fall" && i.service === "elm-house")
        .map((i) => added(i)),
      denominator: everyDay.flatMap((day) =>
        rows.packages
          .filter(
            (p) =>
              p.service === "elm-house" &&
              p.contract === contract &&
              ["council", "nhs", "joint"].includes(t(p.funding)) &&
              t(p.start_day) <= day &&
              (p.end_day === null || t(p.end_day) >= day),
          )
          .map((p) => added(p, 1, day)),
      ),
    },
  };
}

/** The three carers with most visits to the same person in the same month and service; ties by code. */
function usual(visit: TestRow, visits: readonly TestRow[]): readonly string[] {
  const times: Record<string, number> = {};
  for (const v of visits)
    if (v.person === visit.person && v.service === visit.service && t(v.day).slice(0, 7) === t(visit.day).slice(0, 7))
      times[t(v.carer)] = (times[t(v.carer)] ?? 0) + 1;
  return Object.entries(times)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, 3)
    .map(([carer]) => carer);
}

/** Every day of June to August 2026. */
const everyDay = [30, 31, 31].flatMap((days, at) =>
  Array.from({ length: days }, (_, day) => `2026-0${6 + at}-${String(day + 1).padStart(2, "0")}`),
);
