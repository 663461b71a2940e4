import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Context, Middleware } from "@microsoft/microsoft-graph-client";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { everyPage } from "#api/graph/every-page.ts";
import { type GraphClient, graphClient } from "#api/graph/graph-client.ts";
import { listName } from "#api/graph/list.ts";
import { LoopbackTransport } from "#api/graph/loopback-transport.ts";
import { everyLibrary, provision, siteDifference } from "#api/graph/provision.ts";
import { schemaVersion, schemaVersions } from "#api/graph/schema-version.ts";
import { localGraphToken } from "#api/identity/graph-token.ts";
import type { Register } from "#domain/register/register.ts";
import { everyList } from "#domain/registers/index.ts";
import { type DemoTenant, demoSettings, demoTenant, startDemoTenant } from "../../infra/demo-tenant.ts";

const site = `/sites/${demoTenant.host}:${demoTenant.path}:`;
let folder: string;
let tenant: DemoTenant;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "line-of-sight-provision-"));
  tenant = await startDemoTenant(join(folder, "tenant"));
});
afterAll(async () => {
  await tenant.local.close();
  rmSync(folder, { recursive: true, force: true });
});

const control = (path: string, body: object = {}) =>
  fetch(`${tenant.local.url}/_control/${path}`, { method: "POST", body: JSON.stringify(body) });
beforeEach(() => control("reset"));

/** A network that ends at a write, before it is sent or after it was done, and for everything after, as a process does. */
class EndsAt implements Middleware {
  readonly #through: Middleware;
  readonly #when: "before" | "after";
  #left: number;

  constructor(through: Middleware, write: number, when: "before" | "after") {
    this.#through = through;
    this.#left = write;
    this.#when = when;
  }

  async execute(context: Context): Promise<void> {
    if (this.#left === 0) throw new Ended();
    if ((context.options?.method ?? "GET") !== "GET") this.#left -= 1;
    if (this.#left === 0 && this.#when === "before") throw new Ended();
    await this.#through.execute(context);
    if (this.#left === 0) throw new Ended();
  }
}
class Ended extends Error {}

function endingClient(write: number, when: "before" | "after"): GraphClient {
  const { tenant: id, provisioner, host } = demoTenant;
  const token = localGraphToken(id, provisioner, tenant.secret, tenant.local.url);
  const pace = { now: () => 0, wait: async () => undefined };
  return graphClient(token, new EndsAt(new LoopbackTransport(tenant.local.url, host), write, when), { pace });
}

const isReady = async (registers: readonly Register[]) =>
  (await schemaVersions(tenant.provisioning, site)).versions.includes(schemaVersion(registers));

/** Ends a run at its next write, before and after it is done, until a run comes to its end. Answers how many were ended. */
async function endAtEachWrite(registers: readonly Register[]): Promise<number> {
  for (let ended = 0; ; ended++) {
    for (const when of ["before", "after"] as const) {
      const finished = await provision(endingClient(1, when), site, registers).then(
        () => true,
        () => false,
      );
      if (finished) return ended;
    }
    // Only the very last write says that the site is ready.
    const { lacking } = await siteDifference(tenant.provisioning, site, registers);
    if (lacking.length > 0) expect(await isReady(registers)).toBe(false);
  }
}

async function expectOnceEach(registers: readonly Register[]): Promise<void> {
  const lists = await everyPage<{ displayName: string; columns: { name: string; displayName: string }[] }>(
    tenant.provisioning,
    `${site}/lists?$expand=columns`,
  );
  const names = lists.map(({ displayName }) => displayName);
  expect(names.toSorted()).toEqual([...registers.map(listName), ...everyLibrary, "Documents"].toSorted());
  for (const { displayName, columns } of lists) {
    const labels = columns.map(({ name }) => name.toLowerCase());
    expect(new Set(labels).size, displayName).toBe(labels.length);
  }
  expect(await isReady(registers)).toBe(true);
  expect(await siteDifference(tenant.provisioning, site, registers)).toEqual({ lacking: [], drift: [], ready: true });
}

/** All registers are made alike; the command below makes all of them. */
const some = everyList.slice(0, 8);

/** Some registers as an earlier release had them: two fewer, and each of the others without its last column. */
const earlier: readonly Register[] = some.slice(2).map((register) => ({
  ...register,
  fields: Object.fromEntries(Object.entries(register.fields).slice(0, -1)),
}));

describe("provisioning, ended at each of its writes in turn, before and after the commit", () => {
  it("leaves every list, column and library once, and says last that the site is ready", async () => {
    expect(await endAtEachWrite(some)).toBe(some.length + everyLibrary.length + 1);
    await expectOnceEach(some);
  }, 60_000);

  it("adds what a new release needs to the site of an earlier one", async () => {
    await provision(tenant.provisioning, site, earlier);
    expect(await endAtEachWrite(some)).toBe(2 + earlier.length + 1);
    await expectOnceEach(some);
    expect(await isReady(earlier), "the earlier release goes on beside it").toBe(true);
  }, 60_000);
});

describe("npm run provision, killed with -9", () => {
  const run = async (kill?: object) => {
    const child = spawn("sh", ["-c", "read _ && exec node infra/provision.ts"], {
      env: {
        ...process.env,
        ...demoSettings(tenant.local, tenant.secret),
        PROVISIONER_ID: demoTenant.provisioner,
        DATA_DIR: join(folder, "data"),
      },
      stdio: ["pipe", "ignore", "inherit"],
    });
    const ended = new Promise<string>((resolve) => {
      child.on("exit", (code, signal) => resolve(signal ?? `exit ${code}`));
    });
    if (kill) await control("kill", { pid: child.pid, ...kill });
    child.stdin.end("go\n");
    return ended;
  };

  it("goes on where it was, whether in the middle or at the last write", async () => {
    const lists = "POST /sites/{site-id}/lists";
    const last = "PUT /drives/{drive-id}/root:/{item-path}:/content [Governance file]";
    expect(await run({ site: lists, when: "before", occurrence: 3 })).toBe("SIGKILL");
    expect(await run({ site: lists, when: "after", occurrence: 20 })).toBe("SIGKILL");
    expect(await run({ site: last, when: "before" })).toBe("SIGKILL");
    expect(await isReady(everyList)).toBe(false);
    expect(await run()).toBe("exit 0");
    await expectOnceEach(everyList);
  }, 60_000);
});
