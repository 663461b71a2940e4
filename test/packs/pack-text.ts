import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";

/**
 * All text in the files of an unpacked pack, by file. PDFs are read with `pdftotext` where it is installed; what they
 * say is in `content.json` and `sign-offs.json` in any case.
 */
export function textIn(pack: string): ReadonlyMap<string, string> {
  const files = readdirSync(pack, { recursive: true, encoding: "utf8" }).filter((name) => /\.\w+$/.test(name));
  return new Map(files.map((name) => [name, textOf(join(pack, name))]));
}

function textOf(path: string): string {
  if (path.endsWith(".xlsx"))
    return Object.values(unzipSync(readFileSync(path)))
      .map((part) => eachOnce(new TextDecoder().decode(part)))
      .join("\n");
  if (path.endsWith(".pdf")) return spawnSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }).stdout ?? "";
  return readFileSync(path, "utf8");
}

/** Sheets repeat themselves over thousands of rows: every tag and every text between tags, once. */
const eachOnce = (xml: string): string =>
  [...new Set(xml.replace(/ r="[A-Z]*\d+"/g, "").split(/(?=<)|(?<=>)/))].join("\n");

/** Which of the words occur in which of the files: `content.json says Vera Baptiste`. */
export const found = (words: Iterable<string>, texts: ReadonlyMap<string, string>): readonly string[] =>
  [...words].flatMap((word) =>
    [...texts].filter(([, text]) => text.includes(word)).map(([name]) => `${name} says ${word}`),
  );
