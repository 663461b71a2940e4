import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { isRefusal } from "#domain/refusal.ts";
import {
  type Ask,
  csv,
  fileOf,
  loaded,
  outcome,
  previewOf,
  read,
  rowsOf,
  visit,
  visitHeadings,
  visitOf,
  visitsCsv,
} from "../../test/support/exports.ts";

const three = [visitOf(1), visitOf(2), visitOf(3)];
const asGiven = visitsCsv(...three);
const table = (delimiter: string) => csv([visitHeadings, ...three], delimiter);
const windows1252 = (text: string) => Buffer.from(text.replaceAll("’", "\u0092"), "latin1");
const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();

interface Messy {
  readonly file: string | Uint8Array;
  readonly ask?: Ask;
  /** Scanned, loaded, rejected, skipped. */
  readonly counts: readonly number[];
  readonly why?: readonly string[];
}

const messy: Readonly<Record<string, Messy>> = {
  "UTF-8": { file: asGiven, counts: [3, 3, 0, 0] },
  "UTF-8 with a byte-order mark": { file: `\ufeff${asGiven}`, counts: [3, 3, 0, 0] },
  "Windows-1252": { file: windows1252(asGiven), counts: [3, 3, 0, 0] },
  "UTF-16, little end first, with its mark": { file: Buffer.from(`\ufeff${asGiven}`, "utf16le"), counts: [3, 3, 0, 0] },
  "UTF-16, big end first, without a mark": { file: utf16be(asGiven), counts: [3, 3, 0, 0] },
  semicolons: { file: table(";"), counts: [3, 3, 0, 0] },
  tabs: { file: table("\t"), counts: [3, 3, 0, 0] },
  pipes: { file: table("|"), counts: [3, 3, 0, 0] },
  "line breaks inside quotation marks": {
    file: visitsCsv(visitOf(1, { ServiceUserDetails: "Mr A\r\n1 High Street\n\nWestford" }), visitOf(2)),
    counts: [2, 2, 0, 0],
  },
  "line ends of two kinds": {
    file: `${visitsCsv(visitOf(1))}${csv([visitOf(2), visitOf(3)], ",", "\n")}`,
    counts: [3, 3, 0, 0],
  },
  "line ends of the old Macintosh": { file: csv([visitHeadings, ...three], ",", "\r"), counts: [3, 3, 0, 0] },
  "no line end after the last row": { file: asGiven.trimEnd(), counts: [3, 3, 0, 0] },
  "title rows above the headings": {
    file: `Service delivery report\r\n"Meadowbank Care, all branches"\r\n\r\n${asGiven}`,
    counts: [3, 3, 0, 0],
  },
  "totals and blank rows below": {
    file: `${asGiven}\r\n${csv([["", "", ""], ["Total", "", "3"], ["End of report"]])}\r\n\r\n`,
    counts: [9, 3, 0, 6],
    why: ["4: Blank row", "2: Total or closing line"],
  },
  "a blank row in the middle": {
    file: csv([visitHeadings, visitOf(1), visitHeadings.map(() => ""), visitOf(2)]),
    counts: [3, 2, 0, 1],
    why: ["1: Blank row"],
  },
  "rows with too few and too many cells": {
    file: `${asGiven}MB-1,too,short\r\n${csv([[...visitOf(4), "", "more"]])}`,
    counts: [5, 3, 2, 0],
    why: ["1: It has 26 cells where the headings have 24", "1: It has 3 cells where the headings have 24"],
  },
  "a quotation mark left open until the next one": {
    file: `${asGiven}MB-1,"left open\r\n${csv([visitOf(4), visitOf(5)])}`,
    counts: [5, 4, 1, 0],
    why: [
      "1: It has 20 cells where the headings have 24, over 2 lines: a quotation mark was probably left open, so the rows within it could not be told apart",
    ],
  },
  "empty cells too many": { file: csv([visitHeadings, [...visitOf(1), "", ""]]), counts: [1, 1, 0, 0] },
  "quotation marks inside a cell without quoting": {
    file: visitsCsv(visitOf(1), visitOf(2)).replace("HOME CARE", 'HOME "24h" CARE'),
    counts: [2, 2, 0, 0],
  },
  "days with the month first, in columns that show it": {
    file: visitsCsv(visitOf(1, { VisitDate: "09/13/2026" }), visitOf(2, { VisitDate: "09/03/2026" })),
    counts: [2, 2, 0, 0],
  },
  "days as Excel numbers": { file: visitsCsv(visitOf(1, { VisitDate: "46278" })), counts: [1, 1, 0, 0] },
  "days year first": { file: visitsCsv(visitOf(1, { VisitDate: "2026-09-13" })), counts: [1, 1, 0, 0] },
  "a day that does not exist": {
    file: visitsCsv(visitOf(1), visitOf(2, { VisitDate: "31/09/2026" })),
    counts: [2, 1, 1, 0],
    why: ["1: “VisitDate” is not a day written DD/MM/YYYY"],
  },
  "headings in other case and spelling": {
    file: asGiven.replace("ServiceUserRef,", "service user ref ,").replace("VisitDate", "VISIT_DATE"),
    counts: [3, 3, 0, 0],
  },
  "headings in another order, with some nobody knows": {
    file: csv([["Mood", ...visitHeadings.toReversed()], ...three.map((row) => ["fine", ...row.toReversed()])]),
    counts: [3, 3, 0, 0],
  },
  "a heading that was renamed, once it is said which": {
    file: asGiven.replace("VisitDate", "Day of call"),
    ask: { answers: { renamed: { VisitDate: "Day of call" } } },
    counts: [3, 3, 0, 0],
  },
  "exactly the same row twice": {
    file: visitsCsv(visitOf(1), visitOf(2), visitOf(1)),
    counts: [3, 2, 0, 1],
    why: ["1: Says the same as an earlier row"],
  },
  "names where references belong": {
    file: visitsCsv(
      visitOf(1),
      visit({ ServiceUserRef: "Mrs Joan Canary" }),
      visit({ CareWorkerReference: "Thornbury" }),
    ),
    counts: [3, 1, 2, 0],
    why: [
      "1: “CareWorkerReference” holds what looks like a name; it must hold the carer's reference",
      "1: “ServiceUserRef” holds what looks like a name; it must hold the person's reference",
    ],
  },
  "days in the future": {
    file: visitsCsv(visitOf(1, { VisitDate: "12/10/2026" }), visitOf(2, { VisitDate: "13/10/2026" })),
    counts: [2, 1, 1, 0],
    why: ["1: “VisitDate” is in the future"],
  },
  "a code of no service": {
    file: visitsCsv(visitOf(1), visitOf(2, { ProviderRef: "MB-CLOSED" })),
    counts: [2, 1, 1, 0],
    why: ["1: “ProviderRef” is not the code of a service that is set up"],
  },
  "several things wrong in one row": {
    file: visitsCsv(visitOf(1), visitOf(2, { NumberOfCarers: "nine", StartTimeClaimed: "25:61" })),
    counts: [2, 1, 1, 0],
    why: ["1: “NumberOfCarers” is not a whole number from 1 to 4; “StartTimeClaimed” is not a time written HH:MM"],
  },
  "headings and no rows": { file: visitsCsv(), counts: [0, 0, 0, 0] },
};

describe("a messy export", () => {
  it.each(Object.entries(messy))("is read: %s", async (_, { file, ask, counts, why = [] }) => {
    expect(outcome(await loaded(file, ask))).toEqual({ counts, why });
  });

  it.each(["Windows-1252", "UTF-16, big end first, without a mark", "tabs", "line ends of two kinds"])(
    "says the same however it is written: %s",
    async (name) => {
      const content = async (file: string | Uint8Array) =>
        (await rowsOf(await loaded(file))).map((row) => row.content_hash);
      expect(await content(messy[name]?.file ?? "")).toEqual(await content(asGiven));
    },
  );
});

const refused: Readonly<Record<string, { file: string | Uint8Array; rule: string; says: RegExp }>> = {
  "an empty file": { file: "", rule: "import.empty", says: /nothing in this file/ },
  "a file of blank lines": { file: "\r\n \r\n\r\n", rule: "import.empty", says: /nothing in this file/ },
  "a picture": {
    file: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3]),
    rule: "import.not-a-table",
    says: /neither a text table nor an Excel workbook/,
  },
  "a letter": {
    file: "Dear Sirs,\r\nplease find our visits, as agreed, below.\r\n",
    rule: "import.unknown-headings",
    says: /“Dear Sirs”|please find/,
  },
  "a heading twice": {
    file: asGiven.replace("WeekEnding", "VisitDate"),
    rule: "import.repeated-headings",
    says: /more than one column headed “VisitDate”/,
  },
  "a heading missing": {
    file: asGiven.replace("VisitDate", "Day of call"),
    rule: "import.missing-headings",
    says: /no column “VisitDate”.*“Day of call”/,
  },
  "a quotation mark never closed": {
    file: visitsCsv(visitOf(1), visitOf(2, { ServiceUserDetails: "" }), visitOf(3, { ServiceUserDetails: "" })).replace(
      ",13/09/2026,08:00:00,00:30:00,08:07:00,00:27:00,False,1,,,,CW2004,Canary Thornbury\r\nMB-1,,2026-10-04T07:15:00,MB-ASHDOWN,WCC-1,WS200003",
      ',"13/09/2026,08:00:00,00:30:00,08:07:00,00:27:00,False,1,,,,CW2004,Canary Thornbury\r\nMB-1,,2026-10-04T07:15:00,MB-ASHDOWN,WCC-1,WS200003',
    ),
    rule: "import.quote-never-closed",
    says: /After row 2/,
  },
};

describe("an export that cannot be read", () => {
  it.each(Object.entries(refused))("is refused in plain words: %s", async (_, { file, rule, says }) => {
    const answer = await read(file);
    expect(isRefusal(answer) && answer.refused).toMatchObject({ rule, say: expect.stringMatching(says) });
  });
});

describe("the preview", () => {
  it("asks how days are written when every cell fits both ways, and uses the product's own way until told", async () => {
    const file = await fileOf(
      visitsCsv(visitOf(1, { VisitDate: "03/09/2026" }), visitOf(2, { VisitDate: "04/09/2026" })),
    );
    const preview = await previewOf(file);
    expect(preview).toMatchObject({
      problems: [
        { level: "ask", ask: { field: "days", heading: "VisitDate", options: ["day-first", "month-first"] } },
        {},
      ],
      choice: { days: { VisitDate: "day-first" } },
    });
    expect(await previewOf(file, { answers: { days: { VisitDate: "month-first" } } })).toMatchObject({
      choice: { days: { VisitDate: "month-first" } },
      trial: { covered: { from: "2026-03-09", to: "2026-04-09" } },
    });
  });

  it("asks which column is meant when a heading was renamed", async () => {
    const preview = await previewOf(await fileOf(asGiven.replace("VisitDate", "Day of call")));
    expect(preview).toMatchObject({
      problems: [{ level: "stops" }, { level: "ask", ask: { heading: "VisitDate", options: ["Day of call"] } }, {}],
    });
  });

  it("says when another period was asked for", async () => {
    const preview = await previewOf(await fileOf(asGiven), { periodAsked: { from: "2026-04-01", to: "2026-06-30" } });
    expect(isRefusal(preview) ? [] : preview.problems.map(({ say }) => say)).toContain(
      "The file holds 2026-09-13 to 2026-09-13; 2026-04-01 to 2026-06-30 was asked for. No row is within it: this is probably the wrong export.",
    );
  });

  it("shows the first rows without names and addresses", async () => {
    const preview = await previewOf(await fileOf(visitsCsv(visitOf(1), visit({ ServiceUserRef: "Mrs Joan Canary" }))));
    expect(JSON.stringify(preview)).not.toMatch(/canary/i);
    expect(preview).toMatchObject({
      headerRow: 1,
      delimiter: ",",
      encoding: "utf-8",
      trial: { loaded: 1, rejected: 1 },
    });
  });
});

describe("the file of rejects", () => {
  const bad = visitsCsv(
    visitOf(1),
    visitOf(2, { NumberOfCarers: "=1+1", ServiceType: "+44 HOME" }),
    visit({ ServiceUserRef: "Mrs Joan Canary" }),
  );

  it("names the row, the reason and what was read, and runs nothing as a formula", async () => {
    const { rejects } = await loaded(bad);
    const lines = (await readFile(rejects?.local ?? "", "utf8")).split("\n");
    expect(lines[0]).toMatch(/^Row \(headings are row 1\),Why it was not loaded,FileReference,/);
    expect(lines[1]).toMatch(/^3,“NumberOfCarers” is not a whole number from 1 to 4,.*,'\+44 HOME,.*,'=1\+1,/);
    expect(lines).toHaveLength(4);
  });

  it("holds no name or address", async () => {
    const { rejects } = await loaded(bad);
    expect(await readFile(rejects?.local ?? "", "utf8")).not.toMatch(/canary/i);
  });
});
