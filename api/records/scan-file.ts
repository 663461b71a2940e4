import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { rowCounter } from "./row-counter.ts";

/** What one pass over the bytes tells, before any parser is trusted with them. */
export interface FileScan {
  readonly bytes: number;
  /** SHA-256, lower-case hex. */
  readonly hash: string;
  /** Every byte is valid UTF-8. */
  readonly utf8: boolean;
  /** The first bytes, up to 64 KB. */
  readonly head: Buffer;
  /** Rows as a spreadsheet counts them: line ends outside quotation marks, and a last row without one. */
  readonly rows: number;
  /** Rows that hold nothing, or nothing but blanks. */
  readonly blankRows: number;
  /** More than one kind of line end outside quotation marks. */
  readonly mixedLineEnds: boolean;
}

/** Reads a file once, in pieces. Throws only what the disk throws. */
export async function scanFile(local: string): Promise<FileScan> {
  const hash = createHash("sha256");
  const rows = rowCounter();
  let bytes = 0;
  let utf8 = true;
  let head = Buffer.alloc(0);
  let rest = Buffer.alloc(0);
  for await (const piece of createReadStream(local, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    hash.update(piece);
    bytes += piece.length;
    if (head.length < 65_536) head = Buffer.concat([head, piece]).subarray(0, 65_536);
    if (utf8) {
      const whole = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
      const end = whole.length - unfinished(whole);
      utf8 = isUtf8(whole.subarray(0, end));
      rest = Buffer.from(whole.subarray(end));
    }
    rows.take(piece);
  }
  return { bytes, hash: hash.digest("hex"), utf8: utf8 && rest.length === 0, head, ...rows.counted() };
}

/** Bytes at the end that begin a character whose remaining bytes are in the next piece. */
function unfinished(piece: Buffer): number {
  const tail = [...piece.subarray(-3)];
  const back = tail.length - tail.findLastIndex((byte) => byte >= 0xc0);
  if (back > tail.length) return 0;
  return back < lengthOfCharacter(tail.at(-back) ?? 0) ? back : 0;
}

const lengthOfCharacter = (first: number): number => (first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2);
