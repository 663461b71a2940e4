import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runNode } from "../support/run-node.ts";
import { threeCycles } from "../support/three-cycles.ts";
import {
  dayOn,
  type ExportFile,
  exportsByHash,
  type Line,
  lineAt,
  packagesIn,
  personOn,
  privateWords,
  recordOn,
} from "./export-lines.ts";
import { found, textIn } from "./pack-text.ts";
import { lineageIn, type Named, recompute, sheetOf } from "./recompute.ts";

let runs: Awaited<ReturnType<typeof threeCycles>>;
let files: ReadonlyMap<string, ExportFile>;
let workbook: Buffer;
let rows: readonly Named[];
const editions = ["commissioner", "internal"] as const;
const period = ["2026-07-01", "2026-09-30"] as const;

beforeAll(async () => {
  runs = await threeCycles();
  files = exportsByHash(runs.exports);
  workbook = readFileSync(join(runs.first.dir, "internal/pack/figures.xlsx"));
  rows = [...lineageIn(workbook).values()].flat();
}, 400_000);

afterAll(() => runs.remove());

const bytesIn = (dir: string): Record<string, Buffer> =>
  Object.fromEntries(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [path.slice(dir.length + 1), readFileSync(path)]),
  );

describe("the main job", () => {
  it("ends well, with both editions of the pack in the folder asked for", () => {
    for (const { code, errors } of [runs.first, runs.second, runs.otherSeed])
      expect({ code, errors }).toEqual({ code: 0, errors: "" });
    for (const edition of editions)
      expect(Object.keys(bytesIn(join(runs.first.dir, edition)))).toEqual([
        "pack.zip",
        "pack.zip.sig",
        "pack/assurance-statement.pdf",
        "pack/content.json",
        "pack/figures.xlsx",
        "pack/manifest.json",
        "pack/pack.pdf",
        "pack/sign-offs.json",
      ]);
  });

  it("leaves the pack filed and submitted in SharePoint", async () => {
    const [pack, ...more] = await runs.library.packs();
    expect(more).toEqual([]);
    expect(pack).toMatchObject({ key: "westshire-2026-q3-v1", status: "submitted" });
    for (const edition of editions) {
      const filed = await runs.library.filed(`westshire-2026-q3/v1/${edition}`);
      const zip = readFileSync(join(runs.first.dir, edition, "pack.zip"));
      expect(filed.find(({ name }) => name === "pack.zip")?.size).toBe(zip.length);
      expect(filed.map(({ name }) => name)).toContain("pack.zip.sig");
    }
  });

  it("gives the same bytes from the same inputs, all but the signature", () => {
    const [first, second] = [bytesIn(runs.first.dir), bytesIn(runs.second.dir)];
    expect(Object.keys(second)).toEqual(Object.keys(first));
    const differing = Object.keys(first).filter((name) => !second[name]?.equals(first[name] ?? Buffer.of()));
    expect(differing).toEqual(["commissioner/pack.zip.sig", "internal/pack.zip.sig"]);
  });

  it("gives people other pseudonyms under another seed, and every figure the same", () => {
    const other = readFileSync(join(runs.otherSeed.dir, "internal/pack/figures.xlsx"));
    const people = (all: Iterable<readonly Named[]>) => new Set([...all].flat().map(({ person }) => person));
    const mine = people(lineageIn(workbook).values());
    const theirs = people(lineageIn(other).values());
    expect(theirs.size).toBe(mine.size);
    expect([...theirs].filter((person) => mine.has(person))).toEqual([]);
    for (const sheet of ["By service", "By month"]) expect(sheetOf(other, sheet)).toEqual(sheetOf(workbook, sheet));
    const figures = (from: Uint8Array) => recompute(from).map(({ indicator, printed }) => ({ indicator, printed }));
    expect(figures(other)).toEqual(figures(workbook));
  });

  it("says what it did as one JSON object when asked", () => {
    const { pack, files: copied, said } = JSON.parse(runs.first.out);
    expect(pack).toBe("westshire-2026-q3-v1");
    expect([...copied].sort()).toEqual(Object.keys(bytesIn(runs.first.dir)));
    expect(runs.second.out).toContain(said.join("\n"));
  });

  it.each([
    [[], ["--in", "--out"]],
    [["--in", "nowhere", "--out", "OUT"], ["--in names a folder"]],
    [["--in", "package.json", "--out", "OUT"], ["--in names a folder"]],
    [["--in", "docs", "--out", "OUT"], ["no exports"]],
    [["--in", "EXPORTS", "--out", "OUT", "--seed", "two"], ["--seed is a whole number"]],
    [["--in", "EXPORTS", "--out", "OUT", "--as-of", "2026-02-30"], ["--as-of is a day"]],
    [["--in", "EXPORTS", "--out", "OUT", "--colour", "red"], ["--colour"]],
    [["--in", "EXPORTS", "--out", "OUT", "westshire"], ["westshire"]],
  ] as const)("does not begin with %j, and says what is wrong", async (words, says) => {
    const [out, data] = [join(runs.folder, "not-begun", "out"), join(runs.folder, "not-begun", "data")];
    const put = (word: string) => (word === "OUT" ? out : word === "EXPORTS" ? runs.exports : word);
    const { code, out: printed, errors } = await runNode(["infra/cycle.ts", ...words.map(put)], { DATA_DIR: data });
    expect(code).toBe(1);
    for (const each of says) expect(errors).toContain(each);
    expect(errors).not.toMatch(/^\s+at |Error|node:/m);
    expect(printed).toBe("");
    expect([existsSync(out), existsSync(data)]).toEqual([false, false]);
  });
});

const verify = (...words: readonly string[]) => runNode(["infra/verify.ts", ...words]);
const fingerprint = (dir: string, edition: string): string =>
  JSON.parse(readFileSync(join(dir, edition, "pack.zip.sig"), "utf8")).keyFingerprint;

describe("the pack it made", () => {
  it.each(editions)("verifies as the %s edition: the zip, and the folder it unpacks to", async (edition) => {
    const place = join(runs.first.dir, edition);
    const key = fingerprint(runs.first.dir, edition);
    for (const path of ["pack.zip", "pack"]) {
      const { code, out } = await verify(join(place, path), "--key", key);
      expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining("This pack verifies.") });
    }
  });

  it("is refused with one byte flipped, in the zip or in a file of the folder", async () => {
    const place = join(runs.folder, "altered");
    cpSync(join(runs.first.dir, "commissioner"), place, { recursive: true });
    for (const [file, asked] of [
      ["pack.zip", "pack.zip"],
      ["pack/pack.pdf", "pack"],
    ] as const) {
      const bytes = readFileSync(join(place, file));
      const middle = Math.floor(bytes.length / 2);
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      writeFileSync(join(place, file), bytes);
      const { code, out } = await verify(join(place, asked));
      expect(code).toBe(1);
      expect(out).toContain("does NOT verify");
      expect(out).toContain(basename(file));
    }
  });

  it("is refused under the key of somebody else", async () => {
    const theirs = fingerprint(runs.second.dir, "commissioner");
    expect(theirs).not.toBe(fingerprint(runs.first.dir, "commissioner"));
    const { code } = await verify(join(runs.first.dir, "commissioner/pack.zip"), "--key", theirs);
    expect(code).toBe(1);
  });
});

describe("every figure of the internal workbook", () => {
  it("follows from the rows in its own sheet, in all and for each service", () => {
    const figures = recompute(workbook);
    expect(figures.length).toBeGreaterThanOrEqual(10);
    for (const { indicator, printed, recomputed, services, rows: behind } of figures) {
      expect(recomputed, indicator).toBe(printed);
      expect(behind, indicator).toBeGreaterThan(0);
      for (const [service, each] of Object.entries(services)) expect(each.recomputed, service).toBe(each.printed);
    }
  });

  it("changes when one of its rows changes", () => {
    for (const { indicator, printed, recomputed } of recompute(withOneRowChanged(workbook)))
      expect(recomputed, indicator).not.toBe(printed);
  });

  it("is what the pack itself says", () => {
    const { figures } = JSON.parse(readFileSync(join(runs.first.dir, "internal/pack/content.json"), "utf8"));
    const said = figures.map(({ indicator, display, numerator, denominator }: Record<string, unknown>) => ({
      indicator,
      printed: `${display}; ${numerator} of ${denominator}`,
    }));
    expect(recompute(workbook).map(({ indicator, printed }) => ({ indicator, printed }))).toEqual(said);
  });
});

/** One more in the numerator of the first row of every sheet of source rows. */
function withOneRowChanged(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const changed = Object.entries(parts).map(([name, part]) => {
    const xml = strFromU8(part);
    return xml.includes('<t xml:space="preserve">In numerator</t>')
      ? [name, strToU8(xml.replace(/(<c r="B2"[^>]*><v>)(\d+)/, (_, open, count) => `${open}${Number(count) + 1}`))]
      : [name, part];
  });
  return zipSync(Object.fromEntries(changed), { level: 0 });
}

/** The line of the original export a row of the workbook names: in its own columns, or in those of a related record. */
function lineOf(row: Named, related = ""): Line | undefined {
  const [file, at] = related
    ? [row[`${related}.source_file`], row[`${related}.src_row`]]
    : [row["Source file SHA-256"], row.Row];
  const named = files.get(String(file));
  return named && lineAt(named, Number(at));
}

const where = (row: Named) => `${row.Dataset} row ${row.Row} (${row.Record})`;

describe("nobody else’s people", () => {
  it("every row is a line of an export that came in, of the same record and day", () => {
    const wrong = rows.filter((row) => {
      const line = lineOf(row);
      return !line || dayOn(line) !== row.day || (recordOn(line) ?? row.Record) !== row.Record;
    });
    expect(wrong.map(where)).toEqual([]);
    expect(rows.length).toBeGreaterThan(10_000);
  });

  it("every row is about somebody the contract paid for, there and on that day", () => {
    const westshire = packagesIn(files, "westshire");
    const wrong = rows.filter((row) => {
      const line = lineOf(row) ?? {};
      const [first, last] = row.Dataset === "packages" ? period : [dayOn(line), dayOn(line)];
      return !westshire.pays(personOn(line), String(row.Service), first, last);
    });
    expect(wrong.map(where)).toEqual([]);
  });

  it("every visit joined to its plan is the same person’s, on the same day", () => {
    const joined = rows.filter((row) => row["visit.src_row"]);
    const wrong = joined.filter((row) => {
      const [planned = {}, visit] = [lineOf(row), lineOf(row, "visit")];
      return !visit || personOn(visit) !== personOn(planned) || dayOn(visit) !== dayOn(planned);
    });
    expect(wrong.map(where)).toEqual([]);
    expect(joined.length).toBeGreaterThan(1000);
  });

  it("has one pseudonym for each person, whatever the record, and no reference as it is in the care system", () => {
    const pairs = new Set(rows.map((row) => `${personOn(lineOf(row) ?? {})} ${row.person}`));
    const [references, pseudonyms] = [0, 1].map((at) => new Set([...pairs].map((pair) => pair.split(" ")[at])));
    expect([references?.size, pseudonyms?.size]).toEqual([pairs.size, pairs.size]);
    expect([...(pseudonyms ?? [])].filter((each) => !/^[0-9a-f]{16}$/.test(each ?? ""))).toEqual([]);
  });

  it("could have had others: the exports hold every kind of payer, in the same services and days", () => {
    const westshire = packagesIn(files, "westshire");
    const services = new Set(rows.map(({ Service }) => Service));
    const others = new Set(
      [...files.values()].flatMap(({ rows: lines }) =>
        lines.flatMap((line) => {
          const service = line.Service ?? line.BRANCH_ID ?? "";
          if (!services.has(service) || line.Funding !== undefined) return [];
          const day = dayOn(line);
          return day < period[0] || day > period[1] ? [] : westshire.otherPayers(personOn(line), day);
        }),
      ),
    );
    expect([...others].sort()).toEqual(["direct-payment", "eastmoor", "nhs", "self-funded"]);
  });
});

describe("what people are called", () => {
  it("is in no file of either edition: no name, address, birthday or free text", () => {
    const words = privateWords(files);
    expect(words.size).toBeGreaterThan(100);
    expect([...words]).toContain("Vera Baptiste");
    for (const edition of editions) {
      const texts = textIn(join(runs.first.dir, edition, "pack"));
      expect(texts.get("content.json")).toContain("Meadowbank Care");
      expect(found(words, texts)).toEqual([]);
    }
  });

  it("is not in the data the figures are computed from", async () => {
    const words = privateWords(files);
    const cache = join(runs.first.data, "cache");
    const raw = new Map(Object.entries(bytesIn(cache)).map(([name, bytes]) => [name, bytes.toString("utf8")]));
    const read = await everyRowUnder(cache);
    expect(read.get("visits")).toContain("ashdown");
    expect(found(words, new Map([...raw, ...read]))).toEqual([]);
  });
});

/** Whatever the Parquet files under a folder hold, as text, by dataset. */
async function everyRowUnder(folder: string): Promise<ReadonlyMap<string, string>> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  const texts = new Map<string, string>();
  for (const dataset of readdirSync(join(folder, "Data")).filter((name) => name !== "figures")) {
    const reader = await connection.runAndReadAll(`SELECT * FROM '${join(folder, "Data", dataset)}/*/*.parquet'`);
    texts.set(dataset, reader.getRows().join("\n"));
  }
  connection.closeSync();
  instance.closeSync();
  return texts;
}

describe("the words of the pack", () => {
  it("are those of people: no marks of who said it, no phrases of a rule, whole names of what was checked", () => {
    const { themes, commentary, actions, assurance, authors, validators } = JSON.parse(
      readFileSync(join(runs.first.dir, "internal/pack/content.json"), "utf8"),
    );
    const told = JSON.stringify([themes, commentary, actions]);
    expect(told).toContain("Nothing has changed that we know of.");
    expect(told).not.toMatch(/\[[a-z]/);
    const sampled: string[] = assurance.samples.map(({ what }: { what: string }) => what);
    expect(sampled).toContain("On-call log: from the source to the figures");
    expect(assurance.discrepancies.map(({ figure }: { figure: string }) => figure)).toEqual(["Planned visits"]);
    expect([...authors, ...validators].map(({ did }: { did: string }) => did)).toEqual([
      "prepared the pack; wrote commentary",
      "checked records against their source",
      "planned and drew what was checked",
    ]);
  });
});

describe("the commissioner edition", () => {
  it("holds no rows: no record, no person, no pseudonym, in any file", () => {
    const lines = [...files.values()].flatMap((file) => file.rows);
    const records = new Set([
      ...lines.map((line) => recordOn(line) ?? ""),
      ...lines.map(personOn),
      ...rows.flatMap((row) => [String(row.Record), String(row.person)]),
    ]);
    records.delete("");
    expect(records.size).toBeGreaterThan(10_000);
    const commissioner = textIn(join(runs.first.dir, "commissioner/pack"));
    expect(found(records, commissioner)).toEqual([]);
    expect(found(["PV-000001-260701-0800"], textIn(join(runs.first.dir, "internal/pack")))).toEqual([
      "figures.xlsx says PV-000001-260701-0800",
    ]);
    const { figures } = JSON.parse(commissioner.get("content.json") ?? "{}");
    expect(figures.map(({ indicator }: { indicator: string }) => indicator)).toEqual([...lineageIn(workbook).keys()]);
  });
});
