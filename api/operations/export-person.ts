import { z } from "zod";
import { type DatasetName, datasets } from "#domain/figures/dataset.ts";
import { table } from "#domain/figures/query.ts";
import { imports } from "#domain/registers/imports.ts";
import { outcomes } from "#domain/registers/outcomes.ts";
import { personalData } from "#domain/registers/personal-data.ts";
import type { Outside } from "../outside.ts";
import { currentSnapshot, dataFiles } from "../records/current-data.ts";
import type { Answer } from "../records/engine.ts";
import { pseudonymOf } from "../records/find-records.ts";
import { operation } from "./operation.ts";
import { isOverAll, notOverAll } from "./over-all.ts";

const who = ["contracts-manager", "quality-lead", "safeguarding-lead"] as const;

/** Everything held about one supported person, for their access request, as one JSON file. */
export const exportPerson = operation({
  name: "export-person",
  method: "POST",
  path: "/personal-data/export",
  summary: "Download everything held about one supported person, for an access request.",
  who,
  download: true,
  input: z.strictObject({
    reference: z.string().trim().min(1, "give their reference in the care system").max(120),
    reason: z.string().trim().min(10, "say why, without naming anybody").max(2000),
  }),
  answer: z.never(),
  async run({ reference, reason }, { outside, person, now }) {
    if (!isOverAll(person, who) || !person.safeguarding) return notOverAll();
    const subject = pseudonymOf(reference, outside.keys.pseudonymKey());
    await outside.store.add(
      personalData,
      `personal-data-${outside.newId()}`,
      { kind: "access-request", about: "person", subject, reason, by: person.id, at: now },
      { by: person, did: "person.export" },
    );
    const records = await recordsOf(outside, subject);
    const found = new Set(Object.values(records).flatMap((rows) => rows.map(({ source_file }) => source_file)));
    const held = {
      schemaVersion: 1,
      at: now,
      person: subject,
      records,
      outcomes: outside.store.all(outcomes).filter(({ pseudonym }) => pseudonym === subject),
      originals: outside.store
        .all(imports)
        .filter(({ fileHash }) => found.has(fileHash))
        .map(({ key, fileName, originalErasedAt }) => ({ import: key, fileName, erased: originalErasedAt ?? false })),
    };
    const bytes = Buffer.from(JSON.stringify(held, undefined, 2));
    return { download: { name: `person-${subject}.json`, type: "application/json", bytes } };
  },
});

async function recordsOf({ store, files, engine }: Outside, person: string): Promise<Readonly<Record<string, Answer>>> {
  const names = Object.keys(datasets) as DatasetName[];
  const answers = await engine.query(
    await dataFiles(files, currentSnapshot(store)),
    names.map((name) => ({
      sql: `SELECT ${Object.keys(datasets[name].columns).join(", ")} FROM ${table(name)} WHERE person = $person ORDER BY day, record, src_row`,
      parameters: { person },
      datasets: [name],
    })),
  );
  return Object.fromEntries(names.flatMap((name, at) => (answers[at]?.length ? [[name, answers[at]]] : [])));
}
