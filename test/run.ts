import { spawnSync } from "node:child_process";
import { chromium } from "./support/chromium.ts";

/** `npm test`: lint, types, then every test, browser tests included. Any words given are passed on to Vitest. */
function step(command: string, ...words: string[]) {
  const { status } = spawnSync(command, words, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

chromium();
step("biome", "check", "--error-on-warnings", ".");
step("node", "test/types.ts");
// Once for all: many tests serve the tab, and two builds at a time would be in each other's way.
step("vite", "build", "--logLevel", "warn");
step("vitest", "run", ...process.argv.slice(2));
