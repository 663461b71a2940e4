import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import type { Client } from "@microsoft/microsoft-graph-client";
import { persistently } from "./persistently.ts";
import { hashOf } from "./upload-source.ts";

const streamOf = async (client: Client, place: string): Promise<Readable> => {
  const stream: ReadableStream<Uint8Array> = await client.api(`${place}/content`).getStream();
  return Readable.fromWeb(stream);
};

/**
 * Streams a file to the local disk; it appears at `to` whole or not at all, also when the connection is cut or this
 * process is killed. Throws Graph's 404.
 * @param arrivingDir where it grows until it is whole: this process's own, on the disk of `to`
 */
export async function download(client: Client, place: string, to: string, arrivingDir: string): Promise<void> {
  for (const folder of [dirname(to), arrivingDir]) await mkdir(folder, { recursive: true });
  const part = join(arrivingDir, `${randomUUID()}.part`);
  try {
    await persistently(async () => pipeline(await streamOf(client, place), createWriteStream(part, { flush: true })));
    await rename(part, to);
  } finally {
    await rm(part, { force: true });
  }
}

/** SHA-256 of a file in SharePoint, lower-case hex, without holding it in memory. Throws Graph's 404. */
export const hashAt = (client: Client, place: string): Promise<string> =>
  persistently(async () => hashOf(await streamOf(client, place)));
