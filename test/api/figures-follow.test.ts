import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { standFigures } from "#api/jobs/stand-figures.ts";
import { actions } from "#domain/registers/actions.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { evidenceMap } from "#domain/registers/evidence-map.ts";
import { figures } from "#domain/registers/figures.ts";
import { imports } from "#domain/registers/imports.ts";
import { approve } from "../../infra/cycle/approve.ts";
import { collect, importFile } from "../../infra/cycle/collect.ts";
import { define } from "../../infra/cycle/define.ts";
import { explain } from "../../infra/cycle/explain.ts";
import { Run, type Step } from "../../infra/cycle/run.ts";
import { validate } from "../../infra/cycle/validate.ts";
import { type Demo, startDemo } from "../support/demo.ts";
import { quarterAlone } from "../support/quarter.ts";
import { unitsUsed } from "../support/units-used.ts";

/** The main job in one process that does nothing of its own accord, so that what a step costs and changes is its own. */
let demo: Demo;
let exports: Awaited<ReturnType<typeof quarterAlone>>;
let run: Run;
beforeAll(async () => {
  exports = await quarterAlone();
  demo = await startDemo();
  await demo.stop();
  run = runOf("westshire", await demo.another("marks"));
}, 60_000);
afterAll(async () => {
  await demo.close();
  exports.remove();
});

const runOf = (contract: string, outside: Run["outside"]) =>
  new Run(outside, { inDir: exports.dir, cycle: `${contract}-2026-q3`, contract, say: () => undefined });

const doAll = async (steps: readonly Step[]) => {
  for (const step of steps) await step.run(run);
};

/** Where the figures of the cycle's own data stand; one word when they all stand there. */
async function standing(): Promise<string> {
  await standFigures(run.outside);
  const { snapshot } = run.row(cycles, run.cycle);
  const own = run.rows(figures).filter((figure) => figure.cycle === run.cycle && figure.snapshot === snapshot);
  return [...new Set(own.map(({ status }) => status))].join(" and ");
}

const upTo = (steps: readonly Step[], name: string) => {
  const at = steps.findIndex((step) => step.name === name);
  return [steps.slice(0, at), steps.slice(at)] as const;
};

describe("the main job, measured", () => {
  it("lets figures follow their cycle, and keeps to its request units", async () => {
    const [beforeCutOff, fromCutOff] = upTo(collect(exports.dir), "data cut-off");
    await doAll([...define, ...beforeCutOff]);
    expect(await standing()).toBe("computed");
    const [cutOff, ...afterCutOff] = fromCutOff;
    await cutOff?.run(run);
    expect(await standing()).toBe("cut-off");

    await doAll([...afterCutOff, ...validate(exports.dir)]);
    expect(await standing()).toBe("validated");

    const [beforeSigning, signing] = upTo(approve, "the quality lead signs");
    await doAll([...explain, ...beforeSigning]);
    for (const step of signing) {
      const units = await unitsUsed(demo, () => step.run(run));
      if (step.name.endsWith(" signs")) expect(units, step.name).toBeLessThanOrEqual(14);
      if (step.name === "send the pack") expect(units, step.name).toBeLessThanOrEqual(14);
      if (step.name === "send the pack") expect(await standing()).toBe("submitted");
    }
    expect(await standing()).toBe("submitted");
  }, 120_000);

  it("edits a row within seven request units", async () => {
    const [action] = run.rows(actions).filter(({ status }) => status === "open");
    const lead = run.who("quality-lead");
    const edit = {
      slug: "actions",
      key: action?.key,
      etag: action?.etag,
      changes: { evidenceRequired: "Two spot checks" },
    };
    const units = await unitsUsed(demo, () => run.do(lead, "change-row", edit));
    expect(run.row(actions, action?.key ?? "").evidenceRequired).toBe("Two spot checks");
    expect(units).toBeGreaterThan(0);
    expect(units).toBeLessThanOrEqual(7);
  });
});

describe("an export without a column that figures need", () => {
  const code = "complaints-on-time";
  const latest = (cycle: string) => {
    const { snapshot } = run.row(cycles, cycle);
    const row = run
      .rows(figures)
      .find((each) => each.cycle === cycle && each.snapshot === snapshot && each.indicator === code);
    return row;
  };
  const sources = () => run.rows(evidenceMap).filter(({ profile }) => profile === "complaints");

  it("breaks its mapped sources and blocks the indicator, and mends both when it comes in whole", async () => {
    const eastmoor = runOf("eastmoor", run.outside);
    const lead = run.who("quality-lead");
    const compute = () => run.do(lead, "compute-figures", { cycle: eastmoor.cycle });
    await compute();
    const before = latest(eastmoor.cycle);
    expect(before?.rating).not.toBe("blocked");

    const whole = readFileSync(join(exports.dir, "complaints.csv"), "utf8");
    const lacking = join(exports.dir, "complaints-lacking.csv");
    writeFileSync(lacking, whole.replace("Answered Date", "Theme notes"));
    await importFile(run, lacking);
    const row = run.rows(imports).find(({ fileName }) => fileName === "complaints-lacking.csv");
    expect(row).toMatchObject({ status: "accepted", missingColumns: ["Answered Date"] });
    expect(new Set(sources().map(({ status }) => status))).toEqual(new Set(["broken"]));
    await compute();
    expect(latest(eastmoor.cycle)).toMatchObject({
      rating: "blocked",
      blockedReason: "The import of complaints has no “answered day”, which this indicator needs.",
    });
    expect(latest(eastmoor.cycle)?.numerator).toBeUndefined();
    const others = run.rows(figures).filter(({ snapshot }) => snapshot === run.row(cycles, eastmoor.cycle).snapshot);
    expect(others.some(({ rating }) => rating !== "blocked")).toBe(true);

    const again = join(exports.dir, "complaints-again.csv");
    writeFileSync(again, `${whole.trimEnd()}\r\n\r\n`);
    await importFile(run, again);
    expect(new Set(sources().map(({ status }) => status))).toEqual(new Set(["confirmed"]));
    await compute();
    expect(latest(eastmoor.cycle)).toMatchObject({
      rating: before?.rating,
      numerator: before?.numerator,
      denominator: before?.denominator,
    });
  }, 60_000);
});
