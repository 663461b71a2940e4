import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";

/** What is uploaded: known by size and hash beforehand, read a slice at a time. */
export interface UploadSource {
  /** Bytes. */
  readonly size: number;
  /** SHA-256, lower-case hex. */
  readonly hash: string;
  /** The bytes from `from` up to and without `to`. */
  slice(from: number, to: number): Promise<Uint8Array>;
}

/** Hands bytes in memory, or a file on the local disk, to `use`. Of a file only the asked slice is ever in memory. */
export async function withSource<T>(
  bytes: Uint8Array | { readonly local: string },
  use: (source: UploadSource) => Promise<T>,
): Promise<T> {
  if (!("local" in bytes)) {
    const hash = createHash("sha256").update(bytes).digest("hex");
    return use({ size: bytes.length, hash, slice: async (from, to) => bytes.subarray(from, to) });
  }
  const hash = await hashOf(createReadStream(bytes.local, { highWaterMark: 1 << 20 }));
  const file = await open(bytes.local);
  try {
    const { size } = await file.stat();
    return await use({ size, hash, slice: (from, to) => readSlice(file, from, to) });
  } finally {
    await file.close();
  }
}

/** SHA-256 of everything that comes, lower-case hex. */
export async function hashOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of pieces) hash.update(piece);
  return hash.digest("hex");
}

async function readSlice(file: FileHandle, from: number, to: number): Promise<Uint8Array> {
  const slice = Buffer.alloc(to - from);
  for (let done = 0; done < slice.length; ) {
    const { bytesRead } = await file.read(slice, done, slice.length - done, from + done);
    if (bytesRead === 0) throw new RangeError("The file became shorter while it was read.");
    done += bytesRead;
  }
  return slice;
}
