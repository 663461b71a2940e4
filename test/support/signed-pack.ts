import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Compile, type CompiledPack, compilePack } from "#api/packs/compile-pack.ts";
import { contentHash } from "#api/packs/content-hash.ts";
import type { Decision } from "#domain/packs/decision.ts";
import type { PackContent } from "#domain/packs/pack-content.ts";
import { isRefusal } from "#domain/refusal.ts";
import { fileKeys } from "./file-keys.ts";
import { sampleLineage, samplePack } from "./sample-pack.ts";

export const newFolder = (): string => mkdtempSync(join(tmpdir(), "pack-"));

/** One approval for each role asked, each by another person. */
export const approvals = (content: PackContent): Decision[] =>
  content.approvalsNeeded.map((role, at) => ({
    role,
    person: `person-${at}`,
    name: ["Grace Mbeki", "Robert Okafor", "Sian Hughes"][at] ?? `Person ${at}`,
    decision: "approved",
    at: `2026-10-09T${String(9 + at).padStart(2, "0")}:12:00Z`,
    contentHash: contentHash(content),
  }));

/** The sample pack, approved, compiled and signed, in a folder of its own. */
export async function signedPack(changes: Partial<Compile> = {}): Promise<CompiledPack & { folder: string }> {
  const content = changes.content ?? samplePack();
  const folder = newFolder();
  const compiled = await compilePack({
    content,
    decisions: approvals(content),
    edition: "commissioner",
    lineage: sampleLineage(content),
    keys: fileKeys(join(folder, "..", `pack-test-key-${process.pid}.pem`)),
    outDir: folder,
    ...changes,
  });
  if (isRefusal(compiled)) throw new Error(compiled.refused.say);
  return { ...compiled, folder };
}
