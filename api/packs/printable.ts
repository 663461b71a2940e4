import { readFileSync } from "node:fs";

/** Ways to write in letters what people type and the font has no sign for. */
const inLetters: Readonly<Record<string, string>> = {
  "≥": ">=",
  "≤": "<=",
  "≠": "not equal to",
  "≈": "about",
  "→": "->",
  "←": "<-",
  "✓": "yes",
  "✔": "yes",
  "✗": "no",
  "✘": "no",
};

/**
 * Makes any text one that a font can print: PDF/UA allows no character without a sign, and a pack must never fail on
 * what somebody typed. What has no sign and no way in letters becomes `?`; the text as typed stays in `content.json`.
 */
export function printer(font: string): (text: string) => string {
  const covered = coverage(readFileSync(font));
  const one = (sign: string) => (covered.has(sign.codePointAt(0) ?? 0) ? sign : (inLetters[sign] ?? "?"));
  return (text) =>
    Array.from(text.toWellFormed().normalize("NFC").replace(unseen, ""), (sign) =>
      spaces.includes(sign) ? " " : one(sign),
    ).join("");
}

const spaces = ["\t", "\n", "\r", "\u2028", "\u2029"];
/** Other control characters, and the joiners of emoji: they show nothing by themselves. */
const unseen = /[[\p{Cc}--[\t\n\r]][\u{200b}-\u{200d}]\u{2060}\u{feff}[\u{fe00}-\u{fe0f}]]/gv;

/** Every string in a value, and in the values it holds. */
export function printableAll(value: unknown, print: (text: string) => string): unknown {
  if (typeof value === "string") return print(value);
  if (Array.isArray(value)) return value.map((each) => printableAll(each, print));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, printableAll(each, print)]));
}

/** Reads the font's own table of characters: `cmap`, format 4 (OpenType 1.9, “Character to Glyph Index Mapping”). */
function coverage(font: Buffer): ReadonlySet<number> {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + at * 16);
  const cmap = tables.find((at) => font.toString("latin1", at, at + 4) === "cmap");
  if (cmap === undefined) throw new TypeError("The font has no table of characters.");
  const start = font.readUInt32BE(cmap + 8);
  const subtables = Array.from(
    { length: font.readUInt16BE(start + 2) },
    (_, at) => start + font.readUInt32BE(start + 8 + at * 8),
  );
  const subtable = subtables.find((at) => font.readUInt16BE(at) === 4);
  if (subtable === undefined) throw new TypeError("The font's table of characters is of a kind not read here.");
  return new Set(charactersOf(font, subtable));
}

function* charactersOf(font: Buffer, at: number): Generator<number> {
  const twice = font.readUInt16BE(at + 6);
  const [ends, starts, deltas, offsets] = [at + 14, at + 16 + twice, at + 16 + 2 * twice, at + 16 + 3 * twice] as const;
  for (let segment = 0; segment < twice; segment += 2) {
    const start = font.readUInt16BE(starts + segment);
    const end = font.readUInt16BE(ends + segment);
    const delta = font.readUInt16BE(deltas + segment);
    const offset = font.readUInt16BE(offsets + segment);
    for (let character = start; character <= end && character !== 0xffff; character++) {
      const listed = offset === 0 ? character : font.readUInt16BE(offsets + segment + offset + (character - start) * 2);
      if (listed !== 0 && ((listed + delta) & 0xffff) !== 0) yield character;
    }
  }
}
