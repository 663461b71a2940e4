import { rm } from "node:fs/promises";
import { join } from "node:path";
import { notFound } from "#domain/errors.ts";
import { snapshotOf } from "#domain/figures/snapshot.ts";
import type { ImportChoice, LoadedImport } from "#domain/imports/import-report.ts";
import { isRefusal, type Refusal, refuse } from "#domain/refusal.ts";
import type { Answers } from "#domain/register/register.ts";
import { type Import, imports } from "#domain/registers/imports.ts";
import type { Outside } from "../outside.ts";
import { compareImports } from "../records/compare-imports.ts";
import { originalOf } from "../records/original.ts";
import { loadImport as load } from "../records/read-import.ts";
import { serviceCodes } from "../records/service-codes.ts";
import type { JobKind } from "./job-kind.ts";
import { standSources } from "./stand-sources.ts";

type Files = NonNullable<Import["files"]>;

/** Loads a received file as confirmed in its preview, files what it became, and takes it into the figures. */
export const loadImport: JobKind<{ readonly import: string; readonly choice: ImportChoice }> = {
  kind: "import",
  async run({ import: key, choice }, { outside, person, progress }) {
    const row = outside.store.one(imports, key);
    if (!row) throw notFound("import", key);
    if (row.status === "accepted") {
      await standSources(outside);
      return { import: key, already: true };
    }
    const outDir = join(outside.workDir, "imports", key);
    try {
      progress(5, "Fetching the file");
      const loaded = await load({
        local: await originalOf(outside, row),
        fileName: row.fileName,
        services: serviceCodes(outside.store),
        now: outside.clock(),
        choice,
        outDir,
        pseudonymKey: outside.keys.pseudonymKey(),
        onProgress: (doing) => progress(30, doing),
      });
      if (isRefusal(loaded)) return await refused(outside, row, loaded);
      const rejects =
        loaded.rejects &&
        (await outside.files.put("Source files", `${key}/rejects.csv`, { local: loaded.rejects.local }));
      const turnedAway = { ...countsOf(loaded), ...(rejects && { rejectsPath: rejects.path }) };
      if (loaded.loaded === 0) return await refused(outside, row, nothingToLoad(loaded), turnedAway);
      progress(80, "Filing what was read");
      const files = await fileAll(outside, loaded);
      const compared = await comparedWithBefore(outside, loaded);
      await outside.store.change(
        imports,
        key,
        row.etag,
        {
          ...turnedAway,
          ...compared,
          files,
          profile: loaded.profile,
          missingColumns: loaded.missing.length > 0 ? [...loaded.missing] : null,
          pseudonymKey: outside.keys.pseudonymKeyId,
          acceptedBy: person.id,
          acceptedAt: outside.clock(),
          status: "accepted",
        },
        { by: person, did: "import.accept", from: row.status, to: "accepted" },
      );
      await standSources(outside);
      return { import: key, loaded: loaded.loaded, rejected: loaded.rejected };
    } finally {
      await rm(outDir, { recursive: true, force: true });
    }
  },
};

async function refused(
  outside: Outside,
  row: Import,
  why: Refusal,
  counted: Partial<Answers<typeof imports>> = {},
): Promise<Refusal> {
  const { store } = outside;
  const say = `${why.refused.say} ${why.refused.next}`;
  await store.change(
    imports,
    row.key,
    row.etag,
    { ...counted, status: "refused", refusedReason: say },
    { by: "system", did: "import.refuse", from: row.status, to: "refused" },
  );
  await standSources(outside);
  return why;
}

const nothingToLoad = ({ scanned, rejected, rejectedWhy }: LoadedImport): Refusal =>
  refuse(
    "import.nothing-loaded",
    rejected === 0
      ? "There are no records below the headings, so there is nothing to take into the figures."
      : `None of the ${scanned} rows could be read${rejectedWhy[0] ? `, most because: ${rejectedWhy[0].why}` : ""}.`,
    "Check that it is the right export and export it again.",
  );

async function fileAll({ files }: Outside, { files: made }: LoadedImport): Promise<Files> {
  const filed: Files[number][] = [];
  for (const { dataset, month, hash, rows, local } of made) {
    const { path } = await files.put("Data", `${dataset}/${month}/${hash}.parquet`, { local });
    filed.push({ dataset, month, path, hash, rows });
  }
  return filed;
}

/** What is new, amended, the same or gone against what the same months said before. */
async function comparedWithBefore(
  { store, files }: Outside,
  loaded: LoadedImport,
): Promise<Partial<Answers<typeof imports>>> {
  const slots = new Set(loaded.files.map(({ dataset, month }) => `${dataset}/${month}`));
  const before = snapshotOf(store.all(imports), (text) => text).files.filter(
    ({ dataset, month, profile }) => profile === loaded.profile && slots.has(`${dataset}/${month}`),
  );
  const local = await Promise.all(before.map(async ({ path }) => ({ local: await files.local("Data", path) })));
  const compared = await compareImports(local, loaded.files, 0);
  return {
    newRows: compared.new,
    amendedRows: compared.amended,
    unchangedRows: compared.unchanged,
    vanishedRows: compared.vanished,
  };
}

function countsOf({ scanned, loaded, rejected, skipped, rejectedWhy, covered, contentCounts }: LoadedImport) {
  return {
    scanned,
    loaded,
    rejected,
    skipped,
    rejectReasons: rejectedWhy.slice(0, 50).map(({ why, rows }) => ({ reason: why.slice(0, 255), rows })),
    services: [...new Set(contentCounts.map(({ service }) => service))].toSorted(),
    ...(covered && { periodFrom: covered.from, periodTo: covered.to }),
  };
}
