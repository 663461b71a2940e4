import type { Profile, Reading } from "./profile.ts";

/** The four headings each of our own formats begins with (docs/formats.md). */
const shared = ["Record Reference", "Version", "Service", "Person Reference"] as const;

/** A profile for one of our own formats: days `DD/MM/YYYY`, times as the London clock shows them, record and version given. */
export const ownFormat = ({
  columns,
  headings,
  ...rest
}: Pick<Profile, "name" | "report" | "dataset" | "headings" | "columns">): Profile => ({
  ...rest,
  product: "Line of Sight format",
  zone: "Europe/London",
  days: "day-first",
  headings: [...shared, ...headings],
  ignored: [],
  columns: {
    service: { read: "service", from: "Service" },
    person: { read: "person", from: "Person Reference" },
    ...columns,
  } satisfies Readonly<Record<string, Reading>>,
  record: { from: "Record Reference", version: "Version" },
});

/** Codes that are written as the dataset writes them. */
export const same = (...codes: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(codes.map((code) => [code, code]));
