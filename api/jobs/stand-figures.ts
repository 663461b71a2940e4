import { LineOfSightError } from "#domain/errors.ts";
import { figureStanding } from "#domain/figures/standing.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { type Figure, figures } from "#domain/registers/figures.ts";
import { packs } from "#domain/registers/packs.ts";
import type { Outside } from "../outside.ts";

/**
 * Lets figures' own status follow their cycle. A cut-off or a submission is one row, so that it costs what one row costs;
 * its figures, dozens of rows, follow behind, as often as this is called.
 */
export async function standFigures({ store }: Pick<Outside, "store">): Promise<void> {
  const packsOf = Map.groupBy(store.all(packs), ({ cycle }) => cycle);
  for (const figure of store.all(figures)) {
    const { cycle = "" } = figure;
    const status = figureStanding(figure, { cycle: store.one(cycles, cycle), packs: packsOf.get(cycle) ?? [] });
    if (status !== figure.status) await move(store, figure, status);
  }
}

async function move(store: Outside["store"], { key, etag, status: from }: Figure, to: Figure["status"]): Promise<void> {
  try {
    await store.change(figures, key, etag, { status: to }, { by: "system", did: `figure.${to}`, from, to });
  } catch (error) {
    // Another process moved it at the same moment: it is looked at again next time.
    if (!(error instanceof LineOfSightError) || error.code !== "conflict") throw error;
  }
}
