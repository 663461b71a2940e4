import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const program = join(import.meta.dirname, "../../infra/local/main.ts");

let dataDir: string;
const running: ChildProcess[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "killed-"));
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
  rmSync(dataDir, { recursive: true, force: true });
});

/** `npm run local:graph` as a process of its own, with the token its own first lines say how to get. */
async function begin() {
  const child = spawn(process.execPath, [program, "--port", "0", "--data", dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  running.push(child);
  let told = "";
  for await (const chunk of child.stdout) {
    told += chunk;
    if (told.includes("demo person")) break;
  }
  const said = (pattern: RegExp) => pattern.exec(told)?.[1] ?? "";
  const url = said(/are at (\S+)/);
  const form = {
    grant_type: said(/grant_type=(\S+)/),
    client_id: said(/client_id=(\S+)/),
    client_secret: said(/client_secret=(\S+)/),
    scope: said(/-d scope=(\S+)/),
  };
  const answer = await fetch(said(/curl -s (\S+)/), { method: "POST", body: new URLSearchParams(form) });
  const { access_token } = (await answer.json()) as { access_token: string };
  const graph = async (method: string, path: string, body?: object) => {
    const headers = { authorization: `Bearer ${access_token}`, "content-type": "application/json" };
    const response = await fetch(`${url}/v1.0${path}`, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return response.json();
  };
  const kill = async () => {
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  return { url, graph, child, kill };
}

const site = "/sites/meadowbank.sharepoint.com:/sites/line-of-sight:";

test("what was acknowledged is there after kill -9, in order and once", async () => {
  const first = await begin();
  await first.graph("POST", `${site}/lists`, { displayName: "rows" });
  const acknowledged: string[] = [];
  const writing = (async () => {
    for (;;) acknowledged.push((await first.graph("POST", `${site}/lists/rows/items`, { fields: { Title: "x" } })).id);
  })().catch(() => "cut off");
  while (acknowledged.length < 25) await new Promise((resolve) => setTimeout(resolve, 5));
  await first.kill();
  expect(await writing).toBe("cut off");

  const second = await begin();
  const { value } = await second.graph("GET", `${site}/lists/rows/items?$top=5000`);
  const ids: string[] = value.map(({ id }: { id: string }) => id);
  expect(ids.slice(0, acknowledged.length)).toEqual(acknowledged);
  // At most the one whose answer was cut off.
  expect(ids.length - acknowledged.length).toBeLessThanOrEqual(1);
});

test.each([
  ["before", 0],
  ["after", 1],
])("killed by its own control %s a commit, it holds %i rows when started again", async (when, rows) => {
  const first = await begin();
  await first.graph("POST", `${site}/lists`, { displayName: "rows" });
  const kill = { pid: first.child.pid, site: "POST /sites/{site-id}/lists/{list-id}/items [rows]", when };
  await fetch(`${first.url}/_control/kill`, { method: "POST", body: JSON.stringify(kill) });
  const gone = once(first.child, "exit");
  await expect(first.graph("POST", `${site}/lists/rows/items`, { fields: { Title: "x" } })).rejects.toThrow();
  expect((await gone)[1]).toBe("SIGKILL");

  const second = await begin();
  expect((await second.graph("GET", `${site}/lists/rows/items`)).value).toHaveLength(rows);
});
