import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import type { Import } from "#domain/registers/imports.ts";
import type { Outside } from "../outside.ts";

type Needed = Pick<Outside, "files" | "workDir">;

/** Where an upload waits on this machine until it is loaded; named by its content. */
export const waitingPlace = ({ workDir }: Pick<Outside, "workDir">, hash: string): string =>
  join(workDir, "uploads", hash);

export const originalPath = (hash: string): string => `originals/${hash}.gz`;

/** Files an original as it came, packed, where only the app can read it. Once: the same content again changes nothing. */
export async function keepOriginal(outside: Needed, hash: string): Promise<string> {
  const local = waitingPlace(outside, hash);
  const packed = `${local}.gz`;
  await pipeline(createReadStream(local), createGzip(), createWriteStream(packed));
  const { path } = await outside.files.put("Source files", originalPath(hash), { local: packed });
  return path;
}

/** The original on the local disk: as it was uploaded here, or fetched and unpacked again. */
export async function originalOf(
  outside: Needed,
  { fileHash, sourcePath }: Pick<Import, "fileHash" | "sourcePath">,
): Promise<string> {
  const local = waitingPlace(outside, fileHash);
  if (await stat(local).then(Boolean, () => false)) return local;
  await mkdir(dirname(local), { recursive: true });
  const packed = await outside.files.local("Source files", sourcePath ?? originalPath(fileHash));
  await pipeline(createReadStream(packed), createGunzip(), createWriteStream(`${local}.part`));
  await rename(`${local}.part`, local);
  return local;
}
