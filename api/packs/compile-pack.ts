import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commissionerEdition } from "#domain/packs/commissioner-edition.ts";
import { type Decision, standing } from "#domain/packs/decision.ts";
import type { Edition, PackContent } from "#domain/packs/pack-content.ts";
import { periodId } from "#domain/period.ts";
import type { Keys } from "#domain/ports.ts";
import { isRefusal, type Refusal, refuse } from "#domain/refusal.ts";
import { assuranceStatement } from "./assurance-statement.ts";
import { canonicalText } from "./canonical-text.ts";
import { checkedLineage } from "./checked-lineage.ts";
import { contentHash } from "./content-hash.ts";
import { evidencePack } from "./evidence-pack.ts";
import { figuresWorkbook } from "./figures-workbook.ts";
import { fileHash } from "./file-hash.ts";
import type { Signed } from "./front-matter.ts";
import type { LineageOf } from "./lineage-row.ts";
import { isPackPath, type Manifest, type ManifestFile } from "./manifest.ts";
import { type Signature, signedBytes } from "./signature.ts";
import { writeZip } from "./zip.ts";

export interface Compile {
  /** As signed: the internal edition, from `packContent`. */
  readonly content: PackContent;
  /** Every decision on this content; none yet for a draft. */
  readonly decisions: readonly Decision[];
  readonly edition: Edition;
  /** Read for the internal edition only. */
  readonly lineage?: LineageOf;
  /** More files for the pack, such as the commissioner's own workbook, filled. */
  readonly attachments?: ReadonlyMap<string, Uint8Array>;
  readonly keys: Pick<Keys, "fingerprint" | "publicKey" | "sign">;
  /** An empty folder on the local disk. */
  readonly outDir: string;
}

export interface CompiledPack {
  readonly standing: "draft" | "final";
  /** SHA-256 of what was signed. */
  readonly contentHash: string;
  readonly manifestHash: string;
  readonly zipHash: string;
  /** `pack.zip`, `pack.zip.sig` and the reading copies, where they lie. */
  readonly files: readonly (ManifestFile & { readonly local: string })[];
}

/**
 * Writes one edition of a pack. A function of its input alone: the same content and decisions give the same bytes,
 * whenever and wherever. Refused when a decision is about other content; throws `conflict` when the rows do not add up
 * to its figures.
 */
export async function compilePack(compile: Compile): Promise<CompiledPack | Refusal> {
  const { content, decisions, edition, keys, outDir, attachments = new Map() } = compile;
  const hash = contentHash(content);
  const stands = standing(content, hash, decisions);
  if (isRefusal(stands)) return stands;
  const wrong = [...attachments.keys()].find((name) => !isPackPath(name) || made.includes(name));
  if (wrong !== undefined) {
    return refuse(
      "pack.file-name",
      `A pack cannot hold a file named “${wrong}”.`,
      "Rename the file and compile again.",
    );
  }
  mkdirSync(outDir, { recursive: true });
  const shown = edition === "commissioner" ? commissionerEdition(content) : content;
  const signed: Signed = { standing: stands, contentHash: hash, decisions };
  const at = (name: string) => join(outDir, name);
  writeFileSync(at("content.json"), canonicalText(shown));
  writeFileSync(
    at("sign-offs.json"),
    canonicalText({ schemaVersion: 1, signOffs: decisions.map(signOff).sort(inOrder) }),
  );
  writeFileSync(at("pack.pdf"), evidencePack(shown, signed));
  writeFileSync(at("assurance-statement.pdf"), assuranceStatement(shown, signed));
  const rows = edition === "internal" && compile.lineage ? checkedLineage(content, compile.lineage) : undefined;
  await figuresWorkbook(at("figures.xlsx"), shown, rows);
  for (const [name, bytes] of attachments) {
    mkdirSync(join(at(name), ".."), { recursive: true });
    writeFileSync(at(name), bytes);
  }
  const inside = await hashed(outDir, [...made.filter((name) => name !== "manifest.json"), ...attachments.keys()]);
  writeFileSync(at("manifest.json"), canonicalText(manifestOf(shown, signed, inside)));
  const names = ["manifest.json", ...inside.map(({ path }) => path)];
  writeZip(at("pack.zip"), new Map(names.map((name) => [name, at(name)])));
  return sign({ outDir, names, keys, signed });
}

/** What every pack holds. */
const made: readonly string[] = [
  "assurance-statement.pdf",
  "content.json",
  "figures.xlsx",
  "manifest.json",
  "pack.pdf",
  "sign-offs.json",
];

const hashed = async (folder: string, names: readonly string[]): Promise<ManifestFile[]> =>
  Promise.all([...names].sort().map(async (path) => ({ path, ...(await fileHash(join(folder, path))) })));

/** Names and roles are the commissioner's to know; directory ids are not. */
const signOff = ({ role, name, decision, at, contentHash }: Decision) => ({ role, name, decision, at, contentHash });
const inOrder = (a: { at: string; role: string }, b: { at: string; role: string }) =>
  `${a.at} ${a.role}` < `${b.at} ${b.role}` ? -1 : 1;

const manifestOf = (shown: PackContent, signed: Signed, files: readonly ManifestFile[]): Manifest => ({
  schemaVersion: 1,
  provider: shown.provider,
  commissioner: shown.commissioner,
  contract: shown.contract.key,
  cycle: shown.cycle,
  packVersion: shown.packVersion,
  period: periodId(shown.period),
  edition: shown.edition,
  standing: signed.standing,
  contentHash: signed.contentHash,
  editionHash: contentHash(shown),
  madeWith: shown.madeWith,
  files,
});

interface Unsigned {
  readonly outDir: string;
  readonly names: readonly string[];
  readonly keys: Compile["keys"];
  readonly signed: Signed;
}

async function sign({ outDir, names, keys, signed }: Unsigned): Promise<CompiledPack> {
  const [manifest, zip] = await Promise.all(["manifest.json", "pack.zip"].map((name) => fileHash(join(outDir, name))));
  const last = signed.decisions
    .map(({ at }) => at)
    .sort()
    .at(-1);
  const unsigned: Omit<Signature, "signature"> = {
    schemaVersion: 1,
    algorithm: "RS256",
    zipHash: zip?.hash ?? "",
    manifestHash: manifest?.hash ?? "",
    keyFingerprint: keys.fingerprint,
    publicKey: keys.publicKey,
    ...(signed.standing === "final" && last !== undefined && { signedAt: last }),
  };
  const signature = await keys.sign(signedBytes(unsigned));
  writeFileSync(join(outDir, "pack.zip.sig"), canonicalText({ ...unsigned, signature }));
  const files = await hashed(outDir, [...names, "pack.zip", "pack.zip.sig"]);
  return {
    standing: signed.standing,
    contentHash: signed.contentHash,
    manifestHash: unsigned.manifestHash,
    zipHash: unsigned.zipHash,
    files: files.map((file) => ({ ...file, local: join(outDir, file.path) })),
  };
}
