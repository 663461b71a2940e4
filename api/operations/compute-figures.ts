import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { type CellsFile, isBlocked } from "#domain/figures/cells.ts";
import { figureValue } from "#domain/figures/figure-value.ts";
import { ratingOf } from "#domain/figures/rating.ts";
import { chartOf } from "#domain/figures/spc/chart.ts";
import { saySignal } from "#domain/figures/spc/say-chart.ts";
import type { Act } from "#domain/ports.ts";
import { refuse } from "#domain/refusal.ts";
import type { Answers } from "#domain/register/register.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { figures } from "#domain/registers/figures.ts";
import type { Outside } from "../outside.ts";
import { cellsFileText, cellsPath, computeFigures as compute } from "../records/compute-figures.ts";
import { currentSnapshot, dataFiles } from "../records/current-data.ts";
import { type AskedIndicator, type CycleScope, indicatorsAsked, scopeOfCycle } from "../records/cycle-figures.ts";
import { columnsMissingNow } from "../records/missing-now.ts";
import { operation } from "./operation.ts";

/** Works out every figure the cycle's specification asks for from the data as it stands. The same data again changes nothing. */
export const computeFigures = operation({
  name: "compute-figures",
  method: "POST",
  path: "/cycles/:cycle/figures",
  summary: "Work out the cycle's figures from the data as it stands now.",
  who: ["contracts-manager", "quality-lead", "ecm-administrator", "auditor"],
  input: z.strictObject({ cycle: z.string() }),
  answer: z.object({ snapshot: z.string(), computed: z.number(), blocked: z.number() }),
  async run({ cycle: key }, { rows, person, outside, require }) {
    if (!rows.one(cycles, key)) throw notFound("cycle", key);
    const scope = scopeOfCycle(outside.store, key);
    require({ contract: scope.contract, services: [], safeguarding: false });
    if (scope.cycle.cutOffAt) {
      return refuse(
        "figures.cut-off",
        "The data cut-off has passed: the figures of this cycle stand as they were then.",
        "A contracts manager can open the cut-off again, with a reason, while the pack is not signed.",
      );
    }
    return computeCycle(outside, scope, { by: person, did: "figures.compute" });
  },
});

/** Computes, files the cells, adds a row a figure, and points the cycle at the snapshot. Each step may be repeated. */
export async function computeCycle(outside: Outside, scope: CycleScope, act: Act) {
  const snapshot = currentSnapshot(outside.store);
  const asked = indicatorsAsked(outside.store, scope);
  const ready = asked.flatMap((each) => each.ready ?? []);
  const cells = await compute({
    indicators: ready,
    contract: scope.contract,
    services: scope.services,
    period: scope.period,
    snapshot: snapshot.id,
    files: await dataFiles(outside.files, snapshot),
    engine: outside.engine,
    missing: columnsMissingNow(outside.store),
  });
  const file = await outside.files.put("Data", cellsPath(cells), Buffer.from(cellsFileText(cells)));
  const made = asked.map((each) => figureRow(scope, each, cells, file));
  for (const row of made)
    await outside.store.add(figures, `${scope.cycle.key}-${row.indicator}-${snapshot.id}`, row, act);
  const cycle = outside.store.one(cycles, scope.cycle.key);
  if (cycle && cycle.snapshot !== snapshot.id)
    await outside.store.change(cycles, cycle.key, cycle.etag, { snapshot: snapshot.id }, act);
  const blocked = made.filter(({ rating }) => rating === "blocked").length;
  return { snapshot: snapshot.id, computed: made.length - blocked, blocked };
}

function figureRow(
  { cycle, contract, period }: CycleScope,
  { row, ready, problems }: AskedIndicator,
  cells: CellsFile,
  file: { path: string; hash: string },
) {
  const computed = cells.figures.find(({ indicator }) => indicator === row.code);
  const about: Omit<Answers<typeof figures>, "rating"> = {
    name: row.name,
    cycle: cycle.key,
    contract,
    indicator: row.code,
    edition: row.edition,
    periodFrom: period.from,
    periodTo: period.to,
    snapshot: cells.snapshot,
    unit: row.unit,
    engine: cells.engine,
    cellsPath: file.path,
    cellsHash: file.hash,
    status: "computed",
    ...(ready?.target !== undefined && { target: ready.target }),
  };
  if (!computed || isBlocked(computed) || !ready) {
    const why = computed && isBlocked(computed) ? computed.blocked : (problems ?? []).join(" ");
    return { ...about, rating: "blocked" as const, blockedReason: why.slice(0, 255) };
  }
  const { numerator, denominator, query } = computed;
  const value = figureValue(numerator, denominator, ready.unit, ready.rounding);
  const signal = saySignal(chartOf(ready, computed.months), ready);
  return {
    ...about,
    numerator,
    denominator,
    queryHash: query,
    rating: ratingOf(value, ready),
    ...(signal && { signal: signal.slice(0, 255) }),
  };
}
