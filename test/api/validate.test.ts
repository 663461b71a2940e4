import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { validationLog } from "#domain/registers/validation-log.ts";
import { type Demo, startDemo } from "../support/demo.ts";
import {
  answered,
  augustCutOff,
  cutOffNow,
  cycle,
  demoExports,
  type Exports,
  importFile,
  people,
  standAt,
} from "../support/imported-august.ts";

interface Check {
  readonly key: string;
  readonly etag: string;
  readonly plan: string;
  readonly service: string;
  readonly record: string;
  readonly reportedValue: string;
  readonly status: string;
}

interface Plan {
  readonly key: string;
  readonly etag: string;
  readonly name: string;
  readonly direction: string;
  readonly dataset: string;
  readonly size: number;
  readonly checked: number;
  readonly accuracy?: number;
  readonly lower: number;
  readonly result?: string;
  readonly status: string;
  readonly entries?: readonly number[];
}

let demo: Demo;
let exports: Exports;
beforeAll(async () => {
  exports = demoExports();
  demo = await startDemo();
  await augustCutOff(demo, exports.dir);
}, 120_000);
afterAll(async () => {
  await demo.close();
  exports.close();
});

const ask = async (person: string, path: string, body?: unknown) =>
  answered(await demo.as(person, path, body === undefined ? {} : { body }), path);
const refused = async (person: string, path: string, body: unknown) => {
  const answer = await demo.as(person, path, { body });
  return { status: answer.status, ...(await answer.json()) };
};
const checks = (
  person: string,
): Promise<{ plans: Plan[]; worklist: Check[]; columns: { column: string; checks: Check[] }[] }> =>
  ask(person, `/cycles/${cycle}/checks`);
const planOf = async (key: string): Promise<Plan> => {
  const found = (await checks(people.auditor)).plans.find((plan) => plan.key === `${cycle}-${key}`);
  if (!found) throw new Error(`There is no plan ${key}.`);
  return found;
};
const fresh = (key: string) => {
  const row = demo.outside.store.one(validationLog, key);
  if (!row) throw new Error(`There is no check ${key}.`);
  return row;
};
/** A step of a check with the version it stands at. */
const step = (person: string, key: string, what: string, body: object = {}) =>
  ask(person, `/validation-log/${key}/${what}`, { etag: fresh(key).etag, ...body });
const refusedStep = (person: string, key: string, what: string, body: object = {}) =>
  refused(person, `/validation-log/${key}/${what}`, { etag: fresh(key).etag, ...body });

describe("planning", () => {
  it("is the quality lead's or an auditor's, with the safeguarding right", async () => {
    expect(await refused(people.contractsManager, `/cycles/${cycle}/plans`, {})).toMatchObject({ status: 403 });
    expect(await refused(people.secondAuditor, `/cycles/${cycle}/plans`, {})).toMatchObject({
      code: "plan.safeguarding-right",
    });
  });

  it("refuses that one person draws and checks", async () => {
    const one = { sampler: people.auditor, checker: people.auditor };
    expect(await refused(people.qualityLead, `/cycles/${cycle}/plans`, one)).toMatchObject({
      status: 409,
      code: "plan.same-person",
    });
  });

  it("writes down both ways and every case in one call, and nothing twice", async () => {
    const first = await ask(people.qualityLead, `/cycles/${cycle}/plans`, {});
    expect(first.added).toBe(first.plans.length);
    const said = (await checks(people.auditor)).plans.map(({ direction, dataset }) => `${direction} ${dataset}`);
    expect(said).toEqual(
      expect.arrayContaining([
        "every-case safeguarding",
        "every-case planned-visits",
        "every-case incidents",
        "source-to-figure planned-visits",
        "source-to-figure complaints",
        "figure-to-source planned-visits",
      ]),
    );
    expect(await ask(people.qualityLead, `/cycles/${cycle}/plans`, {})).toMatchObject({ added: 0 });
  });

  it("shows the safeguarding plan only with the right", async () => {
    const { plans } = await checks(people.secondAuditor);
    expect(plans.length).toBeGreaterThan(3);
    expect(plans.filter(({ dataset }) => dataset === "safeguarding")).toEqual([]);
  });
});

describe("drawing", () => {
  it("is done once, by the person named", async () => {
    const { key, etag, size } = await planOf("every-case-missed-visits");
    expect(await refused(people.auditor, `/plans/${key}/draw`, { etag })).toMatchObject({
      code: "plan.not-the-sampler",
    });
    const drawn = await ask(people.qualityLead, `/plans/${key}/draw`, { etag });
    expect(drawn.drawn).toBe(size);
    expect(await refused(people.qualityLead, `/plans/${key}/draw`, { etag: drawn.plan.etag })).toMatchObject({
      code: "plan.drawn-already",
    });
  });

  it("opens every missed visit, and only those, in words without names", async () => {
    const missed = (await checks(people.auditor)).worklist.filter(({ plan }) => plan.endsWith("missed-visits"));
    const { size } = await planOf("every-case-missed-visits");
    expect(missed).toHaveLength(size);
    const { figures } = (await ask(people.auditor, `/cycles/${cycle}/figures`)).sections[0];
    const figure = figures.find(({ indicator }: { indicator: string }) => indicator === "missed-visits");
    expect(size).toBe(figure.total.numerator);
    expect(missed[0]?.reportedValue).toMatch(/^Planned \d+ Aug 2026 at \d\d:\d\d for \d+ minutes; /);
  });

  it("gives a manager their own service's checks only, and nobody without the right a safeguarding one", async () => {
    const plan = await planOf("every-case-safeguarding");
    await ask(people.qualityLead, `/plans/${plan.key}/draw`, { etag: plan.etag });
    const all = demo.outside.store.all(validationLog);
    const elsewhere = all.find(({ service }) => service === "ashdown");
    const answer = await demo.as(people.birchwoodManager, `/validation-log/${elsewhere?.key}/cause`, {
      body: { etag: elsewhere?.etag, cause: "data-error", reason: "Not mine" },
    });
    expect(answer.status).toBe(404);
    const concern = all.find(({ dataset }) => dataset === "safeguarding");
    const hidden = await demo.as(people.contractsManager, `/registers/validation-log/rows/${concern?.key}`);
    expect(hidden.status).toBe(404);
  });
});

describe("from the on-call log to the figures", () => {
  /** The log's entries about people Westshire pays for, as the auditor numbers them. */
  const entries = () =>
    readFileSync(join(exports.dir, "independent", "on-call-log.csv"), "utf8")
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(","))
      .filter((cells) => cells[3]?.startsWith("WS"))
      .map(([, , service = "", person = "", day = "", time = "", arrived = ""]) => ({
        ...{ service, person, time, arrived },
        day: day.split("/").toReversed().join("-"),
      }));
  const entered = (at: number) => {
    const found = entries()[at - 1];
    if (!found) throw new Error(`The log has no entry ${at}.`);
    const { arrived, ...entry } = found;
    return { entry: at, ...entry, value: `Carer arrived ${arrived}` };
  };
  const path = `/plans/${cycle}-source-to-figure-planned-visits/records`;

  it("draws entries by the seed and lets nobody choose another", async () => {
    const plan = await planOf("source-to-figure-planned-visits");
    expect(await refused(people.qualityLead, `/plans/${plan.key}/draw`, { etag: plan.etag })).toMatchObject({
      code: "plan.entries-missing",
    });
    const drawn = await ask(people.qualityLead, `/plans/${plan.key}/draw`, {
      etag: plan.etag,
      entries: entries().length,
    });
    expect(drawn.entries).toEqual(entries().map((_, at) => at + 1));
    expect(await refused(people.auditor, path, { ...entered(1), entry: 99 })).toMatchObject({
      code: "source.other-entry",
    });
  });

  it("shows the record it matches before anything is written", async () => {
    const { matches, check } = await ask(people.auditor, path, entered(1));
    expect(matches).toHaveLength(1);
    expect(check).toBeUndefined();
    expect(matches[0]).toMatchObject({ service: entered(1).service, day: entered(1).day });
  });

  it("refuses people this contract does not pay for", async () => {
    const other = { ...entered(1), person: "EM100058" };
    expect(await refused(people.auditor, path, other)).toMatchObject({ code: "source.not-this-contract" });
  });

  it("finds the one visit that was really over an hour late, and leaves accuracy as first found", async () => {
    const found: string[] = [];
    for (const [at] of entries().entries()) {
      const { matches } = await ask(people.auditor, path, entered(at + 1));
      const [hours = 0, minutes = 0] = entries()[at]?.arrived.split(":").map(Number) ?? [];
      const agrees = matches[0].says.includes(
        `started ${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")} `,
      );
      const { check } = await ask(people.auditor, path, { ...entered(at + 1), result: agrees ? "agrees" : "differs" });
      if (!agrees) found.push(check.key);
    }
    expect(found).toHaveLength(1);
    const off = fresh(found[0] ?? "");
    expect(off).toMatchObject({ service: "birchwood", result: "differs", status: "discrepancy" });
    expect(off.reportedValue).toMatch(/\(4 minutes late\)/);
    const plan = await planOf("source-to-figure-planned-visits");
    expect(plan).toMatchObject({ status: "complete", result: "widen", entries: [] });
    expect(plan.accuracy).toBeCloseTo(1 - 1 / entries().length);
    expect(plan.lower).toBeLessThan(plan.accuracy ?? 0);
  });

  it("widens the check to the affected days, whatever else somebody would choose", async () => {
    const key = `${cycle}-source-to-figure-planned-visits`;
    const away = await refused(people.qualityLead, `/plans/${key}/widen`, { from: "2026-08-31", to: "2026-08-31" });
    expect(away).toMatchObject({ code: "plan.days-not-affected" });
    const day = /include (\S+)\./.exec(away.next)?.[1];
    const wider = await ask(people.qualityLead, `/plans/${key}/widen`, { from: day, to: day });
    expect(wider.answers).toMatchObject({ direction: "every-case", extends: key, periodFrom: day });
    const drawn = await ask(people.qualityLead, `/plans/${wider.key}/draw`, { etag: wider.etag });
    expect(drawn.drawn).toBe(wider.answers.size);
    const own = demo.outside.store.all(validationLog).filter(({ plan }) => plan === wider.key);
    expect(new Set(own.map(({ service }) => service))).toEqual(new Set(["birchwood"]));
  });
});

describe("a discrepancy to its end", () => {
  const late = () => {
    const found = demo.outside.store.all(validationLog).find(({ result }) => result === "differs");
    if (!found) throw new Error("No discrepancy was found.");
    return found.key;
  };
  const cause = { cause: "data-error", reason: "The carer tagged in by hand from memory." };

  it("waits for the manager of the service, who alone gives the cause", async () => {
    const { columns, worklist } = await checks(people.birchwoodManager);
    expect(columns.find(({ column }) => column === "cause")?.checks.map(({ key }) => key)).toEqual([late()]);
    expect(worklist.map(({ key }) => key)).toEqual([late()]);
    const { items } = await ask(people.birchwoodManager, "/home");
    expect(items).toContainEqual(
      expect.objectContaining({
        title: expect.stringMatching(/: 1 discrepancy needs a cause$/),
        link: `/cycles/${cycle}/validate`,
      }),
    );
    expect(await refusedStep(people.auditor, late(), "cause", cause)).toMatchObject({ status: 403 });
    expect(await refusedStep(people.birchwoodManager, late(), "cause", { ...cause, reason: " " })).toMatchObject({
      code: "check.reason-missing",
    });
    await step(people.birchwoodManager, late(), "cause", cause);
  });

  it("needs the quality lead's own word before a new coding makes the figure better", async () => {
    const better = { treatment: "data-correction", improvesFigure: true };
    expect(await refusedStep(people.contractsManager, late(), "treatment", better)).toMatchObject({
      code: "check.quality-lead-agrees",
    });
    await step(people.qualityLead, late(), "agreement");
    await step(people.contractsManager, late(), "treatment", better);
    expect(fresh(late())).toMatchObject({ treatmentAgreedBy: people.qualityLead, status: "treated" });
  });

  it("is not checked again before it is said what was corrected, and by what source", async () => {
    expect(await refusedStep(people.auditor, late(), "recheck", { settled: true })).toMatchObject({
      code: "check.no-audit-trail",
    });
    const reason = "The on-call log and the family say 73 minutes late.";
    expect(await refusedStep(people.auditor, late(), "correction", { reason, source: "On-call log" })).toMatchObject({
      code: "check.own-work",
    });
    await step(people.birchwoodManager, late(), "correction", { reason, source: "On-call log, entry 9" });
  });

  it("finds the import that brought the correction, and is closed by who had no hand in it", async () => {
    const key = await importFile(demo, exports.dir, "corrected/access-adult-visits-2026-08.csv");
    const checked = await step(people.auditor, late(), "recheck", { settled: true });
    expect(checked.answers.amendmentImport).toBe(key);
    expect(checked.now).toMatch(/\(73 minutes late\)/);
    await step(people.auditor, late(), "close");
    expect(fresh(late())).toMatchObject({ status: "closed", result: "differs" });
    expect((await planOf("source-to-figure-planned-visits")).result).toBe("widen");
  });

  it("leaves the plan as drawn when the cut-off is set again on the corrected data", async () => {
    const before = await planOf("every-case-missed-visits");
    const row = await ask(people.contractsManager, `/cycles/${cycle}`);
    await ask(people.contractsManager, `/cycles/${cycle}/cut-off`, {
      etag: row.etag,
      reopen: true,
      reason: "One visit at Birchwood was corrected.",
    });
    await standAt(demo, "collect");
    await cutOffNow(demo);
    await standAt(demo, "validate");
    expect(await planOf("every-case-missed-visits")).toEqual(before);
  });
});

describe("a genuine concern", () => {
  it("is treated only with an action opened from it", async () => {
    const { worklist } = await checks(people.auditor);
    const missed = worklist.find(({ plan, service }) => plan.endsWith("missed-visits") && service === "ashdown");
    const key = missed?.key ?? "";
    expect(await refusedStep(people.externalReviewer, key, "check", { result: "agrees" })).toMatchObject({
      code: "check.not-the-checker",
    });
    await step(people.auditor, key, "check", { result: "differs", sourceValue: "Key safe code was wrong; no visit" });
    await step(people.ashdownManager, key, "cause", {
      cause: "genuine-concern",
      reason: "The code was changed and nobody was told.",
    });
    const treatment = { treatment: "process-improvement" };
    expect(await refusedStep(people.contractsManager, key, "treatment", treatment)).toMatchObject({
      code: "check.action-needed",
    });
    const action = await ask(people.contractsManager, "/actions", {
      action: "Check every key safe code at review",
      category: "missed-visits",
      discrepancy: key,
      cause: "Codes are changed without telling the branch",
      owner: people.ashdownManager,
      deadline: "2026-11-30",
    });
    const treated = await step(people.contractsManager, key, "treatment", treatment);
    expect(treated.answers.action).toBe(action.key);
  });

  it("leads from the record to every figure, check and action it stands behind, and from nobody else's", async () => {
    const { record } = demo.outside.store.all(validationLog).find(({ action }) => action) ?? { record: "" };
    const path = `/records/counted?dataset=planned-visits&record=${record}`;
    const seen = await ask(people.qualityLead, path);
    const missed = seen.figures.find(({ indicator }: { indicator: string }) => indicator === "missed-visits");
    expect(missed).toMatchObject({ cycle, name: "Missed visits", counted: true });
    expect(seen.checks).not.toEqual([]);
    expect(seen.actions).toEqual([expect.objectContaining({ name: "Check every key safe code at review" })]);
    expect(await ask(people.coppiceManager, path)).toMatchObject({ figures: [], checks: [], actions: [], packs: [] });
    expect(await ask(people.qualityLead, "/records/counted?dataset=planned-visits&record=nowhere")).toMatchObject({
      figures: [],
    });
  });

  it("keeps safeguarding records, and kinds nobody reads, to itself", async () => {
    const counted = (dataset: string) => demo.as(people.secondAuditor, `/records/counted?dataset=${dataset}&record=x`);
    expect((await (await counted("safeguarding")).json()).code).toBe("figures.safeguarding-rows");
    expect((await (await counted("staff-files")).json()).code).toBe("records.no-such-kind");
  });
});
