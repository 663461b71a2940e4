import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "#api/config.ts";
import { AuditLog } from "#api/graph/audit-log.ts";
import { List, listName } from "#api/graph/list.ts";
import { provision } from "#api/graph/provision.ts";
import { logTo } from "#api/log.ts";
import { localOutside, type Outside } from "#api/outside.ts";
import { auditTrail } from "#domain/registers/audit-trail.ts";
import { everyList } from "#domain/registers/index.ts";
import { themes } from "#domain/registers/themes.ts";
import { type DemoTenant, demoSettings, demoTenant, startDemoTenant } from "../../infra/demo-tenant.ts";

/** Processes are ended (-9) by the local Microsoft 365 at the very call, and others begin after them. */
let dataDir: string;
let tenant: DemoTenant;
let settings: Readonly<Record<string, string>>;
let trail: List;
const site = `/sites/${demoTenant.host}:${demoTenant.path}:`;
const act = { by: "system", did: "theme.add" } as const;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "left-out-"));
  tenant = await startDemoTenant(dataDir);
  await provision(tenant.provisioning, site, everyList);
  settings = { ...demoSettings(tenant.local, tenant.secret), DATA_DIR: dataDir, PORT: "0" };
  trail = new List(tenant.provisioning, site, listName(auditTrail));
});
afterAll(async () => {
  await tenant?.local.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A process that begins at this moment. */
async function begin(instance: string, clock?: () => string): Promise<Outside> {
  const config = readConfig({ ...settings, INSTANCE: instance });
  if ("problems" in config || !config.local) throw new Error("The settings are incomplete.");
  return localOutside({ ...config, local: config.local }, logTo("silent"), clock ? { clock } : {});
}

const control = (path: string, body?: object) =>
  fetch(`${tenant.local.url}/_control/${path}`, {
    method: body ? "POST" : "DELETE",
    ...(body && { body: JSON.stringify(body) }),
  });

const eventsOf = async (key: string) =>
  (await trail.changes()).items.filter(({ fields }) => fields.rowKey === key).map(({ fields }) => fields);

describe("a process ended between a row and its audit event", () => {
  it.each([
    { when: "before", events: 1 },
    { when: "after", events: 2 },
  ])(
    "($when the event was kept) leaves one event, added days later by whoever begins then",
    async ({ when, events }) => {
      const key = `theme-cut-off-${when}`;
      const first = await begin("first");
      const name = "Late visits";
      const answers = {
        name,
        category: "late-visits",
        proposedBy: "leadership",
        firstSeen: "2026-10-01",
        status: "open",
      };
      await first.store.add(themes, key, answers as never, act);
      const child = spawn(process.execPath, ["test/support/one-change.ts", key], {
        env: { PATH: process.env.PATH, ...settings, INSTANCE: "ended" },
        stdio: "ignore",
      });
      const call = "POST /sites/{site-id}/lists/{list-id}/items [register-audit-trail]";
      await control("kill", { pid: child.pid, site: call, when });
      expect((await once(child, "exit"))[1]).toBe("SIGKILL");
      expect(await eventsOf(key)).toHaveLength(events);

      const aWeekLater = new Date(Date.parse(first.clock()) + 7 * 86_400_000).toISOString();
      const next = await begin("next", () => aWeekLater);
      await next.sharePoint.sweep();
      await next.sharePoint.sweep();
      const told = await eventsOf(key);
      expect(told.map(({ did }) => did)).toEqual(["theme.add", "theme.rename"]);
      expect(told.map(({ key: event }) => event)).toContain(next.store.one(themes, key)?.auditEvent);
      expect(next.sharePoint.auditFaults()).toEqual([]);
    },
  );

  it("costs the sweeps after the first no reading of the whole trail", async () => {
    const sweeping = await begin("sweeping");
    await sweeping.sharePoint.sweep();
    await control("calls");
    await sweeping.sharePoint.sweep();
    const { calls } = (await (await fetch(`${tenant.local.url}/_control/calls`)).json()) as {
      calls: readonly { readonly site: string; readonly count: number }[];
    };
    const reads = calls.filter(({ site }) => site.includes("[register-audit-trail]"));
    expect(reads).toEqual([
      { site: "GET /sites/{site-id}/lists/{list-id}/items/delta [register-audit-trail]", count: 1 },
    ]);
  });
});

describe("an event whose answer was lost", () => {
  const facts = (key: string) => ({
    ...{ key, at: "2026-10-12T08:00:00Z", actor: "system", did: "theme.edit", register: "themes", rowKey: "a" },
    ...{ rowEtag: "1", payloadHash: "0".repeat(64) },
  });
  /** A list that loses answers: `kept` before the answer is lost, and lost again when asked. */
  const losing = (kept: boolean) => {
    const rows: Record<string, unknown>[] = [];
    let losses = 2;
    const lose = () => {
      losses -= 1;
      throw new Error("cut off");
    };
    return {
      rows,
      create: async (fields: Record<string, unknown>) => {
        if (losses <= 0 || kept) rows.push(fields);
        if (losses > 0) lose();
        return { fields };
      },
      byKey: async (key: string) => {
        if (losses > 0) lose();
        const fields = rows.find((row) => row.key === key);
        return fields && { fields };
      },
    };
  };

  it.each([true, false])("keeps its place, so that no two events share one (it was kept: %s)", async (kept) => {
    const list = losing(kept);
    const log = new AuditLog(list as unknown as List, "chain");
    await expect(log.append(facts("one"))).rejects.toThrow("cut off");
    await log.append(facts("two"));
    await log.append(facts("three"));
    const placed = new Map(list.rows.map(({ key, sequence }) => [key, sequence]));
    expect([...placed]).toEqual([
      ["one", 0],
      ["two", 1],
      ["three", 2],
    ]);
  });
});
