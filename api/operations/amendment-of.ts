import { sayRecord } from "#domain/assurance/say-record.ts";
import type { DatasetName } from "#domain/figures/dataset.ts";
import { relations } from "#domain/figures/relation.ts";
import { type Import, imports } from "#domain/registers/imports.ts";
import type { ValidationRow } from "#domain/registers/validation-log.ts";
import type { Outside } from "../outside.ts";
import { currentSnapshot, dataFiles } from "../records/current-data.ts";
import { findRecords } from "../records/find-records.ts";

/**
 * What a checked record says in the data as it stands now, and, when that is no longer what was reported or the record
 * is gone, the accepted import that brought the change.
 */
export async function amendmentOf(
  { store, files, engine }: Outside,
  { dataset, record, reportedValue, createdAt }: ValidationRow,
): Promise<{ readonly says?: string; readonly amendmentImport?: string }> {
  const snapshot = currentSnapshot(store);
  const [row] = await findRecords({ files: await dataFiles(files, snapshot), engine }, { dataset, records: [record] });
  const says = row && sayRecord(dataset, row);
  if (says === reportedValue) return { ...(says && { says }) };
  const month = typeof row?.day === "string" ? row.day.slice(0, 7) : undefined;
  const brought = store
    .all(imports)
    .filter((each) => isAmendment(each, { dataset, month, since: createdAt }))
    .toSorted((a, b) => (a.acceptedAt ?? "").localeCompare(b.acceptedAt ?? ""))
    .at(-1);
  return { ...(says && { says }), ...(brought && { amendmentImport: brought.key }) };
}

/** Accepted after the record was drawn, and about its kind of record, or one read beside it, in its month. */
function isAmendment(
  { status, acceptedAt = "", files = [] }: Import,
  {
    dataset,
    month,
    since,
  }: { readonly dataset: DatasetName; readonly month: string | undefined; readonly since: string },
): boolean {
  const kinds: readonly DatasetName[] = [dataset, ...(relations[dataset] ?? []).map((each) => each.dataset)];
  return (
    status === "accepted" &&
    acceptedAt > since &&
    files.some(
      (file) => kinds.includes(file.dataset) && (month === undefined || file.month === "all" || file.month === month),
    )
  );
}
