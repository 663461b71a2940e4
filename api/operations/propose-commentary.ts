import { z } from "zod";
import { proposeThemes } from "#domain/commentary/propose-themes.ts";
import { addDays } from "#domain/day.ts";
import { notFound } from "#domain/errors.ts";
import { type CellsFile, isBlocked } from "#domain/figures/cells.ts";
import { figureValue } from "#domain/figures/figure-value.ts";
import { ratingOf } from "#domain/figures/rating.ts";
import type { Rows } from "#domain/ports.ts";
import { refuse } from "#domain/refusal.ts";
import { commentary } from "#domain/registers/commentary.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { type Figure, figures } from "#domain/registers/figures.ts";
import {
  type AskedIndicator,
  type CycleScope,
  figuresOfCycle,
  indicatorsAsked,
  readCells,
  scopeOfCycle,
} from "../records/cycle-figures.ts";
import { operation } from "./operation.ts";

/** Puts what the numbers say needs explaining on the commentary plan, as proposals. The same numbers again add nothing. */
export const proposeCommentary = operation({
  name: "propose-commentary",
  method: "POST",
  path: "/cycles/:cycle/commentary",
  summary: "Propose what needs explaining, from the numbers.",
  who: ["contracts-manager", "quality-lead"],
  input: z.strictObject({ cycle: z.string() }),
  answer: z.object({ proposed: z.array(z.object({ key: z.string(), theme: z.string(), why: z.string() })) }),
  async run({ cycle: key }, { rows, outside, person }) {
    if (!rows.one(cycles, key)) throw notFound("cycle", key);
    const scope = scopeOfCycle(outside.store, key);
    const now = figuresOfCycle(outside.store, scope);
    const path = now.find(({ cellsPath }) => cellsPath)?.cellsPath;
    if (!path) return noFigures();
    const cells = await readCells(outside.files, path);
    const asked = indicatorsAsked(outside.store, scope);
    const planned = outside.store.all(commentary).filter((row) => row.cycle === key);
    const themes = proposeThemes(now, figuresBefore(outside.store, scope), {
      planned,
      specification: scope.specification,
    });
    const proposed: { key: string; theme: string; why: string }[] = [];
    for (const { figure, section, theme, why } of themes) {
      const services = servicesBehind(figure, asked, cells);
      const answers = {
        cycle: key,
        contract: scope.contract,
        theme,
        kind: "commentary",
        figures: [figure.key],
        status: "proposed",
        ...(section && { section }),
        ...(services.length > 0 && { services }),
      } as const;
      const act = { by: person, did: "commentary.propose", reason: why } as const;
      const { row, created } = await rows.add(commentary, `${key}-${figure.indicator}`, answers, act);
      if (created) proposed.push({ key: row.key, theme, why });
    }
    return { proposed };
  },
});

/** The figures of the same contract for the period that ended the day before, each as last worked out. */
function figuresBefore(store: Rows, { contract, period }: CycleScope): readonly Figure[] {
  return store
    .all(figures)
    .filter((figure) => figure.contract === contract && figure.periodTo === addDays(period.from, -1))
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
}

/** Whose managers are asked for context: the services off target; every one counted where none is. */
function servicesBehind({ indicator }: Figure, asked: readonly AskedIndicator[], cells: CellsFile): readonly string[] {
  const ready = asked.find(({ row }) => row.code === indicator)?.ready;
  const found = cells.figures.find((figure) => figure.indicator === indicator);
  if (!ready || !found || isBlocked(found)) return [];
  const off = found.services.filter(
    ({ numerator, denominator }) =>
      ratingOf(figureValue(numerator, denominator, ready.unit, ready.rounding), ready) === "not-met",
  );
  const counted = found.services.filter(({ denominator }) => denominator > 0);
  return (off.length > 0 ? off : counted).map(({ service }) => service);
}

const noFigures = () =>
  refuse(
    "commentary.no-figures",
    "The figures of this cycle are not worked out yet, so there is nothing to explain.",
    "A contracts manager or the quality lead works them out first.",
  );
