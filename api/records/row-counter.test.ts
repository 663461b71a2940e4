import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import { rowCounter } from "./row-counter.ts";

const count = (text: string, pieceSize = 1_000) => {
  const counter = rowCounter();
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += pieceSize) counter.take(bytes.subarray(at, at + pieceSize));
  return counter.counted();
};

it.each([
  ["a,b\n1,2\n", { rows: 2, blankRows: 0, mixedLineEnds: false }],
  ["a,b\r\n1,2", { rows: 2, blankRows: 0, mixedLineEnds: false }],
  ["a,b\r\n1,2\n", { rows: 2, blankRows: 0, mixedLineEnds: true }],
  ['a,"x\ny\r\n""z"\n\n \t\n', { rows: 3, blankRows: 2, mixedLineEnds: false }],
  ["", { rows: 0, blankRows: 0, mixedLineEnds: false }],
])("counts %j", (text, counted) => {
  expect(count(text)).toEqual(counted);
});

it("counts the same rows as a parser, wherever the pieces are cut", () => {
  const cell = fc.constantFrom("", "a", "x y", "é", "l1\nl2", 'say "no"', "r\r\nn", ",");
  const row = fc.array(cell, { minLength: 1, maxLength: 4 });
  const write = (rows: string[][], end: string) =>
    rows
      .map(
        (cells) =>
          cells.map((text) => (/["\n\r,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(",") + end,
      )
      .join("");
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 8 }),
      fc.constantFrom("\n", "\r\n"),
      fc.integer({ min: 1, max: 9 }),
      (rows, end, size) => {
        const text = write(rows, end);
        expect(count(text, size).rows).toBe(
          parse(text, { relax_column_count: true, record_delimiter: ["\r\n", "\n"] }).length,
        );
      },
    ),
    { numRuns: 500 },
  );
});
