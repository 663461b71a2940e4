import type { Day } from "#domain/day.ts";
import { nightlyDue } from "#domain/governance/nightly-due.ts";
import { fileRegisterExport } from "../exports/register-export.ts";
import type { Outside } from "../outside.ts";

const LEASE_MINUTES = 120;

/** The last night this process knows to be done, by it or another. */
const done = new WeakMap<object, Day>();

/** Writes every register as signed JSON Lines to the library, once a night by one of the processes. */
export async function exportNightly(outside: Outside): Promise<void> {
  const { clock, claims, sharePoint, log, files } = outside;
  const night = nightlyDue(done.get(files), clock());
  if (night === undefined) return;
  if (!(await claims.take(`register-export/${night}`, LEASE_MINUTES))) return;
  if (!(await isDone(outside, night))) {
    await sharePoint.sweep();
    const folder = await fileRegisterExport(outside, night);
    await files.put("Governance file", doneFile(night), Buffer.from(folder));
    log.info({ event: "registers.exported", night, folder });
  }
  done.set(files, night);
}

/** Names the folder that holds the whole of it. */
const doneFile = (night: Day): string => `exports/${night}/whole.txt`;

const isDone = async ({ files }: Pick<Outside, "files">, night: Day): Promise<boolean> =>
  (await files.list("Governance file", `exports/${night}`)).some(({ path }) => path === doneFile(night));
