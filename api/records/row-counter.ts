const [NEWLINE, RETURN, QUOTE, SPACE, TAB] = [10, 13, 34, 32, 9];

/** Counts rows as a spreadsheet does, piece by piece, hopping from one quotation mark or line end to the next. */
export function rowCounter() {
  const counts = { rows: 0, blankRows: 0, lf: 0, crlf: 0 };
  /** The unfinished row: how much of it came in earlier pieces, whether any of that was more than blanks, its last byte. */
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

  /** Where the next line end outside quotation marks is, from `from`; -1 when none is in this piece. */
  const nextEnd = (piece: Buffer, from: number, quotes: (at: number) => number): number => {
    let at = from;
    while (at < piece.length) {
      const quote = quotes(at);
      const end = open.quoted ? -1 : piece.indexOf(NEWLINE, at);
      if (end !== -1 && (quote === -1 || end < quote)) return end;
      if (quote === -1) return -1;
      open.quoted = !open.quoted;
      at = quote + 1;
    }
    return -1;
  };

  return {
    take(piece: Buffer) {
      let start = 0;
      const quotes = quoteFinder(piece);
      for (let end = nextEnd(piece, 0, quotes); end !== -1; end = nextEnd(piece, start, quotes)) {
        endRow(piece, start, end);
        start = end + 1;
      }
      open.length += piece.length - start;
      open.filled ||= !isBlank(piece, start, piece.length);
      open.last = piece.at(-1) ?? open.last;
    },
    counted() {
      const unended = open.length > 0;
      return {
        rows: counts.rows + (unended ? 1 : 0),
        blankRows: counts.blankRows + (unended && !open.filled ? 1 : 0),
        mixedLineEnds: counts.lf > 0 && counts.crlf > 0,
      };
    },
  };
}

/** Finds the first quotation mark from a place on. Remembers it, so that a piece is searched through once, not once a row. */
function quoteFinder(piece: Buffer): (at: number) => number {
  let found = piece.indexOf(QUOTE);
  return (at) => {
    if (found !== -1 && found < at) found = piece.indexOf(QUOTE, at);
    return found;
  };
}

function isBlank(piece: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = piece[at];
    if (byte !== SPACE && byte !== TAB && byte !== RETURN) return false;
  }
  return true;
}
