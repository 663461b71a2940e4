import { stageRules } from "#domain/cycle/stages.ts";
import type { Day } from "#domain/day.ts";
import type { Cycle } from "#domain/registers/cycles.ts";
import type { CalendarEntry } from "#domain/registers/reporting-calendar.ts";
import { stages } from "#domain/registers/stages.ts";
import type { ShownRow } from "../../ask/use-rows.ts";

/** One day that matters to a report. */
export interface ReportingDate {
  readonly key: string;
  readonly day: Day;
  /** The cycle or the calendar's entry, by its name. */
  readonly report: string;
  readonly contract: string;
  /** What is to be done by that day. */
  readonly what: string;
  readonly state: "done" | "late" | "to-come";
  readonly link: string;
}

const DUE = "Due to the commissioner";

/** Every milestone and due day of the open cycles, and due days of reports not begun yet, earliest first. */
export function reportingDates(
  cycles: readonly ShownRow<Cycle>[],
  entries: readonly ShownRow<CalendarEntry>[],
  today: Day,
): readonly ReportingDate[] {
  const open = cycles.filter(({ answers: { stage } }) => stage !== undefined && stage !== "closed");
  const begun = entries.filter(({ answers: { cycle, due = "" } }) => !cycle && due >= today);
  return [
    ...open.flatMap((cycle) => datesOf(cycle, today)),
    ...begun.map(({ key, headline, answers: { due = "", contract = "" } }) => ({
      ...{ key, report: headline, contract, day: due, what: DUE },
      state: "to-come" as const,
      link: `/registers/reporting-calendar/${key}`,
    })),
  ].toSorted((a, b) => a.day.localeCompare(b.day) || a.key.localeCompare(b.key));
}

function datesOf({ key, headline, answers }: ShownRow<Cycle>, today: Day): readonly ReportingDate[] {
  const { milestones = [], stage = "define", due, contract = "" } = answers;
  const about = { report: headline, contract };
  const stateOf = (done: boolean, day: Day) => (done ? "done" : day < today ? "late" : "to-come");
  const submitted = stages.indexOf(stage) > stages.indexOf("submit");
  return [
    ...milestones.flatMap(({ stage: of, by, doneOn }) =>
      of === "closed" || (of === "submit" && by === due)
        ? []
        : [
            {
              ...about,
              key: `${key} ${of}`,
              day: by,
              what: `End of ${stageRules[of].title}`,
              state: stateOf(doneOn !== undefined || stages.indexOf(stage) > stages.indexOf(of), by),
              link: `/cycles/${key}/${of}`,
            } as const,
          ],
    ),
    ...(due
      ? [
          {
            ...about,
            key: `${key} due`,
            day: due,
            what: DUE,
            state: stateOf(submitted, due),
            link: `/cycles/${key}`,
          } as const,
        ]
      : []),
  ];
}
