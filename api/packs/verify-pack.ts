import { createHash } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { type Manifest, readManifest } from "./manifest.ts";
import { folderFiles, type PackFiles, zipFiles } from "./pack-files.ts";
import { readSignature, type Signature } from "./signature.ts";

export interface Problem {
  /** The file it is about, as the pack names it. */
  readonly file: string;
  /** What is wrong with it, to be read after its name. */
  readonly say: string;
}

/** Either everything holds, and what that does not prove; or what differs, every file named. */
export type Verdict =
  | {
      readonly holds: true;
      readonly manifest: Manifest;
      readonly signature: Signature;
      readonly notProven: readonly string[];
    }
  | { readonly holds: false; readonly problems: readonly Problem[] };

/**
 * Checks a pack offline: a zip with its `.sig` beside it, or the folder it unpacks to, with the `.sig` inside or beside
 * it. `key` is the fingerprint the reader was given by another route. Needs nothing but this file and its neighbours.
 */
export async function verifyPack(path: string, { key }: { readonly key?: string } = {}): Promise<Verdict> {
  const pack = locate(resolve(path));
  if (pack === undefined) return differs([{ file: basename(path), say: "is not there" }]);
  if (pack.signature === undefined) {
    return differs([{ file: "pack.zip.sig", say: "is missing: it belongs beside the zip, or in the folder" }]);
  }
  if (statSync(pack.signature).size > 65_536) return differs([{ file: "pack.zip.sig", say: "is too large to be one" }]);
  const signature = readSignature(await readFile(pack.signature));
  if (typeof signature === "string") return differs([{ file: "pack.zip.sig", say: `cannot be trusted: ${signature}` }]);
  const files = pack.kind === "zip" ? await zipFiles(pack.path) : await folderFiles(pack.path);
  const zipHash = pack.kind === "zip" ? await hashOf(pack.path) : files.found.get("pack.zip")?.hash;
  const problems = [
    ...keyProblems(signature, key),
    ...zipProblems(zipHash, signature),
    ...filesProblems(files, signature),
  ];
  const manifest = readManifest(files.read.get("manifest.json") ?? new Uint8Array());
  if (problems.length > 0 || manifest === undefined) return differs(problems);
  return { holds: true, manifest, signature, notProven: notProven(manifest, key, zipHash) };
}

const differs = (problems: readonly Problem[]): Verdict => ({ holds: false, problems });

interface Located {
  readonly kind: "zip" | "folder";
  readonly path: string;
  readonly signature: string | undefined;
}

function locate(path: string): Located | undefined {
  if (!existsSync(path)) return undefined;
  if (!statSync(path).isDirectory()) return { kind: "zip", path, signature: first([`${path}.sig`]) };
  const zip = join(path, "pack.zip");
  // A folder as filed in the library holds the zip, and beside it copies to read: the zip is the evidence.
  if (existsSync(zip) && !existsSync(join(path, "manifest.json"))) return locate(zip);
  const beside = [`${path}.zip.sig`, `${path}.sig`, join(dirname(path), "pack.zip.sig")];
  return { kind: "folder", path, signature: first([join(path, "pack.zip.sig"), ...beside]) };
}

const first = (paths: readonly string[]) => paths.find((path) => existsSync(path) && statSync(path).isFile());

const hashOf = async (path: string) =>
  createHash("sha256")
    .update(await readFile(path))
    .digest("hex");

function keyProblems({ keyFingerprint }: Signature, key: string | undefined): Problem[] {
  if (key === undefined || key.replace(/[\s:]/g, "").toLowerCase() === keyFingerprint) return [];
  return [
    {
      file: "pack.zip.sig",
      say: `is signed with another key (${keyFingerprint}): this pack was made by somebody other than the holder of the key you named`,
    },
  ];
}

const zipProblems = (hash: string | undefined, { zipHash }: Signature): Problem[] =>
  hash === undefined || hash === zipHash ? [] : [{ file: "pack.zip", say: "has been changed since it was signed" }];

/** In the folder it unpacks to, the zip and its signature may lie among the files. */
const notListed = ["manifest.json", "pack.zip", "pack.zip.sig"];

function filesProblems({ found, read, problems }: PackFiles, { manifestHash }: Signature): Problem[] {
  const bytes = read.get("manifest.json");
  if (bytes === undefined) return [...problems, { file: "manifest.json", say: "is missing" }];
  const manifest = readManifest(bytes);
  if (sha256(bytes) !== manifestHash || manifest === undefined) {
    return [...problems, { file: "manifest.json", say: "has been changed since it was signed" }];
  }
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  const wrong = manifest.files.flatMap(({ path, hash, size }): Problem[] => {
    const file = found.get(path);
    if (file === undefined) return [{ file: path, say: "is missing" }];
    return file.hash === hash && file.size === size
      ? []
      : [{ file: path, say: "has been changed since it was signed" }];
  });
  const added = [...found.keys()].filter((path) => !listed.has(path) && !notListed.includes(path));
  return [
    ...problems,
    ...wrong,
    ...added.map((file) => ({ file, say: "was added: it is not part of the pack that was signed" })),
    ...contentProblems(manifest, listed.get("content.json")?.hash),
  ];
}

/** A manifest that is signed but contradicts what it lists was made by other software than ours. */
function contentProblems({ edition, contentHash, editionHash }: Manifest, hash: string | undefined): Problem[] {
  if (hash !== editionHash) return [{ file: "content.json", say: "is not the content the manifest speaks of" }];
  return edition === "internal" && contentHash !== editionHash
    ? [{ file: "content.json", say: "is not the content that was approved" }]
    : [];
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

const notProven = ({ standing }: Manifest, key: string | undefined, zipHash: string | undefined): string[] => [
  ...(key === undefined
    ? [
        "Who made it. Anybody can build a pack and sign it with a key of their own. Ask the provider for its fingerprint by another route and run this again with --key.",
      ]
    : []),
  ...(standing === "draft" ? ["That anybody approved it. It is a draft."] : []),
  ...(zipHash === undefined ? ["The zip itself. Only the files it unpacked to were here."] : []),
  "That the care records were true. What the provider found when it checked them is in the assurance statement.",
];
