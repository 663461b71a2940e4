import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";

export interface Hashed {
  /** SHA-256, lower-case hex. */
  readonly hash: string;
  readonly size: number;
}

/** Reads the file once, whatever its size. */
export async function fileHash(path: string): Promise<Hashed> {
  const hash = createHash("sha256");
  const stream = createReadStream(path);
  await pipeline(stream, hash);
  return { hash: hash.digest("hex"), size: stream.bytesRead };
}
