import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { literal, openDuckDb } from "#api/records/duckdb-session.ts";
import { loadImport } from "#api/records/read-import.ts";
import { addDays } from "#domain/day.ts";
import { accessAdultVisits } from "#domain/imports/profiles/access-adult-visits.ts";
import { isRefusal } from "#domain/refusal.ts";
import type { Benchmark } from "./benchmark.ts";
import { copyVisits } from "./peers/import-2m.ts";

const VISITS = 2_000_000;
const DAYS = 540;
const PEOPLE = 1_000;
const key = "5e".repeat(32);
const branches = ["ASHDOWN", "BIRCHWOOD", "COPPICE", "DOVECOTE"];
const two = (number: number) => String(number).padStart(2, "0");
const time = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}:00`;

/** One visit as Access Adult writes it; every person has at most one at a time. Numbers stand in for chance. */
function visitLine(row: number): string {
  const perDay = Math.ceil(VISITS / DAYS);
  const within = row % perDay;
  const person = within % PEOPLE;
  const [year, month, day] = addDays("2025-04-01", Math.floor(row / perDay)).split("-");
  const start = 420 + Math.floor(within / PEOPLE) * 210 + ((person * 7) % 12) * 15;
  const length = [15, 30, 30, 45, 60][(row * 31) % 5] ?? 30;
  const date = `${day}/${month}/${year}`;
  const actual =
    row % 47 === 0 ? "," : `${time(start + ((row * 7919) % 41) - 12)},${time(length - 4 + ((row * 104_729) % 9))}`;
  return `MB-${year}${month}-01,Service delivery ${year}-${month},2026-10-04T07:15:00,MB-${branches[person % 4]},WCC-${person % 7},WS${100_000 + person},"Mr P ${person}, ${person} Canal Street, Westford",${date},INV-${row},0.00,12.30,HOME CARE,${date},${time(start)},${time(length)},${actual},False,1,ORD-${person},,,CW${2_000 + ((row * 17) % 900)},Carer ${row % 900}\r\n`;
}

/** Two million visits, local file to local Parquet: scan, rejects, pseudonyms, content hash and derived minutes. */
export const benchmark: Benchmark = {
  name: "import-2m",
  peer: "one hand-written DuckDB COPY, same columns, threads and memory limit",
  limit: 1.6,
  peakMb: 900,
  async prepare(folder) {
    const path = join(folder, "visits.csv");
    const out = createWriteStream(path);
    out.write(`${accessAdultVisits.headings.join(",")}\r\n`);
    for (let row = 0; row < VISITS; row += 10_000) {
      const lines = Array.from({ length: 10_000 }, (_, step) => visitLine(row + step)).join("");
      if (!out.write(lines)) await once(out, "drain");
    }
    out.end();
    await once(out, "finish");
    return path;
  },
  async ours(input, out) {
    const answer = await loadImport({
      local: input,
      fileName: "visits.csv",
      services: Object.fromEntries(branches.map((branch) => [`MB-${branch}`, branch.toLowerCase()])),
      now: "2026-10-12T09:00:00.000Z",
      choice: { profile: "access-adult-visits", renamed: {}, days: { VisitDate: "day-first" } },
      outDir: out,
      pseudonymKey: key,
    });
    if (isRefusal(answer)) throw new Error(answer.refused.say);
    if (answer.loaded !== VISITS) throw new Error(`${answer.loaded} of ${VISITS} visits were loaded`);
  },
  async theirs(input, out) {
    await copyVisits(input, join(out, "visits.parquet"), key, "0".repeat(64));
  },
  async proof(out) {
    const db = await openDuckDb([out], join(out, "spill"));
    const [rows] = await db.rows(
      `SELECT count(*) AS n, sum(hash(visit)::HUGEINT)::VARCHAR AS hash FROM (
        SELECT * EXCLUDE (source_file) FROM read_parquet(${literal(join(out, "**", "*.parquet"))}, hive_partitioning = false)) AS visit`,
    );
    return `${rows?.n} rows, ${rows?.hash}`;
  },
};
