import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import canonicalize from "canonicalize";
import type { RowPrint } from "#domain/audit/verify-rows.ts";
import { auditTrail } from "#domain/registers/audit-trail.ts";
import { changeFeed } from "#domain/registers/change-feed.ts";
import { everyList } from "#domain/registers/index.ts";
import { settings } from "#domain/registers/settings.ts";
import { answersOf } from "../graph/answers-of.ts";
import { anchorFiles } from "../jobs/anchor-audit.ts";
import type { Outside } from "../outside.ts";
import { writeZip } from "../packs/zip.ts";
import { howToVerify } from "./how-to-verify.ts";
import { MANIFEST, signedManifest } from "./signed-manifest.ts";
import { writeEvents } from "./write-events.ts";

/**
 * Writes the audit trail for an auditor as a folder: every event, every anchor, the fingerprint of every row as SharePoint
 * has it, and the public key. Ids and hashes only. No more than one chain is in memory at a time.
 */
export async function writeAuditExport(outside: Outside, dir: string): Promise<void> {
  await mkdir(join(dir, "anchors"), { recursive: true });
  const events = await writeEvents(outside, join(dir, "events.jsonl"));
  const rows = rowPrints(outside);
  await writeFile(join(dir, "rows.jsonl"), rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  const files: { path: string; lines?: number }[] = [
    { path: "events.jsonl", lines: events },
    { path: "rows.jsonl", lines: rows.length },
    { path: "public-key.pem" },
    { path: "how-to-verify.txt" },
  ];
  await writeFile(join(dir, "public-key.pem"), outside.keys.publicKey);
  await writeFile(join(dir, "how-to-verify.txt"), howToVerify);
  for await (const { number, text } of anchorFiles(outside)) {
    const path = `anchors/${String(number).padStart(8, "0")}.json`;
    await writeFile(join(dir, path), text);
    files.push({ path });
  }
  const organisation = outside.store.all(settings)[0]?.organisation ?? "";
  const facts = { kind: "audit-export", at: outside.clock(), organisation } as const;
  await writeFile(join(dir, MANIFEST), await signedManifest(dir, files, facts, outside.keys));
}

/** The same as one zip in a folder of its own; the caller removes the folder. */
export async function auditExportZip(outside: Outside): Promise<{ readonly zip: string; readonly folder: string }> {
  await mkdir(outside.workDir, { recursive: true });
  const folder = await mkdtemp(join(outside.workDir, "audit-export-"));
  const dir = join(folder, "files");
  await writeAuditExport(outside, dir);
  const found = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = found
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => [path.slice(dir.length + 1).replaceAll("\\", "/"), path] as const);
  const zip = join(folder, "audit-trail.zip");
  writeZip(zip, new Map(files));
  return { zip, folder };
}

/** Every row the trail speaks of, as SharePoint has it, and rows that are not as the app left them. */
function rowPrints({ store, sharePoint }: Outside): readonly RowPrint[] {
  const odd = new Map(sharePoint.oddities().map((each) => [`${each.register}/${each.key}`, each]));
  const prints: RowPrint[] = [];
  for (const register of everyList.filter(({ slug }) => slug !== auditTrail.slug && slug !== changeFeed.slug))
    for (const row of store.all(register)) {
      const id = `${register.slug}/${row.key}`;
      const what = odd.get(id)?.what;
      odd.delete(id);
      prints.push({
        register: register.slug,
        key: row.key,
        etag: row.etag,
        event: row.auditEvent,
        payloadHash: createHash("sha256")
          .update(canonicalize(answersOf(register, row)) ?? "")
          .digest("hex"),
        ...(what && { odd: what }),
      });
    }
  const left = [...odd.values()].map(({ register, key, what }) => ({
    ...{ register, key, odd: what },
    ...{ etag: "", event: "", payloadHash: "" },
  }));
  return [...prints, ...left];
}
