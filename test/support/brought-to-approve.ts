import { standFigures } from "#api/jobs/stand-figures.ts";
import { approve } from "../../infra/cycle/approve.ts";
import { collect } from "../../infra/cycle/collect.ts";
import { define } from "../../infra/cycle/define.ts";
import { explain } from "../../infra/cycle/explain.ts";
import { Run } from "../../infra/cycle/run.ts";
import { validate } from "../../infra/cycle/validate.ts";
import type { Demo } from "./demo.ts";

/** The Westshire cycle brought by the demo people to where its pack waits for signatures; takes some fifteen seconds. */
export async function broughtToApprove({ outside }: Demo, inDir: string): Promise<Run> {
  const run = new Run(outside, { inDir, cycle: "westshire-2026-q3", contract: "westshire", say: () => undefined });
  const asked = approve.findIndex(({ name }) => name === "ask for sign-off");
  const steps = [...define, ...collect(inDir), ...validate(inDir), ...explain, ...approve.slice(0, asked + 1)];
  for (const step of steps) await step.run(run);
  // Otherwise figures follow their cycle in the background, behind a test's back.
  await standFigures(outside);
  return run;
}
