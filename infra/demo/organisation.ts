import type { Store } from "#domain/ports.ts";
import { demoActionRows } from "./organisation/actions.ts";
import { demoMapRows } from "./organisation/evidence-map.ts";
import { demoFrameworkRows } from "./organisation/frameworks.ts";
import { demoIndicatorRows } from "./organisation/indicators.ts";
import { demoReviewRows } from "./organisation/manager-reviews.ts";
import { demoPeopleRows } from "./organisation/people-rows.ts";
import { demoContractRows, demoServiceRows } from "./organisation/places.ts";
import { demoProfileRows } from "./organisation/profiles.ts";
import { demoCalendarRows, demoCycleRows } from "./organisation/reporting.ts";
import type { SeedRows } from "./organisation/seed-rows.ts";
import { demoSettingsRows } from "./organisation/settings.ts";
import { demoSpecificationRows } from "./organisation/specifications.ts";
import { demoThemeRows } from "./organisation/themes.ts";

/**
 * Meadowbank Care's registers as they stand on the as-of day, in an order in which what is referred to comes first.
 * @param engine name and version of the figures engine that the indicators' recorded tests passed with
 */
export const organisation = (engine: string): readonly SeedRows[] => [
  demoSettingsRows,
  demoPeopleRows,
  demoServiceRows,
  demoContractRows,
  demoFrameworkRows,
  demoProfileRows,
  demoIndicatorRows(engine),
  demoSpecificationRows,
  demoMapRows,
  demoReviewRows,
  demoCalendarRows,
  demoCycleRows,
  demoThemeRows,
  demoActionRows,
];

/** Adds what is not there yet, as the system; a second time changes nothing. Answers how many rows were new. */
export async function seed(store: Store, engine: string): Promise<number> {
  let made = 0;
  for (const { register, rows } of organisation(engine))
    for (const [key, answers] of Object.entries(rows)) {
      const { created } = await store.add(register, key, answers, { by: "system", did: "organisation.seed" });
      if (created) made += 1;
    }
  return made;
}
