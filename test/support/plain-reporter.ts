import type { Reporter, TestModule } from "vitest/node";

/** Closes the run with one plain line, for machines: `12 passed, 0 failed`. Zero tests, or any skipped one, fails the run. */
export class PlainReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]) {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const count = (state: string) => states.filter((found) => found === state).length;
    const broken = modules.filter((module) => module.errors().length > 0).length + unhandled.length;
    const skipped = count("skipped") + count("pending");
    const failed = count("failed") + broken;
    if (states.length === 0 || skipped > 0) process.exitCode = 1;
    process.stdout.write(`\n${count("passed")} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`);
  }
}
