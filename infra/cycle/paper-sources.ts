import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { contracts } from "#domain/registers/contracts.ts";
import { cycles } from "#domain/registers/cycles.ts";
import type { Run } from "./run.ts";

/** One entry of a paper source as the auditor enters it. */
export interface PaperEntry {
  readonly entry: number;
  readonly service: string;
  readonly day: string;
  readonly time?: string;
  readonly person: string;
  readonly record?: string;
  readonly value: string;
}

type Line = Readonly<Record<string, string>>;

const iso = (day = "") => day.split("/").toReversed().join("-");

/** Which book tells of which kind of record, and how a line of it reads. */
const books: Readonly<Record<string, { readonly file: string; read(line: Line): Omit<PaperEntry, "entry"> }>> = {
  "planned-visits": {
    file: "on-call-log.csv",
    read: (line) => ({
      service: line.Service ?? "",
      day: iso(line["Visit Date"]),
      time: line["Visit Due At"] ?? "",
      person: line["Person Reference"] ?? "",
      value: `Carer arrived at ${line["Carer Arrived At"]}`,
    }),
  },
  complaints: {
    file: "complaints-book.csv",
    read: (line) => ({
      service: line.Service ?? "",
      day: iso(line["Received On"]),
      person: line["Person Reference"] ?? "",
      record: line["Record Reference"] ?? "",
      value: line["Answered On"] ? `Answered on ${iso(line["Answered On"])}` : "Not answered yet",
    }),
  },
};

/** The entries of the book about people this contract pays for, in the cycle's period, numbered as an auditor would. */
export function entriesOf(run: Run, inDir: string, dataset: string): readonly PaperEntry[] {
  const book = books[dataset];
  const path = book && join(inDir, "independent", book.file);
  if (!book || !path || !existsSync(path)) return [];
  const { periodFrom, periodTo } = run.row(cycles, run.cycle);
  const services = run.row(contracts, run.contract).services ?? [];
  return linesOf(path)
    .map((line) => book.read(line))
    .filter(({ service, day }) => services.includes(service) && day >= periodFrom && day <= periodTo)
    .filter(({ person, day }) => isPaidFor(run, inDir, { person, day }))
    .map((entry, at) => ({ entry: at + 1, ...entry }));
}

const linesOf = (path: string): Line[] => parse(readFileSync(path), { columns: true, bom: true });

/** Looked up as a person would, in the list of care packages. */
function isPaidFor(
  run: Run,
  inDir: string,
  { person, day }: { readonly person: string; readonly day: string },
): boolean {
  return linesOf(join(inDir, "packages.csv")).some(
    (line) =>
      line["Person Reference"] === person &&
      line.Contract === run.contract &&
      iso(line["Start Date"]) <= day &&
      (!line["End Date"] || iso(line["End Date"]) >= day),
  );
}

/** Whether the paper and the record say the same: the paper's time or day stands in what the record says. */
export function saysOnPaper(paper: string, record: string): boolean {
  const time = /\d{2}:\d{2}/.exec(paper)?.[0];
  if (time) return record.includes(time);
  const day = /\d{4}-\d{2}-\d{2}/.exec(paper)?.[0];
  return day
    ? record.includes(dayWords.format(new Date(`${day}T00:00:00Z`)))
    : record.includes("answered: not recorded");
}

const dayWords = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" });
