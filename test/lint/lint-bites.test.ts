import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Violation, violations } from "./violations.ts";

const root = join(import.meta.dirname, "../..");
const trees: string[] = [];

/** Lints files laid out as in the repository, with the repository's own rules. Answers what was said of each file. */
function lint(files: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const tree = mkdtempSync(join(tmpdir(), "line-of-sight-lint-"));
  trees.push(tree);
  for (const rule of ["biome.json", "no-wall-clock.grit", "api-by-type-only.grit", "package.json"])
    cpSync(join(root, rule), join(tree, rule));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  const biome = join(root, "node_modules/.bin/biome");
  const words = ["lint", "--reporter=json", "--max-diagnostics=none", "."];
  const { stdout, stderr } = spawnSync(biome, words, { cwd: tree, encoding: "utf8", maxBuffer: 1 << 26 });
  if (!stdout.startsWith("{")) throw new Error(`Biome said: ${stdout}${stderr}`);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly Said[] };
  const said = new Map<string, string[]>();
  for (const { category, message, severity, location } of diagnostics)
    said.set(location.path, [...(said.get(location.path) ?? []), `${severity} ${category}: ${message}`]);
  return said;
}

interface Said {
  readonly category: string;
  readonly message: string;
  readonly severity: string;
  readonly location: { readonly path: string };
}

/** Each breach has a file of its own: `broken.ts` becomes `broken-12.ts`. */
const placeOf = ({ at }: Violation, index: number) =>
  join(dirname(at), basename(at).replace(/^([a-zA-Z]+)/, `$1-${index}`));

const laidOut = (which: "broken" | "clean") =>
  new Map(violations.map((violation, index) => [placeOf(violation, index), violation[which]]));

let broken: ReadonlyMap<string, readonly string[]>;
let clean: ReadonlyMap<string, readonly string[]>;

beforeAll(() => {
  broken = lint(laidOut("broken"));
  clean = lint(laidOut("clean"));
});

afterAll(() => {
  for (const tree of trees) rmSync(tree, { recursive: true, force: true });
});

const table = violations.map((violation, index) => ({ ...violation, path: placeOf(violation, index) }));

describe("the lint bites", () => {
  test.for(table)("$rule", ({ path, by }) => {
    expect(broken.get(path) ?? []).toContainEqual(expect.stringMatching(`^error ${by}`));
  });
});

describe("and lets the same file pass without the breach", () => {
  test.for(table.filter((each) => each.clean !== ""))("$rule", ({ path }) => {
    expect((clean.get(path) ?? []).filter((said) => said.startsWith("error"))).toEqual([]);
  });
});

test("refuses files that import each other in a ring", () => {
  const said = lint(
    new Map([
      ["api/one.ts", 'import { two } from "./two.ts";\n\nexport const one = () => two;\n'],
      ["api/two.ts", 'import { one } from "./one.ts";\n\nexport const two = () => one;\n'],
    ]),
  );
  expect(said.get("api/one.ts") ?? []).toContainEqual(expect.stringMatching("^error lint/suspicious/noImportCycles"));
});

test("runs every plugin without a fault of its own", () => {
  const faults = [...broken.values(), ...clean.values()].flat().filter((said) => said.includes("errored"));
  expect(faults).toEqual([]);
});

test.for([
  ["bot/adapter.ts", "botbuilder"],
  ["api/graph/thing.ts", "@microsoft/microsoft-graph-client"],
  ["api/graph/thing.ts", "@azure/msal-node"],
  ["api/identity/thing.ts", "@azure/msal-node"],
  ["api/server.ts", "restify"],
  ["api/mount.ts", "restify"],
  ["api/records/thing.ts", "@duckdb/node-api"],
])("lets %s import %s", ([path = "", vendor = ""]) => {
  const said = lint(new Map([[path, `import { thing } from "${vendor}";\n\nexport const used = thing;\n`]]));
  expect(said.get(path) ?? []).toEqual([]);
});
