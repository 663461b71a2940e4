/** `manifest.json`, canonical JSON: every other file of the pack with its hash and size, and what the pack is of. */
export interface Manifest {
  readonly schemaVersion: 1;
  readonly provider: string;
  readonly commissioner: string;
  readonly contract: string;
  readonly cycle: string;
  readonly packVersion: number;
  /** `2026-07-01_2026-09-30`. */
  readonly period: string;
  readonly edition: "internal" | "commissioner";
  readonly standing: "draft" | "final";
  /** SHA-256 of what was signed. Equal to `editionHash` in the internal edition. */
  readonly contentHash: string;
  /** SHA-256 of `content.json` in this edition. */
  readonly editionHash: string;
  readonly madeWith: Readonly<Record<string, string>>;
  /** In order of path. */
  readonly files: readonly ManifestFile[];
}

export interface ManifestFile {
  readonly path: string;
  readonly hash: string;
  readonly size: number;
}

/** A plain name with at most one folder level up to eight; no way out of the folder, nothing hidden, nothing Windows cannot hold. */
export const isPackPath = (path: string): boolean =>
  path.length <= 200 &&
  /^(?:[A-Za-z0-9][A-Za-z0-9 ._-]*\/){0,8}[A-Za-z0-9][A-Za-z0-9 ._-]*$/.test(path) &&
  !/[. ](?:\/|$)/.test(path);

/** Undefined when it is not a manifest. */
export function readManifest(bytes: Uint8Array): Manifest | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
    return isManifest(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isManifest = (value: unknown): value is Manifest =>
  isRecord(value) &&
  value.schemaVersion === 1 &&
  [
    "provider",
    "commissioner",
    "contract",
    "cycle",
    "period",
    "edition",
    "standing",
    "contentHash",
    "editionHash",
  ].every((name) => typeof value[name] === "string") &&
  Array.isArray(value.files) &&
  value.files.every(
    (file: unknown) =>
      isRecord(file) &&
      typeof file.path === "string" &&
      isPackPath(file.path) &&
      typeof file.hash === "string" &&
      typeof file.size === "number",
  );

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
