import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plannedVisits } from "#domain/imports/profiles/planned-visits.ts";
import {
  csv,
  loaded,
  outcome,
  pseudonymKey,
  rowsOf,
  visit,
  visitHeadings,
  visitOf,
  visitsCsv,
} from "../../test/support/exports.ts";
import { compareImports } from "./compare-imports.ts";

const minute = (instant: string) => Date.parse(instant) / 60_000;

const planned = (...rows: readonly (readonly string[])[]) => csv([plannedVisits.headings, ...rows]);
const plan = (record: string, version: string, person: string, start: string, cancelled = "", day = "13/09/2026") => [
  record,
  version,
  "ashdown",
  person,
  day,
  start,
  "30",
  "Yes",
  "1",
  cancelled,
];

describe("a visit that is loaded", () => {
  it("says exactly what its row says, times as minutes UTC, people as pseudonyms", async () => {
    expect(await rowsOf(await loaded(visitsCsv(visit())))).toEqual([
      {
        record: "41626724f7446735-1",
        record_version: 1,
        content_hash: "7edd97b6de69b36b",
        source_file: expect.stringMatching(/^[0-9a-f]{64}$/),
        src_row: 2,
        service: "ashdown",
        person: "4a25950a0133fcee",
        day: "2026-09-13",
        month_key: 202609,
        rk: 1776995996,
        carer: "9bcec89ce911eb4a",
        second_carer: 0,
        carers: 1,
        claimed_start: minute("2026-09-13T07:00:00Z"),
        claimed_min: 30,
        actual_start: minute("2026-09-13T07:07:00Z"),
        actual_min: 27,
        service_type: "HOME CARE",
      },
    ]);
  });

  it("is hashed as written down here: anybody can work the hashes out again with SHA-256 alone", async () => {
    const sha = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 16);
    const [row] = await rowsOf(await loaded(visitsCsv(visit())));
    const [person, carer] = [sha(`${pseudonymKey}person:WS100001`), sha(`${pseudonymKey}staff:CW2004`)];
    const said = ["ashdown", person, "2026-09-13", carer, 0, 1, 29821380, 30, 29821387, 27, "HOME CARE"];
    expect(row).toMatchObject({ person, carer, content_hash: sha(said.join("\u001f")) });
  });

  it("leaves no name, address or reference in any column, nor in the bytes", async () => {
    const answer = await loaded(visitsCsv(visit({ Description: "canary", ServiceUserRef: "WSCANARY1" })));
    expect(JSON.stringify(await rowsOf(answer))).not.toMatch(/canary/i);
    for (const { local } of answer.files) expect(await readFile(local, "latin1")).not.toMatch(/canary/i);
  });

  it("keeps text that looks like a formula as text", async () => {
    const [row] = await rowsOf(await loaded(visitsCsv(visit({ ServiceType: '=HYPERLINK("x")' }))));
    expect(row?.service_type).toBe('=HYPERLINK("x")');
  });

  it("has no actual start when no visit was recorded", async () => {
    const [row] = await rowsOf(await loaded(visitsCsv(visit({ ActualStartTime: "", ActualDuration: "" }))));
    expect(row).toMatchObject({ actual_start: null, actual_min: null });
  });

  it.each([
    ["the day before the clocks go forward", "28/03/2026", "01:30:00", "2026-03-28T01:30:00Z"],
    ["an hour that does not exist, as if the clocks had not changed", "29/03/2026", "01:30:00", "2026-03-29T01:30:00Z"],
    ["after the clocks went forward", "29/03/2026", "02:00:00", "2026-03-29T01:00:00Z"],
    ["midsummer, just after midnight", "21/06/2026", "00:10:00", "2026-06-20T23:10:00Z"],
    ["before the clocks go back", "26/10/2025", "00:59:00", "2025-10-25T23:59:00Z"],
    ["an hour that comes twice, as the first", "26/10/2025", "01:30:00", "2025-10-26T00:30:00Z"],
    ["after the clocks went back", "26/10/2025", "02:00:00", "2025-10-26T02:00:00Z"],
  ])("is put on the clock of London: %s", async (_, day, time, at) => {
    const [row] = await rowsOf(await loaded(visitsCsv(visit({ VisitDate: day, StartTimeClaimed: time }))));
    expect(row?.claimed_start).toBe(minute(at));
    expect(row?.day).toBe(day.split("/").toReversed().join("-"));
  });

  it.each([
    ["23:50:00", "00:05:00", "2026-09-13T23:05:00Z"],
    ["00:05:00", "23:55:00", "2026-09-12T22:55:00Z"],
    ["09:00:00", "08:45:00", "2026-09-13T07:45:00Z"],
  ])("claimed at %s and begun at %s began on the nearer day", async (claimed, actual, at) => {
    const [row] = await rowsOf(await loaded(visitsCsv(visit({ StartTimeClaimed: claimed, ActualStartTime: actual }))));
    expect(row?.actual_start).toBe(minute(at));
  });
});

describe("the same record more than once", () => {
  it("keeps both rows of a double-handed visit, told apart by the second carer", async () => {
    const both = visitsCsv(
      visit({ NumberOfCarers: "2" }),
      visit({ NumberOfCarers: "2", SecondaryVisit: "True", CareWorkerReference: "CW9" }),
    );
    const rows = await rowsOf(await loaded(both));
    expect(rows.map(({ second_carer, carers }) => [second_carer, carers])).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(new Set(rows.map(({ record }) => record)).size).toBe(2);
  });

  it("numbers rows that share person, day and claimed start but not the rest", async () => {
    const rows = await rowsOf(
      await loaded(visitsCsv(visit({ CareWorkerReference: "CW1" }), visit({ CareWorkerReference: "CW2" }))),
    );
    expect(rows.map(({ record }) => String(record).slice(-2)).toSorted()).toEqual(["-1", "-2"]);
    expect(new Set(rows.map(({ record }) => String(record).slice(0, 16))).size).toBe(1);
  });

  it("keeps the highest version, and of equal versions the last row", async () => {
    const answer = await loaded(
      planned(
        plan("A1", "2", "WS1", "09:00"),
        plan("A1", "1", "WS1", "08:00"),
        plan("B1", "1", "WS2", "08:00"),
        plan("B1", "1", "WS2", "10:00"),
      ),
    );
    expect(outcome(answer)).toEqual({
      counts: [4, 2, 0, 2],
      why: ["2: A later version of the same record is in the file"],
    });
    expect(
      (await rowsOf(answer)).map(({ record, record_version, src_row }) => [record, record_version, src_row]),
    ).toEqual([
      ["A1", 2, 2],
      ["B1", 1, 5],
    ]);
  });
});

describe("a planned visit's deadline", () => {
  const deadlines = async (...rows: readonly (readonly string[])[]) =>
    (await rowsOf(await loaded(planned(...rows)))).map(({ deadline }) => deadline);

  it("is the person's next visit that day, or 23:00 in London", async () => {
    expect(
      await deadlines(plan("A", "1", "WS1", "08:00"), plan("B", "1", "WS1", "12:00"), plan("C", "1", "WS2", "09:00")),
    ).toEqual([minute("2026-09-13T11:00:00Z"), minute("2026-09-13T22:00:00Z"), minute("2026-09-13T22:00:00Z")]);
  });

  it("is not a visit that was cancelled, nor one on another day", async () => {
    expect(
      await deadlines(
        plan("A", "1", "WS1", "08:00"),
        plan("B", "1", "WS1", "12:00", "person"),
        plan("C", "1", "WS1", "07:00", "", "14/09/2026"),
      ),
    ).toMatchObject([minute("2026-09-13T22:00:00Z"), minute("2026-09-13T22:00:00Z"), minute("2026-09-14T22:00:00Z")]);
  });

  it("is midnight for a visit planned after 23:00", async () => {
    expect(await deadlines(plan("A", "1", "WS1", "23:15"))).toEqual([minute("2026-09-13T23:00:00Z")]);
  });
});

describe("the files", () => {
  const twoMonths = visitsCsv(visitOf(1), visitOf(2, { VisitDate: "01/08/2026" }), visitOf(3));

  it("are one a month, addressed by their bytes, the same every time", async () => {
    const [once, again] = [await loaded(twoMonths), await loaded(twoMonths)];
    expect(once.files.map(({ month, rows }) => [month, rows])).toEqual([
      ["2026-08", 1],
      ["2026-09", 2],
    ]);
    expect(once.files.every(({ local, hash }) => local.endsWith(`/${hash}.parquet`))).toBe(true);
    expect(again.files.map(({ hash }) => hash)).toEqual(once.files.map(({ hash }) => hash));
  });

  it("leave nothing else in the folder", async () => {
    const { files } = await loaded(twoMonths);
    expect(await readdir(dirname(dirname(dirname(files[0]?.local ?? ""))))).toEqual(["visits"]);
  });

  it("count rows and people by service and month, and rows outside the period asked for", async () => {
    expect(await loaded(twoMonths, { periodAsked: { from: "2026-09-01", to: "2026-09-30" } })).toMatchObject({
      covered: { from: "2026-08-01", to: "2026-09-13" },
      outsidePeriod: 1,
      contentCounts: [
        { service: "ashdown", month: "2026-08", rows: 1, people: 1 },
        { service: "ashdown", month: "2026-09", rows: 2, people: 2 },
      ],
    });
  });
});

describe("a later import of the same period", () => {
  it("is compared record by record", async () => {
    const before = await loaded(visitsCsv(visitOf(1), visitOf(2), visitOf(3)));
    const after = await loaded(visitsCsv(visitOf(1), visitOf(2, { ActualDuration: "00:10:00" }), visitOf(4)));
    expect(await compareImports(before.files, after.files)).toMatchObject({
      new: 1,
      amended: 1,
      unchanged: 1,
      vanished: 1,
    });
    const { changed } = await compareImports(before.files, after.files);
    expect(changed.map(({ change }) => change).toSorted()).toEqual(["amended", "new", "vanished"]);
    expect(changed.find(({ change }) => change === "amended")).toMatchObject({ service: "ashdown", day: "2026-09-13" });
  });

  it("is all new when there was none before", async () => {
    const { files } = await loaded(visitsCsv(visitOf(1)));
    expect(await compareImports([], files)).toMatchObject({ new: 1, amended: 0, unchanged: 0, vanished: 0 });
  });
});

describe("any file under known headings", () => {
  const cell = fc.oneof(
    fc.constantFrom(
      "",
      "WS100001",
      "13/09/2026",
      "08:00:00",
      "MB-ASHDOWN",
      "Total",
      '"',
      'a"b',
      "x\ny",
      ",",
      "=1+1",
      "Mrs Joan Smith",
      "é’",
    ),
    fc.string({ maxLength: 12 }),
  );
  const messyRow = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 20 }).map((number) => csv([visitOf(number)]).trimEnd()) },
    { weight: 2, arbitrary: fc.array(cell, { maxLength: 30 }).map((cells) => csv([cells]).trimEnd()) },
    { weight: 1, arbitrary: fc.constantFrom("", ",,,,", "Total,,3") },
  );

  it("is scanned = loaded + rejected + skipped, and what is loaded is in the files", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(messyRow, { maxLength: 12 }), fc.constantFrom("\n", "\r\n"), async (lines, end) => {
        const {
          scanned,
          loaded: kept,
          rejected,
          skipped,
          files,
        } = await loaded([visitHeadings.join(","), ...lines, ""].join(end));
        expect(kept + rejected + skipped).toBe(scanned);
        expect(files.reduce((sum, { rows }) => sum + rows, 0)).toBe(kept);
        expect(scanned).toBeGreaterThanOrEqual(lines.length);
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
