import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoAsOf } from "../../infra/demo/as-of.ts";
import { writeExports } from "../../infra/demo/exports/write-exports.ts";

interface Exports {
  readonly dir: string;
  remove(): void;
}

/** The demo provider's exports with the quarter's visits alone, in a folder of their own. */
export async function quarterOfExports(scale = 1): Promise<Exports> {
  const dir = mkdtempSync(join(tmpdir(), "line-of-sight-exports-"));
  await writeExports({ out: dir, seed: 1, scale, asOf: demoAsOf, oneFile: false });
  const before = /-(2025-\d\d|2026-0[1-6])\.csv$/;
  for (const name of readdirSync(dir)) if (before.test(name)) rmSync(join(dir, name));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/**
 * The shortest whole cycle there is: few people, nothing from before the quarter in any file, and the quarter's visits in
 * one file of each kind.
 */
export async function quarterAlone(): Promise<Exports> {
  const exports = await quarterOfExports(0.3);
  const named = (name: RegExp) => readdirSync(exports.dir).filter((file) => name.test(file));
  for (const kind of ["access-adult-visits", "planned-visits"])
    intoOne(
      join(exports.dir, `${kind}.csv`),
      named(new RegExp(`^${kind}-`)).map((file) => join(exports.dir, file)),
    );
  for (const file of named(/^(?!packages|.*-visits).*\.csv$/)) leaveOut(join(exports.dir, file), isBefore);
  return exports;
}

function intoOne(path: string, files: readonly string[]): void {
  const [heading = ""] = readFileSync(files[0] ?? "", "utf8").split("\r\n");
  const below = files.map((file) => readFileSync(file, "utf8").slice(heading.length + 2));
  for (const file of files) rmSync(file);
  writeFileSync(path, [heading, below.join("")].join("\r\n"));
}

/** A line tells of the first day in it, `31/03/2026` or `2026-03-31`. */
const isBefore = (line: string): boolean =>
  /^[^/]*?\b(\d\d\/(0[1-6]\/2026|\d\d\/2025)|2026-0[1-6]-\d\d|2025-\d\d-\d\d)/.test(line);

function leaveOut(path: string, unwanted: (line: string) => boolean): void {
  const lines = readFileSync(path, "utf8").split("\n");
  writeFileSync(path, lines.filter((line) => !unwanted(line)).join("\n"));
}
