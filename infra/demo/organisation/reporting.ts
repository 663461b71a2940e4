import { cycles } from "#domain/registers/cycles.ts";
import { reportingCalendar } from "#domain/registers/reporting-calendar.ts";
import { demoId } from "../people.ts";
import { seedRows } from "./seed-rows.ts";
import { specificationKeys } from "./specifications.ts";

const period = "2026-07-01_2026-09-30";

const milestones = (contractsManager: string, days: readonly string[]) =>
  (["define", "collect", "validate", "explain", "approve", "compile", "submit"] as const).map((stage, at) => ({
    stage,
    by: days[at] ?? "",
    responsible:
      { define: contractsManager, collect: demoId(17), validate: demoId(15), explain: demoId(6), approve: demoId(1) }[
        stage as string
      ] ?? contractsManager,
  }));

/** Counted back in working days from the day each council asks for. */
const westshire = milestones(demoId(4), [
  "2026-10-14",
  "2026-10-19",
  "2026-10-26",
  "2026-10-30",
  "2026-11-04",
  "2026-11-05",
  "2026-11-06",
]);
const eastmoor = milestones(demoId(5), [
  "2026-10-14",
  "2026-10-21",
  "2026-10-30",
  "2026-11-05",
  "2026-11-11",
  "2026-11-12",
  "2026-11-13",
]);

export const demoCalendarRows = seedRows(reportingCalendar, {
  "westshire-2026-q3": {
    name: "Westshire, July to September 2026",
    contract: "westshire",
    specification: specificationKeys.westshire,
    period,
    periodRule: "quarterly",
    due: "2026-11-06",
    milestones: westshire,
    responsible: demoId(4),
    cycle: "westshire-2026-q3",
  },
  "eastmoor-2026-q3": {
    name: "Eastmoor, July to September 2026",
    contract: "eastmoor",
    specification: specificationKeys.eastmoor,
    period,
    periodRule: "quarterly",
    due: "2026-11-13",
    milestones: eastmoor,
    responsible: demoId(5),
    cycle: "eastmoor-2026-q3",
  },
  "westshire-2026-q4": {
    name: "Westshire, October to December 2026",
    contract: "westshire",
    specification: specificationKeys.westshire,
    period: "2026-10-01_2026-12-31",
    periodRule: "quarterly",
    due: "2027-02-05",
    responsible: demoId(4),
  },
  "eastmoor-2026-q4": {
    name: "Eastmoor, October to December 2026",
    contract: "eastmoor",
    specification: specificationKeys.eastmoor,
    period: "2026-10-01_2026-12-31",
    periodRule: "quarterly",
    due: "2027-02-12",
    responsible: demoId(5),
  },
});

const quarter3 = {
  periodFrom: "2026-07-01",
  periodTo: "2026-09-30",
  specificationEdition: 1,
  profile: "full",
} as const;
const quarter2 = { periodFrom: "2026-04-01", periodTo: "2026-06-30", stage: "closed", profile: "full" } as const;

/** The quarter to report, and the one before it, which was reported on paper. */
export const demoCycleRows = seedRows(cycles, {
  "westshire-2026-q2": {
    ...quarter2,
    name: "Westshire, April to June 2026 (on paper)",
    contract: "westshire",
    specification: specificationKeys.westshire,
    due: "2026-08-07",
    responsible: demoId(4),
  },
  "eastmoor-2026-q2": {
    ...quarter2,
    name: "Eastmoor, April to June 2026 (on paper)",
    contract: "eastmoor",
    specification: specificationKeys.eastmoor,
    due: "2026-08-14",
    responsible: demoId(5),
  },
  "westshire-2026-q3": {
    ...quarter3,
    name: "Westshire, July to September 2026",
    contract: "westshire",
    specification: specificationKeys.westshire,
    stage: "define",
    due: "2026-11-06",
    milestones: westshire,
    responsible: demoId(4),
  },
  "eastmoor-2026-q3": {
    ...quarter3,
    name: "Eastmoor, July to September 2026",
    contract: "eastmoor",
    specification: specificationKeys.eastmoor,
    stage: "define",
    due: "2026-11-13",
    milestones: eastmoor,
    responsible: demoId(5),
  },
});
