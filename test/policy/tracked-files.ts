import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

export interface TrackedFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

const binary = /\.(?:png|ico|woff2|pdf|zip|xlsx|docx|parquet)$/;

/** Every text file under version control, as it stands. */
export function trackedFiles(): readonly TrackedFile[] {
  const { stdout, status } = spawnSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error("The policy tests read the files Git tracks: run them in a clone.");
  return stdout
    .split("\0")
    .filter((path) => path !== "" && !binary.test(path) && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

/** `path:line` of every line that breaks a rule. */
export const linesThat = (breaks: RegExp, files: readonly TrackedFile[]): readonly string[] =>
  files.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, index) => (breaks.test(line) ? [`${path}:${index + 1}`] : [])),
  );
