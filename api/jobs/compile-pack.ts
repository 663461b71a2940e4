import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { notFound } from "#domain/errors.ts";
import type { Decision } from "#domain/packs/decision.ts";
import type { Edition, PackContent } from "#domain/packs/pack-content.ts";
import { roleNames } from "#domain/people/role.ts";
import { isRefusal, refuse } from "#domain/refusal.ts";
import { type Pack, packs } from "#domain/registers/packs.ts";
import { signOffs } from "#domain/registers/sign-offs.ts";
import { cycleFacts } from "../operations/cycle-facts.ts";
import { nameOf } from "../operations/everybody.ts";
import type { Outside } from "../outside.ts";
import { draftedContent, hashNow } from "../packs/build-content.ts";
import { type CompiledPack, compilePack as compile } from "../packs/compile-pack.ts";
import { engineLineage } from "../packs/engine-lineage.ts";
import type { LineageOf } from "../packs/lineage-row.ts";
import { dataFiles, snapshotNamed } from "../records/current-data.ts";
import { indicatorsAsked, scopeOfCycle } from "../records/cycle-figures.ts";
import type { JobKind } from "./job-kind.ts";

const editions: readonly Edition[] = ["commissioner", "internal"];

/** Builds both editions of a signed pack and files them. The same pack again gives the same bytes, so it may be repeated. */
export const compilePack: JobKind<{ readonly pack: string }> = {
  kind: "compile",
  async run({ pack: key }, { outside, person, progress }) {
    const pack = await outside.store.fresh(packs, key);
    if (!pack) throw notFound("pack", key);
    if (pack.status !== "draft") return { pack: key, already: true };
    const facts = await cycleFacts(outside, pack.cycle);
    if ((await hashNow(outside, facts, pack)) !== pack.contentHash) return changed;
    const content = await draftedContent(outside, pack);
    const decisions = decisionsOn(outside, pack);
    const filed: NonNullable<Pack["files"]>[number][] = [];
    let manifestHash = "";
    for (const [at, edition] of editions.entries()) {
      progress(
        10 + at * 45,
        edition === "internal" ? "Building the internal edition" : "Building the commissioner’s edition",
      );
      const made = await buildEdition(outside, { content, decisions, edition });
      if (isRefusal(made)) return made;
      if (made.standing !== "final") return notSigned;
      progress(40 + at * 45, "Filing it");
      filed.push(...(await fileEdition(outside, content, edition, made)));
      await rm(outDirOf(outside, content, edition), { recursive: true, force: true });
      if (edition === "commissioner") manifestHash = made.manifestHash;
    }
    const changes = {
      files: filed,
      manifestHash,
      keyFingerprint: outside.keys.fingerprint,
      signOffs: decisions.map(({ ask }) => ask),
      status: "final",
    } as const;
    await outside.store.change(packs, key, pack.etag, changes, {
      by: person,
      did: "pack.compile",
      from: "draft",
      to: "final",
    });
    return { pack: key, files: filed.length };
  },
};

const changed = refuse(
  "pack.changed",
  "Something in the pack changed since it was signed.",
  "Draft it again and ask for sign-off again.",
);
const notSigned = refuse(
  "pack.not-signed",
  "Not everybody whose approval the pack needs has signed it.",
  "The stage “Approve” says who is missing.",
);

const outDirOf = ({ workDir }: Outside, { cycle, packVersion }: PackContent, edition: Edition) =>
  join(workDir, "packs", `${cycle}-v${packVersion}-${edition}`);

function decisionsOn({ store }: Outside, pack: Pack): readonly (Decision & { readonly ask: string })[] {
  return store
    .all(signOffs)
    .filter((row) => row.kind === "decision" && row.subject === pack.key && row.contentHash === pack.contentHash)
    .map(({ role, person, decision, decidedAt = "", contentHash, ask = "" }) => ({
      role: roleNames[role],
      person,
      name: nameOf({ store }, person),
      decision: decision === "approve" ? ("approved" as const) : ("returned" as const),
      at: decidedAt,
      contentHash,
      ask,
    }))
    .toSorted((a, b) => (a.at + a.role < b.at + b.role ? -1 : 1));
}

async function buildEdition(
  outside: Outside,
  { content, decisions, edition }: { content: PackContent; decisions: readonly Decision[]; edition: Edition },
) {
  const outDir = outDirOf(outside, content, edition);
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  const lineage = edition === "internal" ? await lineageFor(outside, content) : undefined;
  return compile({ content, decisions, edition, keys: outside.keys, outDir, ...(lineage && { lineage }) });
}

/** The very rows behind every figure, asked from the engine over the snapshot the content names. */
async function lineageFor({ store, files, engine }: Outside, content: PackContent): Promise<LineageOf> {
  const scope = scopeOfCycle(store, content.cycle);
  const snapshot = snapshotNamed(store, content.snapshot);
  if (!snapshot) throw notFound("set of data", content.snapshot);
  const local = await dataFiles(files, snapshot);
  const asked = indicatorsAsked(store, scope);
  const { contract, services, period } = scope;
  return (code) => {
    const ready = asked.find(({ row }) => row.code === code)?.ready;
    return ready && engineLineage({ indicator: ready, contract, services, period, files: local, engine });
  };
}

async function fileEdition(
  { files }: Outside,
  { cycle, packVersion }: PackContent,
  edition: Edition,
  { files: made }: CompiledPack,
) {
  const filed: NonNullable<Pack["files"]>[number][] = [];
  for (const { path, local, hash, size } of made) {
    const put = await files.put("Packs", `${cycle}/v${packVersion}/${edition}/${path}`, { local });
    filed.push({ edition, path: put.path, hash, size });
  }
  return filed;
}
