import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { readXlsx } from "hucre";
import { describe, expect, it } from "vitest";
import { figuresWorkbook } from "#api/packs/figures-workbook.ts";
import type { LineageOf, LineageRow } from "#api/packs/lineage-row.ts";
import { commissionerEdition } from "#domain/packs/commissioner-edition.ts";
import { sampleLineage, samplePack } from "../support/sample-pack.ts";
import { newFolder } from "../support/signed-pack.ts";
import { recompute } from "./recompute.ts";

const content = samplePack();

async function workbook(shown = content, lineage?: LineageOf): Promise<Uint8Array> {
  const path = join(newFolder(), "figures.xlsx");
  await figuresWorkbook(path, shown, lineage);
  return readFileSync(path);
}

/** The sample's rows with one of them changed. */
const changing = (change: (row: LineageRow) => LineageRow, indicator: string, at: number): LineageOf => {
  const lineage = sampleLineage(content);
  return (code) => {
    const { columns, rows } = lineage(code);
    const all = [...(rows as Iterable<LineageRow>)];
    return { columns, rows: code === indicator ? all.map((row, each) => (each === at ? change(row) : row)) : all };
  };
};

describe("the internal workbook", () => {
  it("adds up: every figure follows from the rows in its own sheet", async () => {
    const figures = recompute(await workbook(content, sampleLineage(content)));
    expect(figures.map(({ indicator }) => indicator)).toEqual(content.figures.map(({ indicator }) => indicator));
    for (const { printed, recomputed, services, rows } of figures) {
      expect(recomputed).toBe(printed);
      expect(rows).toBeGreaterThan(20);
      for (const service of Object.values(services)) expect(service.recomputed).toBe(service.printed);
    }
  });

  it.each(content.figures.map(({ indicator }) => indicator))(
    "shows it when one row behind %s changes",
    async (indicator) => {
      const without = changing((row) => ({ ...row, numerator: 0, denominator: 0 }), indicator, 3);
      for (const { indicator: each, printed, recomputed } of recompute(await workbook(content, without))) {
        if (each === indicator) expect(recomputed).not.toBe(printed);
        else expect(recomputed).toBe(printed);
      }
    },
  );

  it("goes from every row to its file, row number, record and version", async () => {
    const { sheets } = await readXlsx(await workbook(content, sampleLineage(content)));
    const [head, first] = sheets.find(({ name }) => name === "Rows missed-visits")?.rows ?? [];
    expect(head).toEqual([
      "Service",
      "In numerator",
      "In denominator",
      "Dataset",
      "Row",
      "Record",
      "Version",
      "Source file SHA-256",
      "day",
      "outcome",
    ]);
    expect(first).toEqual([
      "ashdown",
      0,
      13,
      "visits",
      2,
      "ashdown-0",
      1,
      "7c".repeat(32),
      "2026-08-01",
      '=HYPERLINK("x")',
    ]);
  });
});

describe("both workbooks", () => {
  it("never hold a formula, whatever the text", async () => {
    const hostile = samplePack({ provider: '=cmd|" /C calc"!A0', commissioner: "+1", snapshot: "@SUM(1)" });
    const files = unzipSync(await workbook(hostile, sampleLineage(hostile)));
    const xml = Object.entries(files)
      .map(([name, bytes]) => (name.includes("worksheets/") ? new TextDecoder().decode(bytes) : ""))
      .join("");
    expect(xml).toContain("=cmd|");
    expect(xml).not.toMatch(/<f[ >]/);
    const { sheets } = await readXlsx(await workbook(hostile));
    expect(sheets[0]?.rows[1]).toEqual(["Provider", '=cmd|" /C calc"!A0']);
  });

  it("open in another product's reader", async () => {
    const { sheets } = await readXlsx(await workbook(commissionerEdition(content)));
    expect(sheets.map(({ name }) => name)).toEqual([
      "About",
      "Figures",
      "By service",
      "By month",
      "Definitions",
      "Samples",
    ]);
    expect(sheets[1]?.rows[1]?.slice(0, 6)).toEqual(["missed-visits", 1, "Missed visits", "0.80 %", 98, 12_190]);
  });
});

it("keeps rows out of the commissioner's workbook, and small numbers withheld", async () => {
  const { sheets } = await readXlsx(await workbook(commissionerEdition(content)));
  const services = sheets.find(({ name }) => name === "By service")?.rows ?? [];
  expect(services.filter(([code]) => code === "safeguarding-24h").map((row) => [row[1], row[4]])).toContainEqual([
    "dovecote",
    "withheld",
  ]);
  expect(sheets.map(({ name }) => name).filter((name) => name.startsWith("Rows"))).toEqual([]);
});
