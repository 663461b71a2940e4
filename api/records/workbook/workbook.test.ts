import { randomBytes } from "node:crypto";
import { truncate, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { isRefusal, type Refusal } from "#domain/refusal.ts";
import {
  fileOf,
  loaded,
  outcome,
  previewOf,
  read,
  rowsOf,
  visitHeadings,
  visitOf,
  visitsCsv,
} from "../../../test/support/exports.ts";
import { importLimits } from "../import-limits.ts";
import { checkWorkbook } from "./check-workbook.ts";
import { readSheet } from "./read-sheet.ts";

const day = new Date(Date.UTC(2026, 8, 13));
/** Cells as Excel keeps them: days as dates, times as parts of a day, numbers as numbers. */
const asExcelKeeps = (row: readonly string[]) =>
  row.map((cell, place) => {
    const heading = visitHeadings[place];
    if (heading === "VisitDate") return day;
    if (heading === "StartTimeClaimed") return 8 / 24;
    if (heading === "NumberOfCarers") return 1;
    return heading === "SecondaryVisit" ? false : cell;
  });

const workbook = (...sheets: { name: string; rows: unknown[][] }[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: sheets as Parameters<typeof writeXlsx>[0]["sheets"] });

const said = (answer: unknown): Refusal["refused"] | undefined => (isRefusal(answer) ? answer.refused : undefined);

describe("a workbook", () => {
  it("says the same as the CSV of the same rows", async () => {
    const rows = [visitOf(1), visitOf(2)];
    const bytes = await workbook({ name: "Export", rows: [[...visitHeadings], ...rows.map(asExcelKeeps)] });
    const content = async (file: string | Uint8Array) =>
      (await rowsOf(await loaded(file))).map((row) => row.content_hash);
    expect(await content(bytes)).toEqual(await content(visitsCsv(...rows)));
  });

  it("is read from the sheet with known headings, below its title, blank rows counted", async () => {
    const bytes = await workbook(
      { name: "Read me", rows: [["About this report"]] },
      {
        name: "Data",
        rows: [["Service delivery"], [], [...visitHeadings], asExcelKeeps(visitOf(1)), [], asExcelKeeps(visitOf(2))],
      },
    );
    expect(outcome(await loaded(bytes))).toEqual({ counts: [3, 2, 0, 1], why: ["1: Blank row"] });
    expect(await previewOf(await fileOf(bytes, "export.xlsx"))).toMatchObject({ kind: "xlsx", headerRow: 3 });
  });

  it("keeps a cell that looks like a formula as text", async () => {
    const bytes = await workbook({
      name: "Data",
      rows: [[...visitHeadings], asExcelKeeps(visitOf(1, { ServiceType: "=1+1" }))],
    });
    expect((await rowsOf(await loaded(bytes)))[0]).toMatchObject({ service_type: "=1+1" });
  });
});

describe("a workbook that is not safe to open", () => {
  const part = "xl/worksheets/sheet1.xml";

  it("is refused by its size alone, the limit said", async () => {
    const local = await fileOf(Buffer.from([0x50, 0x4b, 3, 4]), "large.xlsx");
    await truncate(local, 200_000_000);
    expect(said(await previewOf(local))).toMatchObject({
      rule: "import.too-large",
      say: "This workbook is 200 MB; the limit is 50 MB. Nothing of it was read.",
    });
  });

  it("is refused when it unpacks to far more than a spreadsheet would", async () => {
    const bytes = zipSync({ [part]: new Uint8Array(12_000_000) });
    expect(said(await read(bytes))).toMatchObject({ rule: "import.unsafe-workbook" });
  });

  it("is refused when it unpacks to more than the limit", async () => {
    const local = await fileOf(zipSync({ [part]: randomBytes(3_000_000) }, { level: 0 }));
    const answer = await checkWorkbook(local, { ...importLimits, workbookInflatedBytes: 2_000_000 });
    expect(said(answer)).toMatchObject({
      rule: "import.too-large",
      say: expect.stringMatching(/3 MB; the limit is 2 MB/),
    });
  });

  it("is refused when it unpacks to more than it says", async () => {
    const bytes = Buffer.from(zipSync({ [part]: new Uint8Array(2_000_000).fill(65) }));
    const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.writeUInt32LE(1_000, directory + 24);
    expect(said(await checkWorkbook(await fileOf(bytes), importLimits))).toMatchObject({
      rule: "import.not-a-workbook",
    });
  });

  it("is refused when it has too many parts", async () => {
    const parts = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`xl/${n}.xml`, new Uint8Array(1)]));
    const local = await fileOf(zipSync(parts));
    expect(said(await checkWorkbook(local, { ...importLimits, workbookEntries: 20 }))).toMatchObject({
      rule: "import.unsafe-workbook",
    });
  });

  it.each([
    ["cut short", (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2)],
    ["no spreadsheet at all", () => zipSync({ "word/document.xml": new Uint8Array(10) })],
    ["of nonsense inside", () => zipSync({ [part]: randomBytes(500), "xl/workbook.xml": randomBytes(50) })],
  ])("is refused in plain words: %s", async (_, spoil) => {
    const bytes = await workbook({ name: "Data", rows: [[...visitHeadings], asExcelKeeps(visitOf(1))] });
    expect(said(await read(spoil(bytes)))?.rule).toMatch(/^import\.(not-a-workbook|empty)$/);
  });

  it("is stopped when it takes too long", async () => {
    const bytes = await workbook({ name: "Data", rows: [[...visitHeadings]] });
    const local = await fileOf(bytes);
    const answer = await readSheet(local, 0, join(dirname(local), "sheet.csv"), {
      ...importLimits,
      workbookMilliseconds: 1,
    });
    expect(said(answer)).toMatchObject({ rule: "import.workbook-too-heavy" });
  });
});

it("refuses a text file over the limit without reading it", async () => {
  const local = await fileOf("FileReference,");
  await writeFile(local, "FileReference,");
  await truncate(local, importLimits.csvBytes + 1_000_000);
  expect(said(await previewOf(local))).toMatchObject({
    rule: "import.too-large",
    say: expect.stringMatching(/1,001 MB; the limit is 1,000 MB/),
  });
});
