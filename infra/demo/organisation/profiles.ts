import type { Profile, Reading } from "#domain/imports/profile.ts";
import { shippedProfiles } from "#domain/imports/shipped-profiles.ts";
import { profiles } from "#domain/registers/profiles.ts";
import { demoId } from "../people.ts";
import { seedRows } from "./seed-rows.ts";

/** The councils' numbers for our branches, which is how Access Adult names a service. */
const branches = Object.entries({
  "MB-ASHDOWN": "ashdown",
  "MB-BIRCHWOOD": "birchwood",
  "MB-COPPICE": "coppice",
  "MB-DOVECOTE": "dovecote",
  "MB-ELM-HOUSE": "elm-house",
}).map(([value, means]) => ({ column: "ProviderRef", value, means }));

const codesOf = (reading: Reading) =>
  reading.read === "choice"
    ? Object.entries(reading.codes).map(([value, means]) => ({ column: reading.from, value, means }))
    : [];

const rowOf = ({ name, product, report, dataset, zone, days, headings, columns, record }: Profile) => ({
  name: report,
  product,
  dataset,
  edition: 1,
  headings,
  columns: Object.entries(columns).map(([field, reading]) => ({
    column: reading.from,
    field,
    format: reading.read === "day" || reading.read === "moment" ? days : reading.read,
  })),
  keyColumns: "from" in record ? [record.from] : record.keyOf.headings,
  zone: zone === "UTC" ? ("utc" as const) : ("europe-london" as const),
  codes: [...Object.values(columns).flatMap(codesOf), ...(name === "access-adult-visits" ? branches : [])],
  confirmedBy: demoId(17),
  confirmedOn: "2026-09-28",
  status: "confirmed" as const,
});

/** The mappings that come with the product, as the ECM administrator confirmed them; keyed by the mapping's name. */
export const demoProfileRows = seedRows(
  profiles,
  Object.fromEntries(shippedProfiles.map((profile) => [profile.name, rowOf(profile)])),
);
