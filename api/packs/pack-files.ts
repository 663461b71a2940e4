import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { fileHash, type Hashed } from "./file-hash.ts";

// yauzl 3.4 has these; its published types stop at 2.
declare module "yauzl" {
  function openPromise(path: string, options: { strictFileNames: boolean }): Promise<ZipFile>;
  interface ZipFile {
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
  }
}

/** A pack as it lies there: a zip, or the folder it was unpacked to. */
export interface PackFiles {
  /** Every file found, by its path in the pack. */
  readonly found: ReadonlyMap<string, Hashed>;
  /** Bytes of the two small files that are read, where they are there. */
  readonly read: ReadonlyMap<string, Uint8Array>;
  /** What is wrong with how it is packed, each with the file's name. */
  readonly problems: readonly { readonly file: string; readonly say: string }[];
}

const readInFull = ["manifest.json", "content.json"];
const most = { files: 1_000, bytes: 8 * 2 ** 30, read: 256 * 2 ** 20 };

/**
 * Hashes what a zip holds, file by file. Packs are stored, never compressed, so a zip that would swell is refused
 * before a byte of it is unpacked; nothing is ever written to the disk.
 */
export async function zipFiles(path: string): Promise<PackFiles> {
  const found = new Map<string, Hashed>();
  const read = new Map<string, Uint8Array>();
  const problems: { file: string; say: string }[] = [];
  try {
    const zip = await openPromise(path, { strictFileNames: true });
    try {
      let bytes = 0;
      for await (const entry of zip.eachEntry()) {
        bytes += entry.uncompressedSize;
        const wrong = refusedEntry(entry, { found, bytes });
        if (wrong !== undefined) problems.push({ file: entry.fileName, say: wrong });
        else await readEntry(zip, entry, { found, read });
        if (found.size > most.files || bytes > most.bytes) break;
      }
    } finally {
      zip.close();
    }
  } catch {
    problems.push({ file: "pack.zip", say: "is damaged: it cannot be read as a zip to the end" });
  }
  return { found, read, problems };
}

function refusedEntry(entry: Entry, so: { found: ReadonlyMap<string, Hashed>; bytes: number }): string | undefined {
  if (entry.fileName.endsWith("/")) return "is a folder, which no pack has as an entry of its own";
  if (so.found.has(entry.fileName)) return "is there twice";
  if (entry.compressionMethod !== 0) {
    return "is compressed; the files of a pack never are";
  }
  return so.found.size >= most.files || so.bytes > most.bytes ? "is more than a pack can hold" : undefined;
}

async function readEntry(
  zip: ZipFile,
  entry: Entry,
  into: { found: Map<string, Hashed>; read: Map<string, Uint8Array> },
): Promise<void> {
  const keep = readInFull.includes(entry.fileName) && entry.uncompressedSize <= most.read;
  const hash = createHash("sha256");
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    hash.update(chunk);
    if (keep) chunks.push(chunk);
  }
  into.found.set(entry.fileName, { hash: hash.digest("hex"), size: entry.uncompressedSize });
  if (keep) into.read.set(entry.fileName, Buffer.concat(chunks));
}

/** The same for an unpacked folder. Links and other things that are not plain files are problems. */
export async function folderFiles(folder: string): Promise<PackFiles> {
  const found = new Map<string, Hashed>();
  const read = new Map<string, Uint8Array>();
  const problems: { file: string; say: string }[] = [];
  for (const { name, path, kind } of walk(folder)) {
    if (kind === "other") problems.push({ file: name, say: "is a link or a device, not a file" });
    else if (found.size >= most.files) problems.push({ file: name, say: "is more than a pack can hold" });
    else {
      const hashed = await fileHash(path);
      found.set(name, hashed);
      if (readInFull.includes(name) && hashed.size <= most.read) read.set(name, await readFile(path));
    }
  }
  return { found, read, problems };
}

function* walk(folder: string, under = ""): Generator<{ name: string; path: string; kind: "file" | "other" }> {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = `${under}${entry.name}`;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path, `${name}/`);
    else yield { name, path, kind: entry.isFile() ? "file" : "other" };
  }
}
