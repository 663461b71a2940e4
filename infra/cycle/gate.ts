import type { Stage } from "#domain/cycle/stages.ts";
import { stages } from "#domain/cycle/stages.ts";
import type { Role } from "#domain/people/role.ts";
import { cycles } from "#domain/registers/cycles.ts";
import type { Step } from "./run.ts";

/** Takes the cycle through the gate of a stage, if it still stands there. */
export const throughGate = (from: Exclude<Stage, "closed">, role: Role): Step => ({
  name: `through the gate of ${from}`,
  async run(run) {
    const { etag, stage } = run.row(cycles, run.cycle);
    if (stages.indexOf(stage) > stages.indexOf(from)) return;
    const person = run.who(role, { contract: run.contract });
    await run.do(person, "move-cycle", { key: run.cycle, etag, from });
    run.say(`${person.name} took the cycle through the gate of “${from}”.`);
  },
});
