import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";

export interface TabFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** Named after its content, so that it may be kept for ever. */
  readonly lasting: boolean;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".json": "application/json",
};

/**
 * The tab's built files. A path without an extension is one of the tab's own addresses and gets the page itself;
 * undefined for a file that is not there.
 */
export async function tabFile(dir: string, path: string): Promise<TabFile | undefined> {
  const safe = normalize(`/${path}`).replaceAll("..", "");
  const name = extname(safe) === "" ? `${sep}index.html` : safe;
  const type = types[extname(name)];
  if (!type) return undefined;
  try {
    return { bytes: await readFile(join(dir, name)), type, lasting: name.startsWith(`${sep}assets${sep}`) };
  } catch {
    return undefined;
  }
}
