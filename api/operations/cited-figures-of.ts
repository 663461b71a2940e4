import type { CitedFigure } from "#domain/commentary/cited-figure.ts";
import type { Outside } from "../outside.ts";
import { citedFigures } from "../records/cited-figures.ts";
import { figuresOfCycle, indicatorsAsked, readCells, scopeOfCycle } from "../records/cycle-figures.ts";

/** Every figure of a cycle as commentary may cite it now; none before they are worked out. Throws `not-found`. */
export async function citedFiguresOf({ store, files }: Outside, cycle: string): Promise<readonly CitedFigure[]> {
  const scope = scopeOfCycle(store, cycle);
  const path = figuresOfCycle(store, scope).find(({ cellsPath }) => cellsPath)?.cellsPath;
  return path ? citedFigures(indicatorsAsked(store, scope), await readCells(files, path)) : [];
}
