import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { apiGuard } from "./api-guard.ts";

const api = join(import.meta.dirname, "..", "api");
let dir = "";

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "line-of-sight-guard-"));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function built(code: string): Promise<string> {
  const entry = join(dir, "entry.ts");
  await writeFile(entry, code);
  return build({
    root: dir,
    logLevel: "silent",
    configFile: false,
    plugins: [apiGuard(api)],
    build: { write: false, rolldownOptions: { input: entry } },
  }).then(
    () => "built",
    (error: Error) => error.message,
  );
}

it("refuses a value of the server", async () => {
  expect(
    await built(`import { statusOf } from ${JSON.stringify(join(api, "problem.ts"))}; console.log(statusOf);`),
  ).toContain("the tab may only “import type” from it");
});

it("refuses a value reached by a dynamic import", async () => {
  expect(await built(`console.log(await import(${JSON.stringify(join(api, "problem.ts"))}));`)).toContain(
    "problem.ts is the server's",
  );
});

it("lets types and the domain's values through", async () => {
  expect(
    await built(
      `import type { Problem } from ${JSON.stringify(join(api, "problem.ts"))};
       import { londonDay } from ${JSON.stringify(join(api, "domain/day.ts"))};
       const nothing: Problem | undefined = undefined; console.log(nothing, londonDay);`,
    ),
  ).toBe("built");
});
