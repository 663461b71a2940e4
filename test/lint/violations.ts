/** One rule broken on purpose, and the same file without the breach. */
export interface Violation {
  /** What the rule says, as a statement. */
  readonly rule: string;
  /** The Biome rule (or `plugin`) that must name the breach. */
  readonly by: string;
  /** Where the file would stand. */
  readonly at: string;
  readonly broken: string;
  readonly clean: string;
}

const imports = "lint/style/noRestrictedImports";
const value = (from: string, name = "thing") => `import { ${name} } from "${from}";\n\nexport const used = ${name};\n`;
const type = (from: string, name = "Thing") =>
  `import type { ${name} } from "${from}";\n\nexport type Used = ${name};\n`;
const constant = (expression: string) => `export const used = ${expression};\n`;

const inDomain = (rule: string, broken: string, clean: string, by = "plugin"): Violation => ({
  rule: `api/domain ${rule}`,
  by,
  at: "api/domain/planted/broken.ts",
  broken,
  clean,
});

const domain: readonly Violation[] = [
  ...["node:fs", "zod", "zod/v4", "react", "#api/operations/operation.ts", "#api/outside.ts", "../../outside.ts"].map(
    (from) => inDomain(`imports nothing: ${from}`, value(from), value("#domain/day.ts"), imports),
  ),
  inDomain("may not import types of the api either", type("../../graph/thing.ts"), type("../people/thing.ts"), imports),
  inDomain("reads no clock", constant("Date.now()"), constant("Date.parse(at)")),
  inDomain(
    "reads no clock by another name",
    "const now = Date.now;\n\nexport const used = now();\n",
    constant("now()"),
  ),
  inDomain("reads no clock out of Date", "const { now } = Date;\n\nexport const used = now();\n", constant("now()")),
  inDomain(
    "renames Date for nobody",
    "const D = Date;\n\nexport const used = D.now();\n",
    constant("Date.UTC(2026, 0, 1)"),
  ),
  inDomain("asks not what day it is", constant("new Date()"), constant("new Date(at)")),
  inDomain("asks not what day it is without brackets", constant("new Date"), constant("new Date(2026, 0, 1)")),
  inDomain(
    "reads no clock inside a date",
    constant("new Date(Date.now())"),
    constant("new Date(Date.UTC(2026, 0, 1))"),
  ),
  inDomain("reads no clock by index", constant('Date["now"]()'), "export const used = (at: Date) => at;\n"),
  inDomain("reads no clock of the whole world", constant("globalThis.Date.now()"), constant("Date.parse(at)")),
  inDomain("has no chance", constant("Math.random()"), constant("Math.floor(1.5)")),
  inDomain(
    "has no chance out of Math",
    "const { random } = Math;\n\nexport const used = random();\n",
    constant("random()"),
  ),
  inDomain("makes no ids", constant("crypto.randomUUID()"), constant("newId()")),
];

const elsewhere = (at: string, homes: Readonly<Record<string, string>>): readonly Violation[] =>
  Object.entries(homes).map(([vendor, home]) => ({
    rule: `${vendor} stays in ${home}, not ${at}`,
    by: imports,
    at: `${at}/broken.ts`,
    broken: value(vendor),
    clean: value("./thing.ts"),
  }));

const homes = {
  botbuilder: "bot/adapter.ts",
  "botframework-connector": "bot/adapter.ts",
  "@microsoft/microsoft-graph-client": "api/graph/",
  "@microsoft/microsoft-graph-client/authProviders/index.js": "api/graph/",
  restify: "api/server.ts and api/mount.ts",
  "@azure/msal-node": "api/identity/ and api/graph/",
  "@duckdb/node-api": "api/records/",
};

const vendors: readonly Violation[] = [
  ...[
    "api/operations",
    "api/packs",
    "api/jobs",
    "api/keys",
    "bot/commands",
    "tab/pages",
    "infra/local/planted",
  ].flatMap((at) => elsewhere(at, homes)),
  ...elsewhere("api/graph", { restify: "api/server.ts", "@duckdb/node-api": "api/records/" }),
  ...elsewhere("api/identity", { "@microsoft/microsoft-graph-client": "api/graph/", restify: "api/server.ts" }),
  ...elsewhere("api/records", { "@azure/msal-node": "api/identity/", botbuilder: "bot/adapter.ts" }),
];

const byType = (face: "tab" | "bot"): readonly Violation[] => {
  const one = (rule: string, broken: string, clean: string, by = "plugin"): Violation => ({
    rule: `${face}/ ${rule}`,
    by,
    at: `${face}/planted/broken.ts`,
    broken,
    clean,
  });
  const operation = "#api/operations/thing.ts";
  return [
    one("takes no value of an operation", value(operation), type(operation)),
    one("takes no value of an operation by path", value("../../api/operations/thing.ts"), value("../thing.ts")),
    one(
      "takes no value in a type import",
      `import { type Thing } from "${operation}";\n\nexport type Used = Thing;\n`,
      type(operation),
    ),
    one("loads no operation for its effects", `import "${operation}";\n`, 'import "./thing.ts";\n'),
    one("hands on no value", `export { thing } from "${operation}";\n`, `export type { Thing } from "${operation}";\n`),
    one("hands on no whole file", `export * from "${operation}";\n`, 'export * from "./thing.ts";\n'),
    one("asks for no typeof import()", `export type Used = typeof import("${operation}");\n`, type(operation)),
    one("loads no operation late", constant(`() => import("${operation}")`), constant('() => import("./thing.ts")')),
    one(
      "loads no operation late by path",
      constant('() => import("../../api/operations/thing.ts")'),
      constant('() => import("../thing.ts")'),
    ),
    one(
      "loads nothing by a variable name",
      constant("(from: string) => import(from)"),
      constant('() => import("../thing.ts")'),
    ),
    one(
      "loads nothing by a pieced name",
      constant("(from: string) => import(`./$" + "{from}.ts`)"),
      constant('() => import("./thing.ts")'),
    ),
    ...["#api/graph/thing.ts", "#api/outside.ts", "#api/config.ts", "../../infra/thing.ts"].map((from) =>
      one(`knows nothing of ${from}, not even a type`, type(from), type(operation), imports),
    ),
    one(
      "knows not the other face",
      type(face === "tab" ? "../../bot/thing.ts" : "../../tab/thing.ts"),
      type("#domain/thing.ts"),
      imports,
    ),
  ];
};

const directions: readonly Violation[] = [
  ...byType("tab"),
  ...byType("bot"),
  ...["node:fs", "node:path"].map((from) => ({
    rule: `tab/ runs in a browser: no ${from}`,
    by: imports,
    at: "tab/planted/broken.ts",
    broken: value(from),
    clean: value("react"),
  })),
  ...["#api/config.ts", "#domain/day.ts", "../../../api/config.ts", "../../../bot/thing.ts"].flatMap((from) =>
    ["broken.ts", "broken.test.ts"].map((file) => ({
      rule: `infra/local agrees with none of our mistakes: no ${from} in ${file}`,
      by: imports,
      at: `infra/local/planted/${file}`,
      broken: value(from),
      clean: value("node:fs"),
    })),
  ),
  ...["tab", "bot", "infra"].flatMap((face) =>
    ["api", "api/operations", "api/graph", "api/records", "api/identity", "api/keys"].map((at) => ({
      rule: `${at} knows nothing of ${face}/`,
      by: imports,
      at: `${at}/broken.ts`,
      broken: value(`../${at.includes("/") ? "../" : ""}${face}/thing.ts`),
      clean: value("./thing.ts"),
    })),
  ),
];

const outsideConfig = (at: string): readonly Violation[] => [
  {
    rule: `${at} reads no environment`,
    by: "lint/style/noProcessEnv",
    at: `${at}/broken.ts`,
    broken: constant("process.env.PORT"),
    clean: constant("config.port"),
  },
  {
    rule: `${at} prints nothing`,
    by: "lint/suspicious/noConsole",
    at: `${at}/broken.ts`,
    broken: 'console.log("here");\n',
    clean: 'log("here");\n',
  },
];

const manners: readonly Violation[] = [
  ...["api/operations", "api/graph", "bot", "tab", "infra/local/graph", "infra/demo"].flatMap(outsideConfig),
  {
    rule: "nothing is exported by default",
    by: "lint/style/noDefaultExport",
    at: "api/broken.ts",
    broken: "export default 1;\n",
    clean: constant("1"),
  },
  {
    rule: "there are no enums",
    by: "lint/style/noEnum",
    at: "api/broken.ts",
    broken: "export enum Used {\n  One,\n}\n",
    clean: constant('["one"] as const'),
  },
  {
    rule: "nothing is any",
    by: "lint/suspicious/noExplicitAny",
    at: "bot/broken.ts",
    broken: constant("(x: any) => x"),
    clean: constant("(x: unknown) => x"),
  },
  {
    rule: "nothing is waved through as present",
    by: "lint/style/noNonNullAssertion",
    at: "tab/broken.ts",
    broken: constant("(x?: number) => x!"),
    clean: constant("(x?: number) => x ?? 0"),
  },
  {
    rule: "types are imported as types",
    by: "lint/style/useImportType",
    at: "api/broken.ts",
    broken: 'import { Thing } from "./thing.ts";\n\nexport type Used = Thing;\n',
    clean: type("./thing.ts"),
  },
  {
    rule: "files are named in small words",
    by: "lint/style/useFilenamingConvention",
    at: "api/brokenName.ts",
    broken: constant("1"),
    clean: "",
  },
  {
    rule: "functions end within 60 lines",
    by: "lint/complexity/noExcessiveLinesPerFunction",
    at: "api/broken.ts",
    broken: `export function used() {\n${"  step();\n".repeat(61)}}\n`,
    clean: `export function used() {\n${"  step();\n".repeat(50)}}\n`,
  },
];

/** Every breach there is. */
export const violations: readonly Violation[] = [...domain, ...vendors, ...directions, ...manners];
