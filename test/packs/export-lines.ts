import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "csv-parse/sync";

/**
 * The provider's exports read line by line, knowing nothing of how the product reads them. Imports nothing of api/.
 */
export interface ExportFile {
  readonly name: string;
  /** Row 1 is the header, as a spreadsheet numbers them. */
  readonly rows: readonly Line[];
}

export type Line = Readonly<Record<string, string>>;

/** Every export under a folder, by the SHA-256 of its bytes; not the paper sources, which are never brought in. */
export function exportsByHash(dir: string): ReadonlyMap<string, ExportFile> {
  const paths = readdirSync(dir, { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".csv") && !path.startsWith("independent"),
  );
  return new Map(
    paths.map((path) => {
      const bytes = readFileSync(join(dir, path));
      return [createHash("sha256").update(bytes).digest("hex"), { name: basename(path), rows: linesOf(bytes) }];
    }),
  );
}

function linesOf(bytes: Buffer): readonly Line[] {
  const [head = [], ...rows] = parse(bytes, { bom: true, relax_column_count: true, skip_empty_lines: false });
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ""])));
}

/** The line a spreadsheet shows under that row number. */
export const lineAt = ({ rows }: ExportFile, row: number): Line | undefined => rows[row - 2];

/** Whom a line is about, as the care system calls them. */
export const personOn = (line: Line): string =>
  line["Person Reference"] ??
  line.ServiceUserRef ??
  line.CLIENT_ID ??
  /\bclient:(\S+)/.exec(line.RELATIONS ?? "")?.[1] ??
  "";

/** The key the care system gave the record; undefined where it gives none. */
export const recordOn = (line: Line): string | undefined => line["Record Reference"] ?? line.ID;

const dayHeads = [
  "Visit Date",
  "VisitDate",
  "Incident Date",
  "Received Date",
  "Feedback Date",
  "Aware Date",
  "Review Due Date",
  "Start Date",
];
const london = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London" });

/** The London day of what a line tells of, YYYY-MM-DD. */
export function dayOn(line: Line): string {
  const written = dayHeads.map((head) => line[head]).find((value) => value !== undefined);
  return written === undefined ? london.format(new Date(line.CREATED_AT ?? "")) : isoDay(written);
}

const isoDay = (written: string) => written.split("/").reverse().join("-");

const publicMoney = ["council", "nhs", "joint"];

/** Who is paid for under one contract and on which days, from `packages.csv` alone. */
export function packagesIn(files: ReadonlyMap<string, ExportFile>, contract: string) {
  const latest = new Map<string, Line>();
  for (const line of [...files.values()].find(({ name }) => name === "packages.csv")?.rows ?? []) {
    const key = line["Record Reference"] ?? "";
    if (Number(line.Version) >= Number(latest.get(key)?.Version ?? 0)) latest.set(key, line);
  }
  const packages = [...latest.values()].map((line) => ({
    person: line["Person Reference"] ?? "",
    service: line.Service ?? "",
    paid: line.Contract === contract && publicMoney.includes(line.Funding ?? ""),
    payer: line.Contract || line.Funding || "",
    from: isoDay(line["Start Date"] ?? ""),
    to: isoDay(line["End Date"] ?? "") || "9999-12-31",
  }));
  const on = (person: string, first: string, last = first) =>
    packages.filter((each) => each.person === person && each.from <= last && first <= each.to);
  return {
    /** Whether the contract pays for the person at the service on some day from `first` to `last`. */
    pays: (person: string, service: string, first: string, last: string): boolean =>
      on(person, first, last).some((each) => each.paid && each.service === service),
    /** Who pays instead, e.g. `self-funded` or another contract's key: none of it by this contract. */
    otherPayers: (person: string, day: string): readonly string[] => {
      const found = on(person, day);
      return found.some(({ paid }) => paid) ? [] : found.map(({ payer }) => payer);
    },
  };
}

/** What must never leave the source files: names, addresses, dates of birth and whatever was typed freely. */
export function privateWords(files: ReadonlyMap<string, ExportFile>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { rows } of files.values()) {
    for (const line of rows) {
      const details = line.ServiceUserDetails?.split(",").map((part) => part.trim()) ?? [];
      for (const part of [...details, line.CareWorkerName, line.DESCRIPTION, line.MESSAGE, line.TITLE])
        if (part !== undefined && part.length > 4) words.add(part);
    }
  }
  return words;
}
