import type { Day } from "../day.ts";
import type { Settings } from "../registers/settings.ts";
import type { Nation } from "./nation.ts";

/** The one-off holidays an administrator added for a nation, to hand to anything that counts working days. */
export const extraDaysOf = (settings: Pick<Settings, "extraHolidays"> | undefined, nation: Nation): readonly Day[] =>
  (settings?.extraHolidays ?? []).filter((each) => each.nation === nation).map(({ day }) => day);
