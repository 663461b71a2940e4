import { createHash } from "node:crypto";
import type { Subject } from "#domain/checks/early-warning.ts";
import type { Facts } from "#domain/checks/facts.ts";
import { notFound } from "#domain/errors.ts";
import { actions } from "#domain/registers/actions.ts";
import { assurancePlans } from "#domain/registers/assurance-plans.ts";
import { commentary } from "#domain/registers/commentary.ts";
import { contracts } from "#domain/registers/contracts.ts";
import { evidenceMap } from "#domain/registers/evidence-map.ts";
import { figures } from "#domain/registers/figures.ts";
import { imports } from "#domain/registers/imports.ts";
import { registerBySlug } from "#domain/registers/index.ts";
import { indicators } from "#domain/registers/indicators.ts";
import { managerReviews } from "#domain/registers/manager-reviews.ts";
import { packs } from "#domain/registers/packs.ts";
import { services } from "#domain/registers/services.ts";
import { settings } from "#domain/registers/settings.ts";
import { signOffs } from "#domain/registers/sign-offs.ts";
import { themes } from "#domain/registers/themes.ts";
import { validationLog } from "#domain/registers/validation-log.ts";
import type { Outside } from "../outside.ts";
import { citedFigures } from "../records/cited-figures.ts";
import { figuresOfCycle, indicatorsAsked, readCells, scopeOfCycle } from "../records/cycle-figures.ts";
import { everybody } from "./everybody.ts";

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** What the checks and gates of one cycle look at, from the replica as it stands. Throws `not-found`. */
export async function cycleFacts(outside: Outside, key: string): Promise<Facts> {
  const { store, files, engine, sharePoint } = outside;
  const scope = scopeOfCycle(store, key);
  const { cycle, specification } = scope;
  const contract = store.one(contracts, scope.contract);
  const [organisation] = store.all(settings);
  if (!contract || !organisation) throw notFound("contract", scope.contract);
  const own = figuresOfCycle(store, scope);
  const cellsPath = own.find((figure) => figure.cellsPath)?.cellsPath;
  const cited = cellsPath ? citedFigures(indicatorsAsked(store, scope), await readCells(files, cellsPath)) : [];
  const cyclePacks = store.all(packs).filter((pack) => pack.cycle === key);
  const ofContract = <T extends { readonly contract?: string | undefined }>(row: T) => row.contract === contract.key;
  const ofCycle = <T extends { readonly cycle?: string | undefined }>(row: T) => row.cycle === key;
  return {
    cycle,
    contract,
    services: store.all(services),
    specification,
    indicators: store.all(indicators),
    evidenceMap: store.all(evidenceMap).filter(ofContract),
    imports: store.all(imports),
    figures: [
      ...own,
      ...store.all(figures).filter(({ status, contract: of }) => status === "revised" && of === contract.key),
    ],
    cited,
    reviews: store.all(managerReviews),
    plans: store.all(assurancePlans).filter(ofCycle),
    validationLog: store.all(validationLog).filter(ofCycle),
    commentary: store.all(commentary).filter(ofCycle),
    signOffs: signOffsAbout(outside, [specification.key, ...cyclePacks.map((pack) => pack.key)]),
    packs: cyclePacks,
    themes: store.all(themes).filter(ofContract),
    actions: store.all(actions).filter(ofContract),
    settings: organisation,
    everybody: everybody(outside),
    engine: engine.name,
    changedOutside: sharePoint.oddities().flatMap(subjectOf(outside)),
    auditFaults: sharePoint.auditFaults(),
    sha256,
  };
}

function signOffsAbout({ store }: Outside, subjects: readonly string[]) {
  return store.all(signOffs).filter(({ subject }) => subjects.includes(subject));
}

const subjectOf =
  ({ store }: Outside) =>
  ({ register: slug, key }: { readonly register: string; readonly key: string }): readonly Subject[] => {
    const register = registerBySlug(slug);
    if (!register) return [];
    const row = store.one(register, key);
    const headline = row && Object.entries(row).find(([name]) => name === register.headline)?.[1];
    // Where the headline is only the key of something else, the kind of row says more.
    const named = typeof headline === "string" && !/^[a-z0-9]+(-[a-z0-9.]+)+$/.test(headline);
    return [{ register: slug, key, title: named ? headline : register.words.one }];
  };
