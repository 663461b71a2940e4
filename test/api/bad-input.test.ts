import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { imports } from "#domain/registers/imports.ts";
import {
  type BroughtIn,
  complaint,
  complaintsBroughtIn,
  headings,
  says,
  text,
  two,
  who,
} from "../support/complaints-brought-in.ts";
import { people } from "../support/imported-august.ts";

/** Files as people really have them, brought in over HTTP: each ends in plain words, with nothing lost and no failure. */
let world: BroughtIn;
beforeAll(async () => {
  world = await complaintsBroughtIn();
});
afterAll(() => world.demo.close());

const utf16 = (content: string, big = false) => {
  const bytes = Buffer.from(`\ufeff${content}`, "utf16le");
  return big ? bytes.swap16() : bytes;
};

describe("how the text is written", () => {
  const withName = () => text([headings, ...two().map((row) => row.with(3, "P1001"))]);

  it.each([
    [
      "UTF-8 with a mark at its beginning",
      (it: string) => Buffer.from(`\ufeff${it}`),
      "utf-8-bom",
      /^(?!.*converted)/s,
    ],
    [
      "Windows-1252",
      (it: string) => Buffer.from(it.replace("communication", "quality-of-care").replace("P1001", "Pé1001"), "latin1"),
      "windows-1252",
      /not UTF-8 but Windows-1252; it was converted/,
    ],
    ["UTF-16", (it: string) => utf16(it), "utf-16le", /not UTF-8 but UTF-16; it was converted/],
    [
      "UTF-16, the other way round",
      (it: string) => utf16(it, true),
      "utf-16be",
      /not UTF-8 but UTF-16; it was converted/,
    ],
  ])("is read as %s", async (_, written, encoding, say) => {
    const { preview, row } = await world.bringIn(written(withName()));
    expect(preview.encoding).toBe(encoding);
    expect(says(preview)).toMatch(say);
    expect(row.counts).toEqual({ scanned: 2, loaded: 2, rejected: 0, skipped: 0 });
  });

  it.each([",", ";", "\t", "|"])("is read with %j between cells", async (delimiter) => {
    const { preview, row } = await world.bringIn(text([headings, ...two()], delimiter));
    expect(preview.delimiter).toBe(delimiter);
    expect(row.counts).toEqual({ scanned: 2, loaded: 2, rejected: 0, skipped: 0 });
  });

  it("may hold line breaks within quotation marks: the row that has them is one row", async () => {
    const [first = [], second = []] = two();
    const { row, key } = await world.bringIn(text([headings, first.with(7, "two\nlines"), second]));
    expect(row.counts).toEqual({ scanned: 2, loaded: 1, rejected: 1, skipped: 0 });
    expect(row.why).toMatch(/“Theme”/);
    expect(await world.rejects(key)).toContain("two\nlines");
  });

  it("is refused when a quotation mark is never closed, with the row named", async () => {
    const { status, body } = await world.upload(`${text([headings, ...two()])}"C-open,1,ashdown\r\n${text(two())}`);
    expect(status).toBe(409);
    expect(body.title).toMatch(/After row 3 .* a quotation mark is opened and never closed/);
    expect(body.next).toMatch(/Export the file again/);
  });
});

describe("days", () => {
  const days = (first: string, second: string, third: string) => {
    const of = { "Received Date": first, "Answer Due Date": second, "Answered Date": third };
    return text([headings, complaint(`C-days-${first}`, of)]);
  };

  it.each([
    [
      "month first",
      days("08/13/2026", "08/27/2026", "08/20/2026"),
      /written month first \(09\/03\/2026\); Line of Sight format writes them day first/,
    ],
    ["as Excel numbers", days("46247", "46261", "46254"), /written as Excel day numbers/],
    ["year first", days("2026-08-13", "2026-08-27", "2026-08-20"), /written year first/],
  ])("are read %s when no other way fits, and it is said", async (_, content, say) => {
    const { preview, row } = await world.bringIn(content);
    expect(says(preview)).toMatch(say);
    expect(row.counts).toEqual({ scanned: 1, loaded: 1, rejected: 0, skipped: 0 });
  });

  it("that could be either are asked about, and the answer is followed", async () => {
    const { preview, key } = await world.upload(days("03/08/2026", "05/08/2026", "04/08/2026"));
    const asked = preview.problems.filter(({ level }) => level === "ask");
    expect(asked.map(({ say }) => say).join()).toMatch(/day first \(03\/09\/2026\), or month first \(09\/03\/2026\)/);
    const answers = { days: Object.fromEntries(asked.map(({ ask }) => [ask?.heading, "month-first"])) };
    const again = await (await world.demo.as(who, `/imports/${key}/preview`, { body: { answers } })).json();
    expect(again.preview.problems.filter(({ level }: { level: string }) => level === "ask")).toEqual([]);
    const { row } = await world.load(key, again.preview.choice);
    expect(row.counts).toMatchObject({ scanned: 1, loaded: 1 });
    expect(world.demo.outside.store.one(imports, key)).toMatchObject({ periodFrom: "2026-03-08" });
  });

  it("that are not there, or in the future, turn the row away with the reason", async () => {
    const [first = [], second = []] = two();
    const { row } = await world.bringIn(
      text([headings, first.with(4, "31/02/2026"), second.with(4, "13/08/2027"), ...two()]),
    );
    expect(row.counts).toEqual({ scanned: 4, loaded: 2, rejected: 2, skipped: 0 });
    expect(row.why).toMatch(/“Received Date” is not a day written DD\/MM\/YYYY/);
    expect(row.why).toMatch(/“Received Date” is in the future/);
  });

  it("outside the period asked for are said beforehand", async () => {
    const { preview } = await world.upload(text([headings, ...two()]), { query: "&from=2026-07-01&to=2026-07-31" });
    expect(says(preview)).toMatch(
      /2026-07-01 to 2026-07-31 was asked for\. No row is within it: this is probably the wrong export/,
    );
  });
});

describe("the shape of the table", () => {
  it("may have a title above, blank rows between and totals below", async () => {
    const [first = [], second = []] = two();
    const blank = headings.map(() => "");
    const total = ["Total", ...blank.slice(1, -1), "2"];
    const { preview, row } = await world.bringIn(
      text([["Complaints, August 2026"], [""], headings, first, blank, second, blank, total]),
    );
    expect(preview.headerRow).toBe(3);
    expect(says(preview)).toMatch(/The headings are in row 3; the rows above them are a title/);
    expect(row.counts.loaded).toBe(2);
    expect(row.counts.scanned).toBe(5);
  });

  it("is asked about when a heading was renamed, and read once told", async () => {
    const { preview, key } = await world.upload(text([headings.with(7, "Subject"), ...two()]));
    expect(says(preview)).toMatch(/The file has no column “Theme”.*Headings it has that are not known: “Subject”/);
    expect(says(preview)).toMatch(/Which column of this file is “Theme”\?/);
    const answers = { renamed: { Theme: "Subject" } };
    const again = await (await world.demo.as(who, `/imports/${key}/preview`, { body: { answers } })).json();
    expect((await world.load(key, again.preview.choice)).row.counts).toMatchObject({ scanned: 2, loaded: 2 });
  });

  it("is refused when a heading is there twice", async () => {
    const { preview, key } = await world.upload(
      text([[...headings, "Theme"], ...two().map((row) => [...row, "other"])]),
    );
    expect(preview.problems[0]).toMatchObject({ level: "stops" });
    expect(says(preview)).toMatch(/more than one column headed “Theme”, so it cannot be told which one holds/);
    const { error, row } = await world.load(key, preview.choice);
    expect(error).toMatch(/more than one column headed “Theme”/);
    expect(row.status).toBe("refused");
  });

  it("is refused when nothing in it is known, with what it has", async () => {
    const { status, body } = await world.upload("Name,Phone\r\nAnn,01632 960001\r\n", { name: "phones.csv" });
    expect(status).toBe(409);
    expect(body.title).toBe("No report that Line of Sight knows has these headings: “Name”, “Phone”.");
  });

  it("may be the headings alone: a nil return, and nothing goes into figures", async () => {
    const { preview, key } = await world.upload(text([headings]));
    expect(says(preview)).toMatch(/There are no rows below the headings: a nil return, or the wrong export/);
    const { error, row } = await world.load(key, preview.choice);
    expect(error).toBe("There are no records below the headings, so there is nothing to take into the figures.");
    expect(row.counts.loaded).toBe(0);
  });
});

describe("the same record more than once", () => {
  it("is loaded once when rows say the same, and in its later version when there is one", async () => {
    const [first = [], second = []] = two();
    const later = second.with(1, "2").with(8, "not-upheld");
    const { preview, row } = await world.bringIn(text([headings, first, first, second, later]));
    expect(row.counts).toEqual({ scanned: 4, loaded: 2, rejected: 0, skipped: 2 });
    expect(says(preview)).toMatch(/1 row will be skipped: says the same as an earlier row/);
    expect(says(preview)).toMatch(/1 row will be skipped: a later version of the same record is in the file/);
  });

  it("as the very same file is refused, with who brought it in and when", async () => {
    const content = text([headings, ...two()]);
    await world.bringIn(content, { name: "first.csv" });
    const { status, body } = await world.upload(content, { name: "second.csv" });
    expect(status).toBe(409);
    expect(body.title).toMatch(
      /already in the figures: Owen Bevan brought it in as “first\.csv” on Mon 12 Oct\. Nothing was counted twice/,
    );
  });
});

describe("what is in the cells", () => {
  it("is never a formula in the file of rejects", async () => {
    const formulas = ['=HYPERLINK("http://x","y")', "+1+1", "-1+1", "@SUM(A1)", "\t=1+1"];
    const rows = formulas.map((formula, at) => complaint(`C-formula-${at}`, { Theme: formula }));
    const { row, key } = await world.bringIn(text([headings, ...rows, ...two()]));
    expect(row.counts).toEqual({ scanned: 7, loaded: 2, rejected: 5, skipped: 0 });
    const csv = await world.rejects(key);
    for (const formula of ["=HYPERLINK", "+1+1", "-1+1", "@SUM"]) expect(csv).toContain(`'${formula}`);
    expect(csv).not.toMatch(/(^|,|")[=+@\t-]/m);
  });

  it("is turned away where a name stands for a reference, and shown to nobody", async () => {
    const [first = [], second = []] = two();
    const { row, preview, key } = await world.bringIn(text([headings, first.with(3, "Margaret Thistlewood"), second]));
    expect(row.counts).toEqual({ scanned: 2, loaded: 1, rejected: 1, skipped: 0 });
    expect(row.why).toMatch(/“Person Reference” holds what looks like a name; it must hold the person's reference/);
    expect(JSON.stringify(preview)).not.toContain("Thistlewood");
    expect(await world.rejects(key)).not.toContain("Thistlewood");
  });

  it("is refused as a whole when no row of it can be read, with the most common reason", async () => {
    const elsewhere = two().map((each) => each.with(2, "elsewhere"));
    const { error, row, key } = await world.bringIn(text([headings, ...elsewhere]));
    expect(error).toMatch(/^None of the 2 rows could be read, most because: /);
    expect(row).toMatchObject({ status: "refused", counts: { scanned: 2, loaded: 0, rejected: 2, skipped: 0 } });
    expect(await world.rejects(key)).toMatch(/elsewhere/);
    const accepting = await world.demo.as(people.qualityLead, `/imports/${key}/rejects`, {
      body: { etag: world.demo.outside.store.one(imports, key)?.etag, reason: "Nothing of it matters" },
    });
    expect((await accepting.json()).title).toMatch(
      /was not taken into the figures, so there is nothing to go on without/,
    );
  });
});

it("reads a workbook as it reads its rows, and takes a file name for what it is", async () => {
  const bytes = await writeXlsx({ sheets: [{ name: "August", rows: [headings, ...two()] }] });
  const { preview, key, row } = await world.bringIn(bytes, { name: "../../a\\b<script>\u202e“é”.xlsx" });
  expect(row.counts).toEqual({ scanned: 2, loaded: 2, rejected: 0, skipped: 0 });
  expect(preview.headerRow).toBe(1);
  expect(world.demo.outside.store.one(imports, key)?.fileName).not.toMatch(/[\\/]/);
});
