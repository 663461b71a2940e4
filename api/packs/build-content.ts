import { readFile } from "node:fs/promises";
import type { Facts } from "#domain/checks/facts.ts";
import { type PackContent, packContent } from "#domain/packs/pack-content.ts";
import { isRefusal, type Refusal, refuse } from "#domain/refusal.ts";
import type { Pack } from "#domain/registers/packs.ts";
import { services } from "#domain/registers/services.ts";
import type { Outside } from "../outside.ts";
import { indicatorsAsked, readCells } from "../records/cycle-figures.ts";
import { contentHash } from "./content-hash.ts";
import { packFacts } from "./pack-facts.ts";

export interface Hands {
  readonly authors: readonly string[];
  readonly validators: readonly string[];
}

/** Everybody who wrote any of it (the drafter first), and everybody who checked any of it. */
export function handsOf({ commentary, validationLog, plans }: Facts, drafter: string): Hands {
  const known = (ids: readonly (string | undefined)[]) => [...new Set(ids.filter((id) => id !== undefined))];
  return {
    authors: known([drafter, ...commentary.map(({ writtenBy }) => writtenBy)]),
    validators: known([
      ...validationLog.flatMap(({ checkedBy, recheckedBy }) => [checkedBy, recheckedBy]),
      ...plans.map(({ sampler }) => sampler),
    ]),
  };
}

/** What a pack of the cycle says now. Refused while there are no figures or no data cut-off. */
export async function buildContent(
  outside: Outside,
  facts: Facts,
  packVersion: number,
  hands: Hands,
): Promise<PackContent | Refusal> {
  const { store, files, keys } = outside;
  const { cycle, contract, specification } = facts;
  const cellsPath = facts.figures.find((figure) => figure.cycle === cycle.key && figure.cellsPath)?.cellsPath;
  if (!cellsPath || !cycle.cutOffAt)
    return refuse(
      "pack.no-figures",
      "There are no figures with a data cut-off yet, so there is nothing to put in a pack.",
      "A contracts manager works out the figures and sets the cut-off in the stage “Collect”.",
    );
  const names = (contract.services ?? []).map((key) => ({ key, name: store.one(services, key)?.name ?? key }));
  return packContent(
    packFacts(facts, {
      packVersion,
      asked: indicatorsAsked(store, { specification, contract: contract.key }),
      cells: await readCells(files, cellsPath),
      services: names,
      blind: keys.seal(`pack ${cycle.key} ${cycle.snapshot}`),
      ...hands,
    }),
  );
}

/** The content as it was drafted and put forward for signing. */
export const draftedContent = async ({ files }: Outside, { contentPath }: Pack): Promise<PackContent> =>
  JSON.parse(await readFile(await files.local("Packs", contentPath ?? ""), "utf8"));

/**
 * The hash of what the pack would say now, its story of themes and actions as drafted: work on an action goes on while
 * people sign, but a changed figure, text, check or exception makes every signature void.
 */
export async function hashNow(outside: Outside, facts: Facts, pack: Pack): Promise<string> {
  const hands = { authors: pack.authors ?? [], validators: pack.validators ?? [] };
  const now = await buildContent(outside, facts, pack.packVersion, hands);
  if (isRefusal(now)) return "0".repeat(64);
  const { themes, actions } = await draftedContent(outside, pack);
  return contentHash({ ...now, themes, actions });
}
