import { clock, slashed } from "./calendar.ts";
import type { CsvFile } from "./csv-file.ts";
import type { CarePackage } from "./supported-people.ts";
import type { Visit } from "./visits.ts";

/** Writes the plan of one package's month; a visit cancelled after it was first exported is there in both versions. */
export function writePlannedVisits(file: CsvFile, care: CarePackage, visits: readonly Visit[]): void {
  const number = care.reference.slice(4);
  for (const { day, call, cancelledBy, cancelledLater } of visits) {
    const reference = `PV-${number}-${day.replaceAll("-", "").slice(2)}-${clock(call.start).replace(":", "")}`;
    const plan =
      `${care.service},${care.person},${slashed(day)},${clock(call.start)},${call.minutes},` +
      `${call.timeCritical ? "Yes" : "No"},${care.carers},`;
    if (cancelledLater) file.line(`${reference},1,${plan}`);
    file.line(`${reference},${cancelledLater ? 2 : 1},${plan}${cancelledBy}`);
  }
}
