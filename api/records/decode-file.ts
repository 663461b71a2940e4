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
  return byZeroBytes(head) ?? (head.includes(0) ? undefined : utf8 ? "utf-8" : "windows-1252");
}

/** UTF-16 without a mark: mostly Latin text has a zero byte in every other place, and hardly any in the others. */
function byZeroBytes(head: Buffer): Encoding | undefined {
  const zerosAt = (parity: 0 | 1) => head.filter((byte, place) => byte === 0 && place % 2 === parity).length;
  const [even, odd] = [zerosAt(0) / (head.length / 2), zerosAt(1) / (head.length / 2)];
  if (odd > 0.4 && even < 0.05) return "utf-16le";
  return even > 0.4 && odd < 0.05 ? "utf-16be" : undefined;
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
