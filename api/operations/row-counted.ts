import { z } from "zod";
import type { DatasetName } from "#domain/figures/dataset.ts";
import { datasetNames } from "#domain/figures/dataset-names.ts";
import { refuse } from "#domain/refusal.ts";
import { actions } from "#domain/registers/actions.ts";
import { type Cycle, cycles } from "#domain/registers/cycles.ts";
import { exceptions } from "#domain/registers/exceptions.ts";
import { packs } from "#domain/registers/packs.ts";
import { validationLog } from "#domain/registers/validation-log.ts";
import { dataFiles, snapshotNamed } from "../records/current-data.ts";
import { figuresOfCycle, indicatorsAsked, scopeOfCycle } from "../records/cycle-figures.ts";
import { whereCounted } from "../records/where-counted.ts";
import { type Call, operation } from "./operation.ts";
import { sightOf } from "./sight-of.ts";

const isDatasetName = (name: string): name is DatasetName => datasetNames.some((each) => each === name);

const named = z.object({ key: z.string(), name: z.string(), status: z.string() });

/** From a source row to everything that stands on it: the line of sight the other way. */
export const rowCounted = operation({
  name: "row-counted",
  method: "GET",
  path: "/records/counted",
  summary: "Every figure, check, pack and action in which a source record counted, of those you may see.",
  who: "anyone",
  input: z.strictObject({ dataset: z.string().max(60), record: z.string().min(1).max(120) }),
  answer: z.object({
    record: z.string(),
    figures: z.array(
      z.object({
        cycle: z.string(),
        cycleName: z.string(),
        indicator: z.string(),
        name: z.string(),
        /** Counted, or only among those it is measured against. */
        counted: z.boolean(),
      }),
    ),
    checks: z.array(named),
    packs: z.array(named),
    actions: z.array(named),
  }),
  async run({ dataset, record }, call) {
    if (!isDatasetName(dataset))
      return refuse(
        "records.no-such-kind",
        `Records of the kind “${dataset}” are not read.`,
        "Open the record from a figure's rows.",
      );
    if (dataset === "safeguarding" && !call.person.safeguarding) return noSafeguarding();
    const found = await Promise.all(call.rows.all(cycles).map((cycle) => figuresWith(call, cycle, dataset, record)));
    const figures = found.flat();
    const checks = call.rows.all(validationLog).filter((row) => row.record === record && row.dataset === dataset);
    const inCycles = new Set(figures.map(({ cycle }) => cycle));
    return {
      record,
      figures,
      checks: checks.map(({ key, plan, status }) => ({ key, name: plan, status })),
      packs: call.rows
        .all(packs)
        .filter(({ cycle, status }) => inCycles.has(cycle) && status !== "superseded")
        .map(({ key, name, status }) => ({ key, name, status })),
      actions: actionsAbout(
        call,
        record,
        checks.map(({ key }) => key),
      ),
    };
  },
});

async function figuresWith(call: Call, { key, name }: Cycle, dataset: DatasetName, record: string) {
  const { store, files, engine } = call.outside;
  const scope = scopeOfCycle(store, key);
  const own = figuresOfCycle(store, scope);
  const snapshot = own[0] && snapshotNamed(store, own[0].snapshot);
  if (!snapshot) return [];
  const sight = sightOf(call.person, scope);
  const asked = indicatorsAsked(store, scope).flatMap(({ ready }) => ready ?? []);
  const counted = await whereCounted({
    dataset,
    record,
    contract: scope.contract,
    services: scope.services.filter((each) => sight.totals || sight.sees(each.key)),
    period: scope.period,
    indicators: asked.filter(({ code }) => own.some(({ indicator }) => indicator === code)),
    files: await dataFiles(files, snapshot),
    engine,
  });
  return counted.map(({ indicator, numerator }) => ({
    cycle: key,
    cycleName: name,
    indicator,
    name: asked.find(({ code }) => code === indicator)?.name ?? indicator,
    counted: numerator,
  }));
}

/** Actions that a check of the record or an exception about it opened. */
function actionsAbout({ rows }: Call, record: string, checks: readonly string[]) {
  const opened = [
    ...rows.all(validationLog).flatMap((row) => (checks.includes(row.key) && row.action ? [row.action] : [])),
    ...rows
      .all(exceptions)
      .flatMap((row) => (row.action && row.records?.some((each) => each.record === record) ? [row.action] : [])),
  ];
  return rows
    .all(actions)
    .filter(({ key, raisedFrom }) => opened.includes(key) || (raisedFrom !== undefined && checks.includes(raisedFrom)))
    .map(({ key, action, status }) => ({ key, name: action, status }));
}

const noSafeguarding = () =>
  refuse(
    "figures.safeguarding-rows",
    "This is a safeguarding concern, and those need the separate right to see them.",
    "Ask your safeguarding lead, or an administrator if you should have the right.",
  );
