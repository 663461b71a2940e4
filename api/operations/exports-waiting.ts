import { dataRejectedRows } from "#domain/checks/data-rejected-rows.ts";
import { dataUncoveredPeriod } from "#domain/checks/data-uncovered-period.ts";
import { mapBrokenColumn } from "#domain/checks/map-broken-column.ts";
import { londonDay } from "#domain/day.ts";
import { hasRole } from "#domain/people/person.ts";
import { type Cycle, cycles } from "#domain/registers/cycles.ts";
import { cycleFacts } from "./cycle-facts.ts";
import type { Call } from "./operation.ts";
import { count, dueOf, type Waiting } from "./work-item.ts";

/** For whoever brings exports in: what each cycle whose period is over still misses, one line a cycle. */
export async function exportsWaiting(call: Call): Promise<readonly Waiting[]> {
  if (!hasRole(call.person, "ecm-administrator")) return [];
  const today = londonDay(call.now);
  const collecting = call.rows
    .all(cycles)
    .filter(({ stage, periodTo }) => (stage === "define" || stage === "collect") && periodTo < today);
  return (await Promise.all(collecting.map((cycle) => missingIn(cycle, call)))).flat();
}

async function missingIn(cycle: Cycle, { outside, now }: Call): Promise<readonly Waiting[]> {
  const facts = await cycleFacts(outside, cycle.key);
  const missing = [
    [dataUncoveredPeriod, "report to bring in", "reports to bring in"],
    [mapBrokenColumn, "report that lacks a column", "reports that lack a column"],
    [dataRejectedRows, "file with rows to put right", "files with rows to put right"],
  ] as const;
  const says = missing.flatMap(([check, one, many]) => {
    const found = check.find(facts, now).length;
    return found === 0 ? [] : [count(found, one, many)];
  });
  if (says.length === 0) return [];
  return [
    {
      key: `${cycle.key}-exports`,
      kind: "exports",
      title: `${cycle.name}: ${says.join(", ")}`.slice(0, 255),
      due: dueOf(cycle, "collect"),
      link: `/cycles/${cycle.key}/collect`,
    },
  ];
}
