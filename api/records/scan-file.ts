import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

const [NEWLINE, RETURN, QUOTE, SPACE, TAB] = [10, 13, 34, 32, 9];

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
  for (let back = 1; back <= Math.min(3, piece.length); back++) {
    const byte = piece[piece.length - back] ?? 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

/** Counts rows piece by piece, hopping from one quotation mark or line end to the next. */
function rowCounter() {
  const counts = { rows: 0, blankRows: 0, lf: 0, crlf: 0 };
  /** The unfinished row: how much of it came in earlier pieces, whether any of that was more than blanks, and its last byte. */
  const open = { quoted: false, length: 0, filled: false, last: 0 };

  const endRow = (piece: Buffer, start: number, end: number) => {
    const before = end > start ? piece[end - 1] : open.last;
    if (before === RETURN) counts.crlf++;
    else counts.lf++;
    counts.rows++;
    if (!open.filled && isBlank(piece, start, end)) counts.blankRows++;
    open.length = 0;
    open.filled = false;
  };

  return {
    take(piece: Buffer) {
      let start = 0;
      let quote = piece.indexOf(QUOTE);
      let end = piece.indexOf(NEWLINE);
      while (end !== -1 || quote !== -1) {
        if (quote !== -1 && (quote < end || end === -1)) {
          open.quoted = !open.quoted;
          quote = piece.indexOf(QUOTE, quote + 1);
          if (open.quoted && quote === -1) break;
        } else {
          if (!open.quoted) {
            endRow(piece, start, end);
            start = end + 1;
          }
          end = piece.indexOf(NEWLINE, open.quoted && quote !== -1 ? quote : end + 1);
        }
      }
      open.length += piece.length - start;
      open.filled ||= !isBlank(piece, start, piece.length);
      open.last = piece.at(-1) ?? open.last;
    },
    counted() {
      const unended = open.length > 0 ? 1 : 0;
      return {
        rows: counts.rows + unended,
        blankRows: counts.blankRows + (unended && !open.filled ? 1 : 0),
        mixedLineEnds: counts.lf > 0 && counts.crlf > 0,
      };
    },
  };
}

function isBlank(piece: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = piece[at];
    if (byte !== SPACE && byte !== TAB && byte !== RETURN) return false;
  }
  return true;
}
