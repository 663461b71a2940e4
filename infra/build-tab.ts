import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, globSync, statSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/** The tab's built files. */
export const tabDir = join(root, "dist", "tab");

/** What the tab is built from, tests aside. */
const sources = ["tab/**/*", "api/domain/**/*.ts", "vite.config.ts", "package-lock.json"];

/** Builds the tab unless it is newer than everything it is made from; building takes a second or two. */
export async function buildTab(): Promise<void> {
  if (isBuilt()) return;
  const build = spawn("vite", ["build", "--logLevel", "warn"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  const [code] = await once(build, "exit");
  if (code !== 0) throw new Error("The tab could not be built.");
}

function isBuilt(): boolean {
  const page = join(tabDir, "index.html");
  if (!existsSync(page)) return false;
  const built = statSync(page).mtimeMs;
  const made = globSync(sources, { cwd: root }).filter((path) => !path.includes(".test."));
  return made.every((path) => statSync(join(root, path)).mtimeMs < built);
}
