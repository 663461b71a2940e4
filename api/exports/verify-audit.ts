import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { readAnchor } from "#domain/audit/read-anchor.ts";
import { readEvent, readRowPrint } from "#domain/audit/read-event.ts";
import type { AnchorFile, KnownAnchor } from "#domain/audit/verify-anchors.ts";
import type { RowPrint } from "#domain/audit/verify-rows.ts";
import { TrailVerifier, type Verdict } from "#domain/audit/verify-trail.ts";
import { fingerprintOf } from "../keys/signed-by.ts";
import { anchorWrong } from "./anchor-signature.ts";
import { fileFaults, manifestIn, readSignedManifest } from "./signed-manifest.ts";

/** What the auditor brings from elsewhere. */
export interface Brought {
  /** Fingerprints of the provider's keys. */
  readonly keys?: readonly string[];
  readonly newest?: KnownAnchor | undefined;
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Verifies an auditor's export, unpacked in a folder, from its files alone. Events are read one by one. */
export async function verifyAudit(dir: string, { keys = [], newest }: Brought = {}): Promise<Verdict> {
  const keyFile = await readFile(join(dir, "public-key.pem"), "utf8").catch(() => "");
  const trusted = new Set(keys.length > 0 ? keys : [fingerprintOf(keyFile) ?? ""]);
  const faults: string[] = [];
  const anchors = await anchorsIn(dir, trusted);
  const rows = existsSync(join(dir, "rows.jsonl")) ? await rowsIn(dir, faults) : undefined;
  const verifier = new TrailVerifier({ anchors, newest, rows, keyKnown: keys.length > 0 }, sha256);
  let at = 0;
  for await (const line of linesOf(dir, "events.jsonl")) {
    at += 1;
    const event = readEvent(line);
    if (event) verifier.take(event);
    else faults.push(`Line ${at} of events.jsonl is no event.`);
  }
  const verdict = verifier.verdict();
  const whole = await manifestFaults(dir, trusted);
  const wrong = [...whole.faults, ...faults, ...verdict.faults];
  return {
    faults: wrong,
    holds: wrong.length === 0 ? verdict.holds : [],
    notProven: [...verdict.notProven, ...whole.notProven],
  };
}

async function* linesOf(dir: string, name: string): AsyncGenerator<string> {
  const path = join(dir, name);
  if (!existsSync(path)) return;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY }))
    if (line !== "") yield line;
}

async function anchorsIn(dir: string, trusted: ReadonlySet<string>): Promise<readonly AnchorFile[]> {
  const names = await readdir(join(dir, "anchors")).catch(() => []);
  return Promise.all(
    names.toSorted().map(async (name) => {
      const anchor = readAnchor(await readFile(join(dir, "anchors", name), "utf8"));
      const number = Number(/^(\d+)\.json$/.exec(name)?.[1] ?? 0);
      return { number, anchor, wrong: anchor ? anchorWrong(anchor, trusted) : "cannot be read" };
    }),
  );
}

async function rowsIn(dir: string, faults: string[]): Promise<readonly RowPrint[]> {
  const rows: RowPrint[] = [];
  for await (const line of linesOf(dir, "rows.jsonl")) {
    const row = readRowPrint(line);
    if (row) rows.push(row);
    else faults.push(`Line ${rows.length + 1} of rows.jsonl is no row.`);
  }
  return rows;
}

async function manifestFaults(dir: string, trusted: ReadonlySet<string>) {
  const text = await manifestIn(dir);
  if (text === undefined) {
    const say = "That the export is as the app made it: it has no manifest.json.";
    return { faults: [], notProven: [say] };
  }
  const manifest = readSignedManifest(text, trusted);
  const faults = typeof manifest === "string" ? [manifest] : await fileFaults(dir, manifest);
  return { faults: faults.map((fault) => `In the export, ${fault}.`), notProven: [] };
}
