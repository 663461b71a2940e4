import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { sayRule } from "#domain/figures/say-rule.ts";
import type { SnapshotFile } from "#domain/figures/snapshot.ts";
import { refuse } from "#domain/refusal.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { imports } from "#domain/registers/imports.ts";
import { queriesOf } from "../records/compute-figures.ts";
import { dataFiles, snapshotNamed } from "../records/current-data.ts";
import { figuresOfCycle, indicatorsAsked, scopeOfCycle } from "../records/cycle-figures.ts";
import { lineage } from "../records/lineage.ts";
import { type Call, operation } from "./operation.ts";
import { sightOf } from "./sight-of.ts";

const cell = z.union([z.string(), z.number(), z.null()]);

/** Where a figure came from: its definition in words, the query, the files, and a page of the very rows it counted. */
export const figureRows = operation({
  name: "figure-rows",
  method: "GET",
  path: "/cycles/:cycle/figures/:indicator/rows",
  summary: "Where a figure came from: definition, query, files, and the rows it counted.",
  who: "anyone",
  input: z.strictObject({
    cycle: z.string(),
    indicator: z.string(),
    service: z.string().optional(),
    month: z
      .string()
      .regex(/^\d{4}-\d{2}$/)
      .optional(),
    from: z.coerce.number().int().min(0).default(0),
    most: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    name: z.string(),
    edition: z.number(),
    definition: z.string(),
    why: z.string(),
    rule: z.object({
      population: z.string(),
      exclusions: z.string().optional(),
      numerator: z.string(),
      denominator: z.string(),
    }),
    queries: z.record(z.string(), z.object({ sql: z.string(), parameters: z.record(z.string(), cell) })),
    queryHash: z.string(),
    snapshot: z.string(),
    parts: z.array(
      z.object({
        dataset: z.string(),
        columns: z.array(z.string()),
        rows: z.array(z.record(z.string(), cell)),
        total: z.object({ lines: z.number(), numerator: z.number(), denominator: z.number() }),
      }),
    ),
    files: z.array(
      z.object({ hash: z.string(), name: z.string(), import: z.string(), dataset: z.string(), rows: z.number() }),
    ),
  }),
  async run({ cycle: key, indicator: code, service, month, from, most }, call) {
    if (!call.rows.one(cycles, key)) throw notFound("cycle", key);
    const { store, files, engine } = call.outside;
    const scope = scopeOfCycle(store, key);
    const figure = figuresOfCycle(store, scope).find(({ indicator }) => indicator === code);
    const asked = indicatorsAsked(store, scope).find(({ row }) => row.code === code);
    const snapshot = figure && snapshotNamed(store, figure.snapshot);
    if (!figure || !asked?.ready || !snapshot) throw notFound("figure", code);
    if (asked.ready.rule.population.dataset === "safeguarding" && !call.person.safeguarding) return noSafeguarding();
    const sight = sightOf(call.person, scope);
    const services = scope.services.filter((each) => sight.totals || sight.sees(each.key));
    const within = { contract: scope.contract, services, period: scope.period };
    const parts = await lineage({
      ...within,
      indicator: asked.ready,
      ...(service && { service }),
      ...(month && { month }),
      files: await dataFiles(files, snapshot),
      engine,
      limit: most,
      offset: from,
    });
    const { row } = asked;
    return {
      name: row.name,
      edition: row.edition,
      definition: row.definition,
      why: row.why ?? "",
      rule: sayRule(asked.ready.rule),
      queries: Object.fromEntries(
        Object.entries(queriesOf(asked.ready, { ...within, services: scope.services })).map(
          ([side, { sql, parameters }]) => [side, { sql, parameters: { ...parameters } }],
        ),
      ),
      queryHash: figure.queryHash ?? "",
      snapshot: figure.snapshot,
      parts: parts.map(({ dataset, columns, rows, total }) => ({
        dataset,
        columns: [...columns],
        rows: rows.map((each) => ({ ...each })),
        total,
      })),
      files: snapshot.files.flatMap((file) =>
        fileOf(
          call,
          file,
          parts.map(({ dataset }) => dataset),
        ),
      ),
    };
  },
});

const noSafeguarding = () =>
  refuse(
    "figures.safeguarding-rows",
    "The rows behind this figure are safeguarding concerns, which need the separate right to see them. The figure itself does not.",
    "Ask your safeguarding lead, or an administrator if you should have the right.",
  );

function fileOf({ outside }: Call, file: SnapshotFile, datasets: readonly string[]) {
  if (!datasets.includes(file.dataset)) return [];
  const source = outside.store.one(imports, file.import);
  return [
    {
      hash: source?.fileHash ?? file.hash,
      name: source?.fileName ?? "",
      import: file.import,
      dataset: file.dataset,
      rows: file.rows,
    },
  ];
}
