import { createReadStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { readEvent } from "#domain/audit/read-event.ts";
import { LineOfSightError } from "#domain/errors.ts";
import { isRefusal, type Refusal, refuse } from "#domain/refusal.ts";
import type { Register, Row } from "#domain/register/register.ts";
import { auditTrail } from "#domain/registers/audit-trail.ts";
import type { Outside } from "../outside.ts";
import { exportedLists, exportFile } from "./register-export.ts";
import { fileFaults, manifestIn, readSignedManifest, type SignedManifest } from "./signed-manifest.ts";

/** What was put back. */
export interface Restored {
  readonly at: string;
  readonly organisation: string;
  readonly rows: number;
  readonly events: number;
}

interface From {
  readonly dir: string;
  /** Fingerprint of the key the export must be signed with. */
  readonly key: string;
  readonly say?: (line: string) => void;
}

const DID = "row.restore";
const AT_ONCE = 8;

/**
 * Puts an export back into a provisioned site that holds nothing else: rows with their keys and history, their seals made
 * again, and the audit trail as it was; each row's restoring is an event of its own. Cut off, it goes on where it stopped.
 */
export async function restore(
  outside: Outside,
  { dir, key, say = () => undefined }: From,
): Promise<Restored | Refusal> {
  const manifest = await checked(dir, key);
  if (isRefusal(manifest)) return manifest;
  const reason = `From the export of ${manifest.at}`;
  const stranger = exportedLists.find((register) => outside.store.all(register).some((row) => !cameFrom(row, reason)));
  if (stranger) return notEmpty(stranger);
  const events = await eachLine(dir, auditTrail, async (line) => {
    const event = readEvent(line);
    if (!event) throw unreadable(auditTrail);
    await outside.sharePoint.putBackEvent(event);
  });
  say(`${events} events of the audit trail are back.`);
  let rows = 0;
  for (const register of exportedLists) {
    const back = await eachLine(dir, register, async (line) => {
      await outside.sharePoint.store.putBack(register, rowIn(register, line), { by: "system", did: DID, reason });
    });
    if (back > 0) say(`${register.title}: ${back} rows.`);
    rows += back;
  }
  return { at: manifest.at, organisation: manifest.organisation, rows, events };
}

async function checked(dir: string, key: string): Promise<SignedManifest | Refusal> {
  const text = await manifestIn(dir);
  if (text === undefined)
    return refuse(
      "restore.no-export",
      "There is no manifest.json in that folder, so it is no export.",
      "Name the folder of one night, as it lies in the library Governance file.",
    );
  const manifest = readSignedManifest(text, new Set([key]));
  const faults = typeof manifest === "string" ? [manifest] : await fileFaults(dir, manifest);
  const missing = typeof manifest === "string" ? [] : missingFrom(manifest);
  const [fault] = [...faults, ...missing];
  if (fault === undefined && typeof manifest !== "string") return manifest;
  return refuse(
    "restore.export-changed",
    `Nothing was restored: ${[...faults, ...missing].join("; ")}.`,
    "Take the export of another night, or give the fingerprint of the key it was signed with by --key.",
  );
}

const missingFrom = ({ files }: SignedManifest): readonly string[] =>
  [...exportedLists, auditTrail]
    .map(exportFile)
    .filter((path) => !files.some((file) => file.path === path))
    .map((path) => `${path} is not part of it`);

const cameFrom = ({ history }: Row, reason: string): boolean =>
  history.some((moved) => moved.did === DID && moved.reason === reason);

const notEmpty = ({ title }: Register): Refusal =>
  refuse(
    "restore.not-empty",
    `Nothing was restored: “${title}” already holds rows that are not from this export.`,
    "An export is put back into a site that was provisioned and never used. Make a new one.",
  );

/** Does the work for every line of a register's file, several at once, and answers how many there were. */
async function eachLine(
  dir: string,
  register: Pick<Register, "slug">,
  work: (line: string) => Promise<void>,
): Promise<number> {
  const input = createReadStream(join(dir, exportFile(register)));
  let waiting: string[] = [];
  let lines = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line === "") continue;
    lines += 1;
    waiting.push(line);
    if (waiting.length < AT_ONCE) continue;
    await Promise.all(waiting.map(work));
    waiting = [];
  }
  await Promise.all(waiting.map(work));
  return lines;
}

function rowIn(register: Register, line: string): Row {
  const row: unknown = JSON.parse(line);
  const isRow =
    typeof row === "object" && row !== null && "key" in row && "history" in row && Array.isArray(row.history);
  if (!isRow) throw unreadable(register);
  return row as unknown as Row;
}

const unreadable = (register: Pick<Register, "slug">) =>
  new LineOfSightError("invalid", `${exportFile(register)} holds a line that cannot be read.`);
