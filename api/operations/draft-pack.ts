import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import type { PackContent } from "#domain/packs/pack-content.ts";
import { isRefusal, type Refusal, refuse } from "#domain/refusal.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { type Pack, packs } from "#domain/registers/packs.ts";
import type { Outside } from "../outside.ts";
import { buildContent, handsOf } from "../packs/build-content.ts";
import { canonicalText } from "../packs/canonical-text.ts";
import { compilePack } from "../packs/compile-pack.ts";
import { contentHash } from "../packs/content-hash.ts";
import { periodWords } from "../packs/plain-words.ts";
import { cycleFacts } from "./cycle-facts.ts";
import { type Call, operation } from "./operation.ts";

/** Drafts the pack of a cycle: what will be read and signed. The same content again is the same draft. */
export const draftPack = operation({
  name: "draft-pack",
  method: "POST",
  path: "/cycles/:cycle/packs",
  summary: "Draft the pack that will be read and signed.",
  who: ["contracts-manager"],
  input: z.strictObject({ cycle: z.string() }),
  answer: z.object({ pack: z.string(), packVersion: z.number(), contentHash: z.string(), created: z.boolean() }),
  async run({ cycle: key }, call) {
    const cycle = call.rows.one(cycles, key);
    if (!cycle) throw notFound("cycle", key);
    call.require({ contract: cycle.contract, services: [], safeguarding: false });
    if (cycle.stage !== "approve" && cycle.stage !== "explain")
      return refuse(
        "pack.not-now",
        `The pack is drafted when the figures are checked and explained; this cycle stands in “${cycle.stage}”.`,
        "The stage rail of the cycle says what is open before that.",
      );
    const facts = await cycleFacts(call.outside, key);
    const latest = facts.packs.toSorted((a, b) => b.packVersion - a.packVersion)[0];
    const hands = handsOf(facts, call.person.id);
    const content = await buildContent(call.outside, facts, latest?.packVersion ?? 1, hands);
    if (isRefusal(content)) return content;
    if (latest && contentHash(content) === latest.contentHash) return answerOf(latest, false);
    const version = latest ? latest.packVersion + 1 : 1;
    const row = await file(call, { ...content, packVersion: version }, hands, latest);
    return isRefusal(row) ? row : answerOf(row, true);
  },
});

const answerOf = ({ key, packVersion, contentHash: hash }: Pack, created: boolean) => ({
  pack: key,
  packVersion,
  contentHash: hash,
  created,
});

/** Files content and watermarked reading copies under the version, adds its row, and replaces the draft before it. */
async function file(
  call: Call,
  content: PackContent,
  hands: { authors: readonly string[]; validators: readonly string[] },
  before: Pack | undefined,
): Promise<Pack | Refusal> {
  const { outside, person, rows } = call;
  const hash = contentHash(content);
  const folder = `${content.cycle}/v${content.packVersion}`;
  const { path } = await outside.files.put("Packs", `${folder}/content.json`, Buffer.from(canonicalText(content)));
  const drafted = await fileDraft(outside, content, folder);
  if (isRefusal(drafted)) return drafted;
  const { row } = await rows.add(
    packs,
    `${content.cycle}-v${content.packVersion}`,
    {
      name: `${content.contract.title}, ${periodWords(content.period)}, version ${content.packVersion}`,
      cycle: content.cycle,
      contract: content.contract.key,
      packVersion: content.packVersion,
      contentHash: hash,
      contentPath: path,
      authors: [...hands.authors],
      validators: [...hands.validators],
      status: "draft",
    },
    { by: person, did: "pack.draft" },
  );
  if (before && before.status === "draft") {
    const changes = { status: "superseded", supersededBy: row.key } as const;
    await rows.change(packs, before.key, before.etag, changes, {
      by: person,
      did: "pack.supersede",
      from: "draft",
      to: "superseded",
    });
  }
  return row;
}

async function fileDraft(
  { workDir, keys, files }: Outside,
  content: PackContent,
  folder: string,
): Promise<undefined | Refusal> {
  const outDir = await mkdtemp(join(workDir, "draft-"));
  try {
    const made = await compilePack({ content, decisions: [], edition: "commissioner", keys, outDir });
    if (isRefusal(made)) return made;
    for (const { path, local } of made.files)
      if (path === "pack.pdf" || path === "assurance-statement.pdf")
        await files.put("Packs", `${folder}/draft/${path}`, { local });
    return undefined;
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}
