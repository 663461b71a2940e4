import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { deflateRawSync, inflateRawSync } from "node:zlib";

const SCHEMA_VERSION = 1;
const BLOCK = 1_000;
const FILE_ID_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Length of what follows, and whether it is the last block. */
const HEAD_BYTES = 5;
const LARGEST_BLOCK = 256 * 1024 * 1024;

/** Where something is kept, and what it must have been kept as: under another shape it is not what we would read. */
export interface KeptPlace {
  readonly path: string;
  /** 32 bytes, of this instance alone. */
  readonly key: Buffer;
  readonly shape: string;
}

/** No block can be left out, exchanged or put into another file: each is bound to its file, its place and the end. */
const boundTo = ({ shape }: KeptPlace, file: Buffer, block: number, last: boolean): Buffer =>
  Buffer.from(JSON.stringify([SCHEMA_VERSION, shape, file.toString("hex"), block, last]));

/**
 * Keeps things on disk in blocks, each encrypted (AES-256-GCM), so that neither names nor restricted answers lie there to be
 * read, and nobody gains by altering them. The old file stays until the new one is whole.
 */
export async function keep(place: KeptPlace, things: Iterable<unknown>): Promise<void> {
  await mkdir(dirname(place.path), { recursive: true, mode: 0o700 });
  const part = `${place.path}.${randomUUID()}.part`;
  try {
    const file = await open(part, "wx", 0o600);
    try {
      await writeBlocks(file, place, things);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, place.path);
  } finally {
    await rm(part, { force: true });
  }
}

async function writeBlocks(file: FileHandle, place: KeptPlace, things: Iterable<unknown>): Promise<void> {
  const id = randomBytes(FILE_ID_BYTES);
  await file.write(id);
  let block: unknown[] = [];
  let count = 0;
  const write = (last: boolean) => file.write(locked(place.key, block, last, boundTo(place, id, count, last)));
  for (const one of things) {
    if (block.length === BLOCK) {
      await write(false);
      block = [];
      count += 1;
    }
    block.push(one);
  }
  await write(true);
}

function locked(key: Buffer, block: readonly unknown[], last: boolean, bound: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(bound);
  const text = cipher.update(deflateRawSync(JSON.stringify(block), { level: 1 }));
  const body = Buffer.concat([nonce, text, cipher.final(), cipher.getAuthTag()]);
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32BE(body.length);
  head.writeUInt8(last ? 1 : 0, HEAD_BYTES - 1);
  return Buffer.concat([head, body]);
}

/** What was kept, whole and unaltered; undefined when there is nothing, or nothing that can be trusted. */
export async function readKept(place: KeptPlace): Promise<readonly unknown[] | undefined> {
  const file = await open(place.path).catch(() => undefined);
  try {
    return file && (await readBlocks(file, place));
  } catch {
    return undefined;
  } finally {
    await file?.close();
  }
}

async function readBlocks(file: FileHandle, place: KeptPlace): Promise<readonly unknown[]> {
  const kept: unknown[] = [];
  const id = await exactly(file, FILE_ID_BYTES);
  for (let count = 0; ; count++) {
    const head = await exactly(file, HEAD_BYTES);
    const last = head.readUInt8(HEAD_BYTES - 1) === 1;
    const body = await exactly(file, head.readUInt32BE());
    for (const one of opened(place.key, body, boundTo(place, id, count, last))) kept.push(one);
    if (last) return kept;
  }
}

function opened(key: Buffer, body: Buffer, bound: Buffer): readonly unknown[] {
  const decipher = createDecipheriv("aes-256-gcm", key, body.subarray(0, NONCE_BYTES)).setAAD(bound);
  decipher.setAuthTag(body.subarray(-TAG_BYTES));
  const text = Buffer.concat([decipher.update(body.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  return JSON.parse(inflateRawSync(text).toString()) as readonly unknown[];
}

async function exactly(file: FileHandle, size: number): Promise<Buffer> {
  if (size > LARGEST_BLOCK) throw new RangeError("A block is longer than any can be.");
  const { bytesRead, buffer } = await file.read(Buffer.alloc(size), 0, size);
  if (bytesRead !== size) throw new RangeError("It ends too soon.");
  return buffer;
}
