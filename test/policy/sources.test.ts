import { describe, expect, test } from "vitest";
import { linesThat, trackedFiles } from "./tracked-files.ts";

const files = trackedFiles();
const code = files.filter(({ path }) => /\.tsx?$/.test(path));
const locked = "package-lock.json";

/** Shapes of things that open something. The second word is an example, in pieces so that it is not one itself. */
const secrets: readonly (readonly [string, RegExp, readonly string[]])[] = [
  ["a private key", /-----BEGIN [A-Z ]*PRIVATE KEY-----/, ["-----BEGIN RSA ", "PRIVATE KEY-----"]],
  [
    "a signed token",
    /eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/,
    ["eyJhbGciOiJSUzI1", ".eyJzdWIiOiIxMjM0", ".c2lnbmF0dXJl"],
  ],
  ["a client secret of Entra", /[\w~.-]{3}8Q~[\w~.-]{31,34}/, ["abc8Q~", "d".repeat(34)]],
  ["a storage key", /AccountKey=[\w+/=]{40,}/, ["AccountKey=", "k".repeat(44)]],
  ["a token of GitHub", /gh[pousr]_\w{36}/, ["ghp_", "a".repeat(36)]],
  ["a token of npm", /npm_\w{36}/, ["npm_", "a".repeat(36)]],
  ["a key of AWS", /AKIA[0-9A-Z]{16}/, ["AKIA", "A".repeat(16)]],
  ["a password in an address", /https?:\/\/[^\s/:@"'`$]+:[^\s/@"'`$]+@/, ["https://me:", "word@example.org"]],
];

/** Tests that feed us addresses nobody should trust. */
const hostile = new Set(["bot/service-url.test.ts"]);

describe("no file holds", () => {
  test.for(secrets)("%s", ([, shape, pieces]) => {
    expect(pieces.join("")).toMatch(shape);
    expect(linesThat(shape, files).filter((line) => !hostile.has(line.split(":")[0] ?? ""))).toEqual([]);
  });

  test("a path of the machine it was written on", () => {
    const machine = /(?:^|["'`\s(=:])\/(?:work|tmp|root|home\/\w+|Users\/\w+)\//;
    expect("cd /" + "work/main").toMatch(machine);
    expect(linesThat(machine, files)).toEqual([]);
  });

  test("a note of work left undone", () => {
    const undone = /\b(?:TO[D]O|FIX[M]E|HAC[K])\b/;
    expect(
      linesThat(
        undone,
        files.filter(({ path }) => path !== locked),
      ),
    ).toEqual([]);
  });
});

test("no test is skipped, or runs alone", () => {
  const quiet = /\b(?:it|test|describe)\.(?:skip|only|todo|fails|skipIf|runIf)\b|\bx(?:it|describe)\(/;
  expect(["it", "skip(() => {})"].join(".")).toMatch(quiet);
  expect(linesThat(quiet, code)).toEqual([]);
});

/** Lines a file may have. A test that is one long table may be longer than the code it holds to it. */
const MOST = { code: 250, tests: 400 };

/** Files that may be longer, each with the reason. */
const longer: Readonly<Record<string, string>> = {
  "test/support/sample-pack.ts": "sample data: one whole pack",
};

const isTest = (path: string) => path.startsWith("test/") || /\.test\.tsx?$/.test(path);

test("no file outgrows one concept, but for those with a reason", () => {
  const long = code.filter(({ path, text }) => text.split("\n").length - 1 > (isTest(path) ? MOST.tests : MOST.code));
  expect(long.map(({ path }) => path).filter((path) => !(path in longer))).toEqual([]);
});
