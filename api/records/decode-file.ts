import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { ImportPreview } from "#domain/imports/import-report.ts";
import type { FileScan } from "./scan-file.ts";

export type Encoding = ImportPreview["encoding"];

/**
 * How a text file is encoded: a byte-order mark says; else zero bytes in every other place mean UTF-16; else bytes that
 * are valid UTF-8 are that; else Windows-1252, in which every byte means something. Undefined when it is not text.
 */
export function encodingOf({ head, utf8 }: Pick<FileScan, "head" | "utf8">): Encoding | undefined {
  if (head.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) return utf8 ? "utf-8-bom" : "windows-1252";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const zeros: [number, number] = [0, 0];
  for (const [place, byte] of head.entries()) if (byte === 0) zeros[place % 2 === 0 ? 0 : 1]++;
  const half = head.length / 2;
  if (zeros[1] > half * 0.4 && zeros[0] < half * 0.05) return "utf-16le";
  if (zeros[0] > half * 0.4 && zeros[1] < half * 0.05) return "utf-16be";
  if (zeros[0] + zeros[1] > 0) return undefined;
  return utf8 ? "utf-8" : "windows-1252";
}

/** The start of a file as text, without a byte-order mark. */
export const decodeHead = (head: Buffer, encoding: Encoding): string =>
  new TextDecoder(encoding === "utf-8-bom" ? "utf-8" : encoding).decode(head);

/** Writes the file again as UTF-8, in pieces. */
export async function decodeFile(local: string, encoding: Encoding, to: string): Promise<void> {
  const decoder = new TextDecoder(encoding === "utf-8-bom" ? "utf-8" : encoding);
  const file = await open(to, "w");
  try {
    for await (const piece of createReadStream(local, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>)
      await file.write(decoder.decode(piece, { stream: true }));
    await file.write(decoder.decode());
  } finally {
    await file.close();
  }
}
