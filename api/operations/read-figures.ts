import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { figuresOfCycle, indicatorsAsked, readCells, scopeOfCycle } from "../records/cycle-figures.ts";
import { figureAnswer, figureAnswerOf } from "./figure-answer.ts";
import { operation } from "./operation.ts";
import { sightOf } from "./sight-of.ts";

/** The cycle's figures in the specification's order, as the person may see them. */
export const readFigures = operation({
  name: "read-figures",
  method: "GET",
  path: "/cycles/:cycle/figures",
  summary: "The cycle's figures: value, target, trend, and each service you may see.",
  who: "anyone",
  input: z.strictObject({ cycle: z.string() }),
  answer: z.object({
    cycle: z.string(),
    contract: z.string(),
    period: z.object({ from: z.string(), to: z.string() }),
    snapshot: z.string().optional(),
    cutOffAt: z.string().optional(),
    computedAt: z.string().optional(),
    sections: z.array(z.object({ code: z.string(), title: z.string(), figures: z.array(figureAnswer) })),
  }),
  async run({ cycle: key }, call) {
    if (!call.rows.one(cycles, key)) throw notFound("cycle", key);
    const { store, files } = call.outside;
    const scope = scopeOfCycle(store, key);
    const { cycle, contract, period, specification } = scope;
    const [first] = figuresOfCycle(store, scope);
    const about = { cycle: key, contract, period, ...(cycle.cutOffAt && { cutOffAt: cycle.cutOffAt }) };
    if (!first?.cellsPath) return { ...about, sections: [] };
    const cells = await readCells(files, first.cellsPath);
    const sight = sightOf(call.person, scope);
    const asked = indicatorsAsked(store, scope);
    const sections = (specification.sections ?? []).map(({ code, title, indicators = [] }) => ({
      code,
      title,
      figures: indicators.flatMap((wanted) => {
        const ready = asked.find(({ row }) => row.code === wanted)?.ready;
        return ready ? [figureAnswerOf(ready, cells, sight)] : [];
      }),
    }));
    return { ...about, snapshot: cells.snapshot, computedAt: first.createdAt, sections };
  },
});
