import { createHash } from "node:crypto";
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { QuickXorHash } from "./quick-xor-hash.ts";

/** Read and hashed at a time: whole rounds of {@link QuickXorHash}, which are its quickest. */
const CHUNK = 160 * 8192;

/** A file's bytes on disk. */
export interface Blob {
  /** SHA-256, lower-case hex: the name on disk. */
  readonly hash: string;
  readonly quickXor: string;
  readonly size: number;
}

/** File bytes, named by their hash and never changed; and the beginnings of files still being uploaded. */
export class Blobs {
  readonly #directory: string;
  readonly #unfinished: string;

  constructor(dataDir: string) {
    this.#directory = join(dataDir, "blobs");
    this.#unfinished = join(dataDir, "uploads");
    mkdirSync(this.#directory, { recursive: true });
    mkdirSync(this.#unfinished, { recursive: true });
  }

  path(hash: string): string {
    return join(this.#directory, hash);
  }

  keep(bytes: Uint8Array): Blob {
    const hash = createHash("sha256").update(bytes).digest("hex");
    if (!existsSync(this.path(hash))) {
      const part = join(this.#unfinished, `${hash}.${process.pid}.part`);
      this.#write(part, 0, bytes);
      renameSync(part, this.path(hash));
    }
    return { hash, size: bytes.length, quickXor: new QuickXorHash().update(bytes).digest() };
  }

  /** Adds a range of an upload session; anything after `at` that was never acknowledged is overwritten. */
  append(session: string, at: number, bytes: Uint8Array): void {
    this.#write(join(this.#unfinished, session), at, bytes);
  }

  /** Turns an upload session's bytes into a blob. */
  finish(session: string, size: number): Blob {
    const file = join(this.#unfinished, session);
    const sha = createHash("sha256");
    const quickXor = new QuickXorHash();
    for (const chunk of this.#read(file, size)) {
      sha.update(chunk);
      quickXor.update(chunk);
    }
    const hash = sha.digest("hex");
    if (!existsSync(this.path(hash))) {
      // Copied, not moved: killed before the commit, the session must still find its bytes.
      copyFileSync(file, `${file}.part`);
      renameSync(`${file}.part`, this.path(hash));
    }
    return { hash, size, quickXor: quickXor.digest() };
  }

  forget(session: string): void {
    rmSync(join(this.#unfinished, session), { force: true });
  }

  bytes(hash: string, size: number): Buffer {
    return Buffer.concat([...this.#read(this.path(hash), size)]);
  }

  *#read(file: string, size: number): Generator<Buffer> {
    const open = openSync(file, "r");
    try {
      for (let at = 0; at < size; ) {
        const chunk = Buffer.alloc(Math.min(CHUNK, size - at));
        const read = readSync(open, chunk, 0, chunk.length, at);
        if (read === 0) throw new Error(`${file} ends at ${at} of ${size} bytes`);
        at += read;
        yield chunk.subarray(0, read);
      }
    } finally {
      closeSync(open);
    }
  }

  #write(file: string, at: number, bytes: Uint8Array): void {
    const open = openSync(file, existsSync(file) ? "r+" : "w");
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(open, bytes, done, bytes.length - done, at + done);
    } finally {
      closeSync(open);
    }
  }
}
