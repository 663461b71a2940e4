import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { LineOfSightError } from "#domain/errors.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { Outside } from "../outside.ts";
import { importLimits, tooLarge } from "./import-limits.ts";
import { waitingPlace } from "./original.ts";

export interface Received {
  readonly local: string;
  readonly size: number;
  /** SHA-256, lower-case hex. */
  readonly hash: string;
}

/** Writes an upload to the local disk under the hash of its content. Refuses what is larger than any import may be. */
export async function receiveUpload(outside: Pick<Outside, "workDir">, upload: Readable): Promise<Received | Refusal> {
  const arriving = waitingPlace(outside, `arriving-${randomUUID()}`);
  await mkdir(dirname(arriving), { recursive: true });
  const hash = createHash("sha256");
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      done(size > importLimits.csvBytes ? new TooMuch() : null, chunk);
    },
  });
  try {
    await pipeline(upload, measure, createWriteStream(arriving));
  } catch (error) {
    await rm(arriving, { force: true });
    if (error instanceof TooMuch) return tooLarge("The file", size, importLimits.csvBytes);
    throw stopped(error) ? cutOff() : error;
  }
  const name = hash.digest("hex");
  const local = waitingPlace(outside, name);
  await rename(arriving, local);
  return { local, size, hash: name };
}

class TooMuch extends Error {}

/** Whoever sent it went away before the whole of it had arrived. */
const stopped = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  (error.code === "ECONNRESET" || error.code === "ERR_STREAM_PREMATURE_CLOSE");

const cutOff = () =>
  new LineOfSightError(
    "invalid",
    "The upload stopped before the whole file had arrived. Nothing of it was kept: upload it again.",
  );
