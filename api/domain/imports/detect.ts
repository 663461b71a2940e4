import type { Profile, Reading } from "./profile.ts";
import { shippedProfiles } from "./shipped-profiles.ts";

/** What a row of headings turned out to be. */
export interface Recognised {
  readonly profile: Profile;
  /** Known heading → its column in the file, the first being 0. */
  readonly at: Readonly<Record<string, number>>;
  /** Known heading → as the file writes it, where the two differ. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Headings the profile reads and the file lacks. */
  readonly missing: readonly string[];
  /** Headings of the file no profile knows, in order. They are not loaded. */
  readonly strange: readonly string[];
  /** Headings the profile reads that the file has more than once. */
  readonly repeated: readonly string[];
}

/** Enough of the headings that are read must be there before a profile is named at all. */
const ENOUGH = 0.6;

/** Headings are the same when only case, blanks and punctuation differ. */
export const plainHeading = (heading: string): string => heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Every heading a reading takes its value from. */
export const headingsOf = (reading: Reading): readonly string[] => [
  reading.from,
  ...("clock" in reading && reading.clock ? [reading.clock] : []),
  ...("when" in reading && reading.when ? [reading.when.from] : []),
];

/** Headings without which a file cannot be read with this profile. */
export function headingsRead({ columns, record }: Profile): readonly string[] {
  const own = "from" in record ? [record.from, ...(record.version ? [record.version] : [])] : record.keyOf.headings;
  return [...new Set([...own, ...Object.values(columns).flatMap(headingsOf)])];
}

/** Finds the profile whose headings these are; undefined when none fits well enough to be named. */
export function detect(
  header: readonly string[],
  renamed: Readonly<Record<string, string>> = {},
  profiles: readonly Profile[] = shippedProfiles,
): Recognised | undefined {
  return profiles
    .map((profile) => recognise(profile, header, renamed))
    .filter(({ score }) => score >= ENOUGH)
    .toSorted((a, b) => b.score - a.score || a.recognised.strange.length - b.recognised.strange.length)
    .at(0)?.recognised;
}

function recognise(profile: Profile, header: readonly string[], renamed: Readonly<Record<string, string>>) {
  const plain = header.map(plainHeading);
  const placesOf = (known: string): readonly number[] => {
    const spellings = [renamed[known] ?? known, ...(profile.also?.[known] ?? [])].map(plainHeading);
    return plain.flatMap((heading, place) => (spellings.includes(heading) ? [place] : []));
  };
  const places = new Map(profile.headings.map((known) => [known, placesOf(known)]));
  const read = headingsRead(profile);
  const missing = read.filter((known) => places.get(known)?.length === 0);
  const at = Object.fromEntries(
    [...places].flatMap(([known, [first]]) => (first === undefined ? [] : [[known, first]])),
  );
  const taken = new Set([...places.values()].flat());
  const recognised: Recognised = {
    profile,
    at,
    renamed: Object.fromEntries(
      Object.entries(at).flatMap(([known, place]) => {
        const written = header[place]?.trim() ?? "";
        return written === known ? [] : [[known, written]];
      }),
    ),
    missing,
    strange: header.filter((heading, place) => !taken.has(place) && heading.trim() !== ""),
    repeated: read.filter((known) => (places.get(known)?.length ?? 0) > 1),
  };
  return { recognised, score: (read.length - missing.length) / read.length };
}
