import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { imports } from "#domain/registers/imports.ts";
import { type Demo, startDemo } from "../support/demo.ts";
import { people } from "../support/imported-august.ts";
import { sendRaw } from "../support/send-raw.ts";

/** Files as people really have them, brought in over HTTP: each ends in plain words, with nothing lost and no failure. */
let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
  await mkdir(uploads(), { recursive: true });
});
afterAll(() => demo.close());

const who = people.administrator;
const uploads = () => join(demo.outside.workDir, "uploads");
const headings = [
  ..."Record Reference,Version,Service,Person Reference".split(","),
  ..."Received Date,Answer Due Date,Answered Date,Theme,Outcome".split(","),
];
let files = 0;

/** One complaint: everything right unless said otherwise. */
const complaint = (reference: string, changes: Partial<Record<string, string>> = {}): string[] => {
  const right: Record<string, string> = {
    "Record Reference": reference,
    Version: "1",
    Service: "ashdown",
    "Person Reference": "P1001",
    "Received Date": "13/08/2026",
    "Answer Due Date": "27/08/2026",
    "Answered Date": "20/08/2026",
    Theme: "communication",
    Outcome: "upheld",
    ...changes,
  };
  return headings.map((heading) => right[heading] ?? "");
};
const quoted = (cell: string) => (/[",;\t|\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const text = (rows: readonly (readonly string[])[], delimiter = ",") =>
  `${rows.map((row) => row.map(quoted).join(delimiter)).join("\r\n")}\r\n`;
/** Two right rows of a file of its own: no two files of this test are the same bytes. */
const two = () => {
  files += 1;
  return [complaint(`C-${files}-1`), complaint(`C-${files}-2`, { Service: "birchwood" })];
};

interface Preview {
  readonly encoding: string;
  readonly delimiter: string;
  readonly headerRow: number;
  readonly problems: readonly {
    readonly level: string;
    readonly say: string;
    readonly ask?: { readonly field: string; readonly heading: string; readonly options: readonly string[] };
  }[];
  readonly choice: { readonly profile: string; readonly days: object; readonly renamed: object };
}

async function upload(content: string | Uint8Array, { name = "complaints.csv", query = "" } = {}) {
  const raw = typeof content === "string" ? content : new Uint8Array(content);
  const answer = await demo.as(who, `/imports?fileName=${encodeURIComponent(name)}${query}`, { method: "POST", raw });
  const body = await answer.json();
  expect(answer.status, JSON.stringify(body)).toBeLessThan(500);
  return { status: answer.status, body, preview: body.preview as Preview, key: String(body.key) };
}

const says = (preview: Preview): string => preview.problems.map(({ say }) => say).join("\n");

/** Loads what was previewed, and holds that every row of it is accounted for. */
async function load(key: string, choice: object) {
  const started = await demo.as(who, `/imports/${key}/load`, { body: { choice } });
  expect(started.status, await started.clone().text()).toBe(200);
  const { job } = await started.json();
  for (;;) {
    const { state, error } = await (await demo.as(who, `/jobs/${job}`)).json();
    if (state === "done" || state === "failed") return { error: error as string | undefined, row: rowOf(key) };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function rowOf(key: string) {
  const row = demo.outside.store.one(imports, key);
  if (!row) throw new Error(`There is no import ${key}.`);
  const { scanned = 0, loaded = 0, rejected = 0, skipped = 0, rejectReasons = [] } = row;
  expect(scanned).toBe(loaded + rejected + skipped);
  return {
    counts: { scanned, loaded, rejected, skipped },
    why: rejectReasons.map(({ reason }) => reason).join("\n"),
    status: row.status,
    refused: row.refusedReason,
  };
}

async function bringIn(content: string | Uint8Array, options = {}) {
  const { status, body, preview, key } = await upload(content, options);
  expect(status, JSON.stringify(body)).toBe(200);
  return { preview, key, ...(await load(key, preview.choice)) };
}

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
    const { preview, row } = await bringIn(written(withName()));
    expect(preview.encoding).toBe(encoding);
    expect(says(preview)).toMatch(say);
    expect(row.counts).toEqual({ scanned: 2, loaded: 2, rejected: 0, skipped: 0 });
  });

  it.each([",", ";", "\t", "|"])("is read with %j between cells", async (delimiter) => {
    const { preview, row } = await bringIn(text([headings, ...two()], delimiter));
    expect(preview.delimiter).toBe(delimiter);
    expect(row.counts).toEqual({ scanned: 2, loaded: 2, rejected: 0, skipped: 0 });
  });

  it("may hold line breaks within quotation marks: the row that has them is one row", async () => {
    const [first = [], second = []] = two();
    const { row, key } = await bringIn(text([headings, first.with(7, "two\nlines"), second]));
    expect(row.counts).toEqual({ scanned: 2, loaded: 1, rejected: 1, skipped: 0 });
    expect(row.why).toMatch(/“Theme”/);
    expect(await rejects(key)).toContain("two\nlines");
  });

  it("is refused when a quotation mark is never closed, with the row named", async () => {
    const { status, body } = await upload(`${text([headings, ...two()])}"C-open,1,ashdown\r\n${text(two())}`);
    expect(status).toBe(409);
    expect(body.title).toMatch(/After row 3 .* a quotation mark is opened and never closed/);
    expect(body.next).toMatch(/Export the file again/);
  });
});

const rejects = async (key: string): Promise<string> => {
  const answer = await demo.as(who, `/imports/${key}/rejects`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename\*=UTF-8''/);
  return answer.text();
};

describe("days", () => {
  const days = (first: string, second: string, third: string) => {
    files += 1;
    const of = { "Received Date": first, "Answer Due Date": second, "Answered Date": third };
    return text([headings, complaint(`C-${files}-1`, of)]);
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
    const { preview, row } = await bringIn(content);
    expect(says(preview)).toMatch(say);
    expect(row.counts).toEqual({ scanned: 1, loaded: 1, rejected: 0, skipped: 0 });
  });

  it("that could be either are asked about, and the answer is followed", async () => {
    const { preview, key } = await upload(days("03/08/2026", "05/08/2026", "04/08/2026"));
    const asked = preview.problems.filter(({ level }) => level === "ask");
    expect(asked.map(({ say }) => say).join()).toMatch(/day first \(03\/09\/2026\), or month first \(09\/03\/2026\)/);
    const answers = { days: Object.fromEntries(asked.map(({ ask }) => [ask?.heading, "month-first"])) };
    const again = await (await demo.as(who, `/imports/${key}/preview`, { body: { answers } })).json();
    expect(again.preview.problems.filter(({ level }: { level: string }) => level === "ask")).toEqual([]);
    const { row } = await load(key, again.preview.choice);
    expect(row.counts).toMatchObject({ scanned: 1, loaded: 1 });
    expect(demo.outside.store.one(imports, key)).toMatchObject({ periodFrom: "2026-03-08" });
  });

  it("that are not there, or in the future, turn the row away with the reason", async () => {
    const [first = [], second = []] = two();
    const { row } = await bringIn(
      text([headings, first.with(4, "31/02/2026"), second.with(4, "13/08/2027"), ...two()]),
    );
    expect(row.counts).toEqual({ scanned: 4, loaded: 2, rejected: 2, skipped: 0 });
    expect(row.why).toMatch(/“Received Date” is not a day written DD\/MM\/YYYY/);
    expect(row.why).toMatch(/“Received Date” is in the future/);
  });

  it("outside the period asked for are said beforehand", async () => {
    const { preview } = await upload(text([headings, ...two()]), { query: "&from=2026-07-01&to=2026-07-31" });
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
    const { preview, row } = await bringIn(
      text([["Complaints, August 2026"], [""], headings, first, blank, second, blank, total]),
    );
    expect(preview.headerRow).toBe(3);
    expect(says(preview)).toMatch(/The headings are in row 3; the rows above them are a title/);
    expect(row.counts.loaded).toBe(2);
    expect(row.counts.scanned).toBe(5);
  });

  it("is asked about when a heading was renamed, and read once told", async () => {
    const { preview, key } = await upload(text([headings.with(7, "Subject"), ...two()]));
    expect(says(preview)).toMatch(/The file has no column “Theme”.*Headings it has that are not known: “Subject”/);
    expect(says(preview)).toMatch(/Which column of this file is “Theme”\?/);
    const answers = { renamed: { Theme: "Subject" } };
    const again = await (await demo.as(who, `/imports/${key}/preview`, { body: { answers } })).json();
    expect((await load(key, again.preview.choice)).row.counts).toMatchObject({ scanned: 2, loaded: 2 });
  });

  it("is refused when a heading is there twice", async () => {
    const { preview, key } = await upload(text([[...headings, "Theme"], ...two().map((row) => [...row, "other"])]));
    expect(preview.problems[0]).toMatchObject({ level: "stops" });
    expect(says(preview)).toMatch(/more than one column headed “Theme”, so it cannot be told which one holds/);
    const { error, row } = await load(key, preview.choice);
    expect(error).toMatch(/more than one column headed “Theme”/);
    expect(row.status).toBe("refused");
  });

  it("is refused when nothing in it is known, with what it has", async () => {
    const { status, body } = await upload("Name,Phone\r\nAnn,01632 960001\r\n", { name: "phones.csv" });
    expect(status).toBe(409);
    expect(body.title).toBe("No report that Line of Sight knows has these headings: “Name”, “Phone”.");
  });

  it("may be the headings alone: a nil return, and nothing goes into figures", async () => {
    const { preview, key } = await upload(text([headings]));
    expect(says(preview)).toMatch(/There are no rows below the headings: a nil return, or the wrong export/);
    const { error, row } = await load(key, preview.choice);
    expect(error).toBe("There are no records below the headings, so there is nothing to take into the figures.");
    expect(row.counts.loaded).toBe(0);
  });
});

describe("the same record more than once", () => {
  it("is loaded once when rows say the same, and in its later version when there is one", async () => {
    const [first = [], second = []] = two();
    const later = second.with(1, "2").with(8, "not-upheld");
    const { preview, row } = await bringIn(text([headings, first, first, second, later]));
    expect(row.counts).toEqual({ scanned: 4, loaded: 2, rejected: 0, skipped: 2 });
    expect(says(preview)).toMatch(/1 row will be skipped: says the same as an earlier row/);
    expect(says(preview)).toMatch(/1 row will be skipped: a later version of the same record is in the file/);
  });

  it("as the very same file is refused, with who brought it in and when", async () => {
    const content = text([headings, ...two()]);
    await bringIn(content, { name: "first.csv" });
    const { status, body } = await upload(content, { name: "second.csv" });
    expect(status).toBe(409);
    expect(body.title).toMatch(
      /already in the figures: Owen Bevan brought it in as “first\.csv” on 2026-10-12\. Nothing was counted twice/,
    );
  });
});

describe("what is in the cells", () => {
  it("is never a formula in the file of rejects", async () => {
    const formulas = ['=HYPERLINK("http://x","y")', "+1+1", "-1+1", "@SUM(A1)", "\t=1+1"];
    const rows = formulas.map((formula, at) => complaint(`C-formula-${at}`, { Theme: formula }));
    const { row, key } = await bringIn(text([headings, ...rows, ...two()]));
    expect(row.counts).toEqual({ scanned: 7, loaded: 2, rejected: 5, skipped: 0 });
    const csv = await rejects(key);
    for (const formula of ["=HYPERLINK", "+1+1", "-1+1", "@SUM"]) expect(csv).toContain(`'${formula}`);
    expect(csv).not.toMatch(/(^|,|")[=+@\t-]/m);
  });

  it("is turned away where a name stands for a reference, and shown to nobody", async () => {
    const [first = [], second = []] = two();
    const { row, preview, key } = await bringIn(text([headings, first.with(3, "Margaret Thistlewood"), second]));
    expect(row.counts).toEqual({ scanned: 2, loaded: 1, rejected: 1, skipped: 0 });
    expect(row.why).toMatch(/“Person Reference” holds what looks like a name; it must hold the person's reference/);
    expect(JSON.stringify(preview)).not.toContain("Thistlewood");
    expect(await rejects(key)).not.toContain("Thistlewood");
  });

  it("is refused as a whole when no row of it can be read, with the most common reason", async () => {
    const elsewhere = two().map((each) => each.with(2, "elsewhere"));
    const { error, row, key } = await bringIn(text([headings, ...elsewhere]));
    expect(error).toMatch(/^None of the 2 rows could be read, most because: /);
    expect(row).toMatchObject({ status: "refused", counts: { scanned: 2, loaded: 0, rejected: 2, skipped: 0 } });
    expect(await rejects(key)).toMatch(/elsewhere/);
    const accepting = await demo.as(people.qualityLead, `/imports/${key}/rejects`, {
      body: { etag: demo.outside.store.one(imports, key)?.etag, reason: "Nothing of it matters" },
    });
    expect((await accepting.json()).title).toMatch(
      /was not taken into the figures, so there is nothing to go on without/,
    );
  });
});

describe("what is not a table at all", () => {
  const zeros = (bytes: number) => new Uint8Array(bytes);
  const bomb = () =>
    zipSync(
      { "[Content_Types].xml": strToU8("<Types/>"), "xl/worksheets/sheet1.xml": zeros(40_000_000) },
      { level: 6 },
    );
  const oversized = () => {
    const bytes = Buffer.alloc(51_000_000);
    bytes.set([0x50, 0x4b, 3, 4]);
    return bytes;
  };

  it.each([
    ["an empty file", () => new Uint8Array(), "complaints.csv", /^There is nothing in this file\.$/],
    [
      "nothing but blank lines",
      () => Buffer.from("\r\n \r\n\r\n"),
      "complaints.csv",
      /^There is nothing in this file\.$/,
    ],
    [
      "one line",
      () => Buffer.from("hello"),
      "complaints.csv",
      /No report that Line of Sight knows has these headings: “hello”/,
    ],
    [
      "binary junk",
      () => Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 256)),
      "x.csv",
      /“x\.csv” is neither a text table nor an Excel workbook \(\.xlsx\)/,
    ],
    [
      "a picture called a workbook",
      () => Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
      "x.xlsx",
      /neither a text table nor an Excel workbook/,
    ],
    [
      "an old workbook",
      () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]),
      "x.xls",
      /neither a text table nor an Excel workbook/,
    ],
    [
      "a broken workbook",
      () => Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.from("junk".repeat(50))]),
      "x.xlsx",
      /cannot be read as an Excel workbook: it is damaged/,
    ],
    [
      "a zip that is no workbook",
      () => zipSync({ "a.txt": strToU8("a") }),
      "x.xlsx",
      /cannot be read as an Excel workbook/,
    ],
    [
      "a workbook that unpacks to far more than it is",
      bomb,
      "x.xlsx",
      /unpacks to far more than a spreadsheet would, so it was not opened/,
    ],
    [
      "a workbook over the limit",
      oversized,
      "x.xlsx",
      /^This workbook is 51 MB; the limit is 50 MB\. Nothing of it was read\.$/,
    ],
  ])("is refused: %s", async (_, content, name, say) => {
    const before = demo.outside.store.all(imports).length;
    const { status, body } = await upload(content(), { name });
    expect(status).toBe(409);
    expect(body.title).toMatch(say);
    expect(body.next).toMatch(/^[A-Z].{20,}\.$/);
    expect(demo.outside.store.all(imports)).toHaveLength(before);
  });

  it("is refused without a name, or with nothing sent at all", async () => {
    const nameless = await demo.as(who, "/imports", { method: "POST", raw: "a" });
    expect(nameless.status).toBe(400);
    const nothing = await demo.as(who, "/imports?fileName=a.csv", { method: "POST" });
    expect(nothing.status).toBe(409);
    expect((await nothing.json()).title).toBe("There is nothing in this file.");
  });

  it("keeps nothing of an upload that was cut off half way, and takes the whole file afterwards", async () => {
    const content = text([headings, ...two()]);
    const held = (await readdir(uploads())).length;
    const before = demo.outside.store.all(imports).length;
    const authorization = `Bearer ${await demo.tokenOf(who)}`;
    const { status } = await sendRaw(demo.url, {
      method: "POST",
      path: "/api/v1/imports?fileName=complaints.csv",
      headers: { authorization, "content-length": String(content.length) },
      body: content.slice(0, content.length / 2),
      cutOff: true,
    });
    expect(status).toBe(0);
    await expect.poll(async () => (await readdir(uploads())).length).toBe(held);
    expect(demo.outside.store.all(imports)).toHaveLength(before);
    expect((await bringIn(content)).row.counts).toMatchObject({ scanned: 2, loaded: 2 });
  });
});

it("reads a workbook as it reads its rows, and takes a file name for what it is", async () => {
  const bytes = await writeXlsx({ sheets: [{ name: "August", rows: [headings, ...two()] }] });
  const { preview, key, row } = await bringIn(bytes, { name: "../../a\\b<script>\u202e“é”.xlsx" });
  expect(row.counts).toEqual({ scanned: 2, loaded: 2, rejected: 0, skipped: 0 });
  expect(preview.headerRow).toBe(1);
  expect(demo.outside.store.one(imports, key)?.fileName).not.toMatch(/[\\/]/);
});
