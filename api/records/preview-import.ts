import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Instant } from "#domain/day.ts";
import type { ImportChoice, ImportPreview } from "#domain/imports/import-report.ts";
import { type SettledDays, settleDays } from "#domain/imports/settle-days.ts";
import type { Period } from "#domain/period.ts";
import { isRefusal, type Refusal } from "#domain/refusal.ts";
import { dayHeadings } from "./day-headings.ts";
import { openDuckDb } from "./duckdb-session.ts";
import { importLimits } from "./import-limits.ts";
import { importMacros } from "./import-macros.ts";
import { loadImport } from "./load-import.ts";
import { previewProblems, trialProblems } from "./preview-problems.ts";
import { readDayFits } from "./read-day-fits.ts";
import { idHeadings, shownHeadings } from "./shown-headings.ts";
import { openSource, readEveryRow, type SourceTable } from "./source-table.ts";

export interface PreviewRequest {
  readonly local: string;
  /** As the person knows it. */
  readonly fileName: string;
  /** Code as the source product writes it → key of the service. */
  readonly services: Readonly<Record<string, string>>;
  readonly now: Instant;
  /** Where it is taken apart; the machine's own place for such things when none is named. */
  readonly scratchDir?: string;
  readonly periodAsked?: Period;
  /** What was answered to an earlier preview of the same file. */
  readonly answers?: Partial<Pick<ImportChoice, "renamed" | "days">>;
}

/** What a file is, and everything to know before loading it, problems first. Nothing is kept. */
export async function previewImport(request: PreviewRequest): Promise<ImportPreview | Refusal> {
  const workDir = await mkdtemp(join(resolve(request.scratchDir ?? tmpdir()), "preview-"));
  try {
    const source = await openSource({ ...request, renamed: request.answers?.renamed }, workDir);
    if (isRefusal(source)) return source;
    const looked = await look(request, source, workDir);
    if (isRefusal(looked)) return looked;
    const choice: ImportChoice = {
      profile: source.recognised.profile.name,
      renamed: request.answers?.renamed ?? {},
      days: looked.settled.days,
    };
    const problems = previewProblems(source, looked.settled, request.answers?.renamed);
    const tryIt = source.bytes <= importLimits.trialBytes && !problems.some(({ level }) => level === "stops");
    const trial = tryIt
      ? await loadImport({ ...request, choice, outDir: join(workDir, "trial"), pseudonymKey: "0".repeat(64) })
      : undefined;
    if (isRefusal(trial) && problems.length === 0) return trial;
    const counts = trial && !isRefusal(trial) ? trial : undefined;
    return describe(request, source, {
      choice,
      sample: looked.sample,
      problems: [...problems, ...(counts ? trialProblems(counts, request.periodAsked) : [])],
      ...(counts
        ? {
            trial: {
              scanned: counts.scanned,
              loaded: counts.loaded,
              rejected: counts.rejected,
              skipped: counts.skipped,
              rejectedWhy: counts.rejectedWhy,
              skippedWhy: counts.skippedWhy,
              ...(counts.covered ? { covered: counts.covered } : {}),
              outsidePeriod: counts.outsidePeriod,
              contentCounts: counts.contentCounts,
            },
          }
        : {}),
    });
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

const SAMPLE_ROWS = 10;
const levels = ["stops", "ask", "note"];

interface Look {
  readonly settled: SettledDays;
  readonly sample: ImportPreview["sample"];
}

/** One pass over all rows: how the days are written, and the first rows as they will be shown. */
async function look({ answers, now }: PreviewRequest, source: SourceTable, workDir: string): Promise<Look | Refusal> {
  const db = await openDuckDb([resolve(source.csv, ".."), workDir], join(workDir, "spill"));
  try {
    for (const macro of importMacros([{ from: 0, to: Date.parse(now) }])) await db.run(macro);
    const headings = shownHeadings(source.recognised);
    let settled = productsOwnDays(source);
    let rows: ImportPreview["sample"]["rows"] = [];
    const every = await readEveryRow(db, source, workDir, async (relation) => {
      const { met, fits } = await readDayFits(db, relation, source);
      settled = settleDays(fits, source.recognised.profile.days, answers?.days);
      const ids = idHeadings(source.recognised.profile);
      const cells = headings.map((heading, n) => {
        const cell = `c${source.recognised.at[heading]}`;
        return `${ids.has(heading) ? `unless_name(${cell})` : cell} AS s${n}`;
      });
      const first = await db.rows(`SELECT ${cells.join(", ")} FROM ${relation} LIMIT ${SAMPLE_ROWS}`);
      rows = first.map((row) => headings.map((_, n) => String(row[`s${n}`] ?? "")));
      return met;
    });
    return isRefusal(every) ? every : { settled, sample: { headings, rows } };
  } finally {
    db.close();
  }
}

/** Before any row is seen. */
const productsOwnDays = ({ recognised: { profile } }: SourceTable): SettledDays => ({
  days: Object.fromEntries(dayHeadings(profile).map((heading) => [heading, profile.days])),
  ask: {},
});

const describe = (
  { fileName }: PreviewRequest,
  source: SourceTable,
  found: Pick<ImportPreview, "choice" | "sample" | "problems" | "trial">,
): ImportPreview => ({
  file: { name: fileName, bytes: source.bytes, hash: source.hash },
  kind: source.kind,
  encoding: source.encoding,
  delimiter: source.found.delimiter,
  headerRow: source.found.headerRow,
  profile: {
    name: source.recognised.profile.name,
    product: source.recognised.profile.product,
    report: source.recognised.profile.report,
  },
  dataset: source.recognised.profile.dataset,
  missing: source.recognised.missing,
  ...found,
  problems: found.problems.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level)),
});
