import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { readXlsx } from "hucre";
import { expect, it } from "vitest";
import { type Sheet, type WorkbookCell, writeWorkbook } from "./workbook.ts";

const path = join(mkdtempSync(join(tmpdir(), "workbook-")), "a.xlsx");

async function written(sheets: readonly Sheet[], rowsASheet?: number) {
  await writeWorkbook(path, sheets, rowsASheet === undefined ? {} : { rowsASheet });
  return (await readXlsx(readFileSync(path))).sheets;
}

const sheet = (name: string, rows: readonly (readonly WorkbookCell[])[]): Sheet => ({
  name,
  head: ["a"],
  widths: [10],
  rows,
});

it("goes on in a second sheet, under the same head, when one is full", async () => {
  const sheets = await written([sheet("Rows", [[1], [2], [3], [4], [5]])], 3);
  expect(sheets.map(({ name, rows }) => [name, rows.flat()])).toEqual([
    ["Rows", ["a", 1, 2]],
    ["Rows (2)", ["a", 3, 4]],
    ["Rows (3)", ["a", 5]],
  ]);
});

it("names sheets as Excel allows, each differently", async () => {
  const long = "Rows of a very long indicator code";
  const sheets = await written([sheet(long, []), sheet(long, []), sheet("a/b?", []), sheet("A-B-", [])]);
  expect(sheets.map(({ name }) => name)).toEqual([
    "Rows of a very long indicator c",
    "Rows of a very long indicato ~2",
    "a-b-",
    "A-B- ~2",
  ]);
});

it("refuses a number that is none", async () => {
  await expect(written([sheet("Rows", [[Number.NaN]])])).rejects.toMatchObject({ code: "invalid" });
});

const fitsXml = (character: string) =>
  ["\t", "\n", "\r"].includes(character) || (character >= " " && !["\ufffe", "\uffff"].includes(character));

it("gives any text back as it was, less what XML cannot hold", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 5 }), async (texts) => {
      const [read] = await written([
        sheet(
          "Texts",
          texts.map((text) => [`·${text}·`]),
        ),
      ]);
      const kept = texts.map((text) => `·${[...text.toWellFormed()].filter(fitsXml).join("")}·`);
      expect(read?.rows.slice(1).map(([text]) => String(text).replaceAll("\r\n", "\n"))).toEqual(
        kept.map((text) => text.replaceAll("\r\n", "\n")),
      );
    }),
    { numRuns: 60 },
  );
});
