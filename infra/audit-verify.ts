import { createWriteStream, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { openPromise } from "yauzl";
import type { Verdict } from "#domain/audit/verify-trail.ts";
import { verifyAudit } from "../api/exports/verify-audit.ts";
import "../api/packs/pack-files.ts";

const usage = `npm run audit:verify -- PATH [--key FINGERPRINT …] [--newest NUMBER:HASH]

PATH is the export an auditor got (audit-trail.zip), or the folder it unpacks to.
FINGERPRINT is the SHA-256 of the provider's public key, as the provider gave it to you by another route; with several
keys in turn, give each.
NUMBER:HASH is the newest anchor, from the line “audit.anchor” of the program's log.
Nothing is asked of a network. Ends with 0 when the trail holds, and with 1 when it does not.`;

const MOST_FILES = 200_000;
const MOST_BYTES = 64 * 2 ** 30;

function report({ faults, holds, notProven }: Verdict): readonly string[] {
  return [
    faults.length === 0 ? "This audit trail verifies." : "This audit trail does NOT verify.",
    ...[...faults, ...holds].map((each) => `  ${each}`),
    "Not proven by this check:",
    ...notProven.map((each) => `  ${each}`),
  ];
}

function words() {
  try {
    const { values, positionals } = parseArgs({
      options: { key: { type: "string", multiple: true }, newest: { type: "string" } },
      allowPositionals: true,
    });
    const keys = (values.key ?? []).map((key) => key.replace(/[\s:]/g, "").toLowerCase());
    const newest = /^(\d+):([0-9a-f]{64})$/.exec(values.newest ?? "");
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) return undefined;
    if (keys.some((key) => !/^[0-9a-f]{64}$/.test(key)) || (values.newest !== undefined && !newest)) return undefined;
    return { path, keys, newest: newest ? { number: Number(newest[1]), hash: newest[2] ?? "" } : undefined };
  } catch {
    return undefined;
  }
}

/** Unpacks what an export holds and nothing else, to a folder that is removed again. */
async function unpacked(path: string): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), "audit-verify-"));
  mkdirSync(join(dir, "anchors"));
  const zip = await openPromise(path, { strictFileNames: true });
  let files = 0;
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    files += 1;
    bytes += entry.uncompressedSize;
    if (files > MOST_FILES || bytes > MOST_BYTES) throw new Error("The zip is larger than any export.");
    if (!/^(anchors\/\d{1,12}\.json|[a-z-]+\.(jsonl|json|pem|txt))$/.test(entry.fileName)) continue;
    const to = join(dir, entry.fileName);
    mkdirSync(dirname(to), { recursive: true });
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(to));
  }
  zip.close();
  return dir;
}

async function main(): Promise<number> {
  const asked = words();
  if (!asked) {
    console.error(usage);
    return 1;
  }
  const isFolder = statSync(asked.path, { throwIfNoEntry: false })?.isDirectory();
  try {
    const dir = isFolder ? asked.path : await unpacked(asked.path);
    try {
      const verdict = await verifyAudit(dir, asked);
      console.log(report(verdict).join("\n"));
      return verdict.faults.length === 0 ? 0 : 1;
    } finally {
      if (!isFolder) rmSync(dir, { recursive: true, force: true });
    }
  } catch (error) {
    console.error(`${asked.path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

process.exitCode = await main();
