import { londonDay } from "#domain/day.ts";
import type { Register, Row } from "#domain/register/register.ts";
import type { Call } from "./operation.ts";

const MOST = 20_000;

/** Openings this process has noted today: the same person and row once a day. */
const noted = new WeakMap<object, { day: string; openings: Set<string> }>();

/**
 * Notes in the audit trail that somebody opened a row with restricted answers. False when it could not be noted: then they
 * are withheld. Rows without any are not noted.
 */
export async function noteRestricted(register: Register, row: Row, { outside, person, now }: Call): Promise<boolean> {
  const values: Readonly<Record<string, unknown>> = { ...row };
  const isRestricted = Object.entries(register.fields).some(([name, { restricted }]) => restricted && values[name]);
  if (!isRestricted) return true;
  const openings = openingsOf(outside.files, londonDay(now));
  const opening = JSON.stringify([person.id, register.slug, row.key]);
  if (openings.has(opening)) return true;
  try {
    await outside.sharePoint.noteOpened({ by: person.id, did: "row.open", register: register.slug, rowKey: row.key });
  } catch (error) {
    outside.log.error({ event: "row.open", result: error instanceof Error ? error.message : "failed" });
    return false;
  }
  if (openings.size < MOST) openings.add(opening);
  return true;
}

function openingsOf(process: object, day: string): Set<string> {
  const known = noted.get(process);
  if (known?.day === day) return known.openings;
  const openings = new Set<string>();
  noted.set(process, { day, openings });
  return openings;
}
