import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Keys } from "#domain/ports.ts";
import { fingerprintOf, isSignedBy } from "../keys/signed-by.ts";
import { canonicalText } from "../packs/canonical-text.ts";
import { fileHash } from "../packs/file-hash.ts";

export interface ManifestEntry {
  readonly path: string;
  /** SHA-256 of the bytes. */
  readonly hash: string;
  readonly size: number;
  /** Lines, where it holds one thing a line. */
  readonly lines?: number;
}

/** Names every file of a folder with its hash, signed as canonical JSON without `signature`. */
export interface SignedManifest {
  readonly schemaVersion: 1;
  readonly kind: "audit-export" | "register-export";
  readonly at: string;
  readonly organisation: string;
  /** In order of path. */
  readonly files: readonly ManifestEntry[];
  readonly keyFingerprint: string;
  /** SPKI PEM. */
  readonly publicKey: string;
  /** RS256, base64. */
  readonly signature: string;
}

export const MANIFEST = "manifest.json";

type Facts = Pick<SignedManifest, "kind" | "at" | "organisation">;

/** The manifest of these files of a folder, as text to be written beside them. */
export async function signedManifest(
  dir: string,
  files: readonly { readonly path: string; readonly lines?: number }[],
  facts: Facts,
  keys: Pick<Keys, "fingerprint" | "publicKey" | "sign">,
): Promise<string> {
  const entries: ManifestEntry[] = [];
  for (const file of files.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
    entries.push({ ...file, ...(await fileHash(join(dir, file.path))) });
  const unsigned = {
    schemaVersion: 1,
    ...facts,
    files: entries,
    keyFingerprint: keys.fingerprint,
    publicKey: keys.publicKey,
  } as const;
  return canonicalText({ ...unsigned, signature: await keys.sign(Buffer.from(canonicalText(unsigned))) });
}

/** The manifest, or what is wrong with it: unreadable, changed, or signed with a key that is not trusted. */
export function readSignedManifest(text: string, trusted?: ReadonlySet<string>): SignedManifest | string {
  const manifest = parsed(text);
  if (!manifest) return `${MANIFEST} cannot be read`;
  const { signature, ...unsigned } = manifest;
  if (fingerprintOf(manifest.publicKey) !== manifest.keyFingerprint)
    return `${MANIFEST} does not hold the key it names`;
  if (trusted && !trusted.has(manifest.keyFingerprint)) return `${MANIFEST} is signed with another key`;
  return isSignedBy(manifest.publicKey, canonicalText(unsigned), signature)
    ? manifest
    : `${MANIFEST} does not fit its signature: it was changed`;
}

/** What is wrong with the files a manifest names, each by its name. */
export async function fileFaults(dir: string, { files }: SignedManifest): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { path, hash } of files) {
    const found = await fileHash(join(dir, path)).catch(() => undefined);
    if (!found) faults.push(`${path} is missing`);
    else if (found.hash !== hash) faults.push(`${path} was changed`);
  }
  return faults;
}

/** The manifest of a folder; undefined when it has none. */
export const manifestIn = (dir: string): Promise<string | undefined> =>
  readFile(join(dir, MANIFEST), "utf8").catch(() => undefined);

const SAFE = /^[a-z0-9][a-z0-9.-]*(\/[a-z0-9][a-z0-9.-]*)*$/i;

function parsed(text: string): SignedManifest | undefined {
  try {
    const value = JSON.parse(text) as SignedManifest;
    const whole =
      value.schemaVersion === 1 &&
      [value.kind, value.at, value.organisation, value.keyFingerprint, value.publicKey, value.signature].every(
        (each) => typeof each === "string",
      ) &&
      Array.isArray(value.files) &&
      value.files.every(({ path, hash }) => SAFE.test(path) && !path.includes("..") && typeof hash === "string");
    return whole ? value : undefined;
  } catch {
    return undefined;
  }
}
