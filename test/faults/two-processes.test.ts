import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "#api/config.ts";
import { provision } from "#api/graph/provision.ts";
import { logTo } from "#api/log.ts";
import { localOutside, type Outside } from "#api/outside.ts";
import { reminderKey } from "#domain/actions/due-reminders.ts";
import { actions } from "#domain/registers/actions.ts";
import { everyList } from "#domain/registers/index.ts";
import { outbox } from "#domain/registers/outbox.ts";
import { buildTab } from "../../infra/build-tab.ts";
import { seed } from "../../infra/demo/organisation.ts";
import { demoId, demoPeople } from "../../infra/demo/people.ts";
import { type DemoTenant, demoSettings, demoTenant, startDemoTenant } from "../../infra/demo-tenant.ts";
import { channelUser } from "../../infra/playground/agents-playground.ts";
import { tokenFor } from "../support/demo.ts";
import { type OurProcess, startProcess } from "../support/our-process.ts";
import { openPlayground, type Playground, type Shown } from "../support/playground.ts";

/**
 * Two processes of the product over one SharePoint, Microsoft's own client before the first. Both are killed in the middle
 * of sending a reminder, and both are started again.
 */
let dataDir: string;
let tenant: DemoTenant;
let settings: Readonly<Record<string, string>>;
let ports: readonly number[];
let running: readonly OurProcess[] = [];
let playground: Playground;
/** Reads and writes the same SharePoint as a third process would; it sends nothing. */
let onlooker: Outside;

const craig = demoId(10);
const administrator = demoId(24);
const site = "PATCH /sites/{site-id}/lists/{list-id}/items/{item-id}/fields [register-outbox]";

/** Two that are overdue from the start, three that the test makes overdue, and one when all is over. */
const fromTheStart = ["action-sg-birchwood-documents", "action-birchwood-travel-time"];
const afterwards = "action-sg-birchwood-handover";
const fault = [
  { stopped: "after it was claimed", when: "after", state: "claimed", key: "action-birchwood-recruitment" },
  { stopped: "as it began to be sent", when: "after", state: "sending", key: "action-birchwood-continuity" },
  { stopped: "before it was noted as sent", when: "before", state: "sent", key: "action-birchwood-late-calls" },
] as const;
const left = {
  "action-birchwood-recruitment": { arrived: 1, state: "sent", attempts: 2 },
  "action-birchwood-continuity": { arrived: 0, state: "unknown", attempts: 1 },
  "action-birchwood-late-calls": { arrived: 1, state: "unknown", attempts: 1 },
};

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "line-of-sight-two-"));
  [tenant, ports] = await Promise.all([startDemoTenant(dataDir), freePorts(2), buildTab()]);
  await provision(tenant.provisioning, `/sites/${demoTenant.host}:${demoTenant.path}:`, everyList);
  settings = { ...demoSettings(tenant.local, tenant.secret), DATA_DIR: dataDir };
  const config = readConfig({ ...settings, INSTANCE: "onlooker" });
  if ("problems" in config || !config.local) throw new Error("The demo's settings are incomplete.");
  onlooker = await localOutside({ ...config, local: config.local }, logTo("silent"));
  await seed(onlooker.store, onlooker.engine.name);
  const others = [6, 7, 9, 19, 11].map((number) => personOf(demoId(number)));
  [playground] = await Promise.all([
    openPlayground({
      bot: `http://127.0.0.1:${ports[0]}/api/messages`,
      botId: demoTenant.bot,
      tenantId: demoTenant.tenant,
      me: personOf(craig),
      others,
    }),
    startBoth(),
  ]);
}, 60_000);

afterAll(async () => {
  await Promise.all(running.map((each) => each.kill()));
  await playground?.close();
  await tenant?.local.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function startBoth() {
  const started = await Promise.allSettled(
    ports.map((port, at) =>
      startProcess({
        ...settings,
        PORT: String(port),
        INSTANCE: `process-${at}`,
        NODE_COMPILE_CACHE: join(dataDir, "compiled"),
      }),
    ),
  );
  running = started.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  for (const each of started) if (each.status === "rejected") throw each.reason;
}

/** Ports nobody has at the moment: the Playground must know the first one before anything listens there. */
async function freePorts(wanted: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: wanted }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      return server;
    }),
  );
  return Promise.all(
    servers.map(async (server) => {
      const address = server.address();
      await new Promise((resolve) => server.close(resolve));
      return typeof address === "object" && address ? address.port : 0;
    }),
  );
}

const personOf = (id: string) => {
  const found = demoPeople.find((each) => each.id === id);
  if (!found) throw new Error(`${id} is not a demo person.`);
  return found;
};

const control = (path: string, body: object) =>
  fetch(`${tenant.local.url}/_control/${path}`, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });

const actionOf = async (key: string) => {
  const row = await onlooker.store.fresh(actions, key);
  if (!row) throw new Error(`There is no action ${key}.`);
  return row;
};

/** Overdue for two working days: the owner is told, and nobody else yet. */
async function makeOverdue(key: string) {
  const { etag } = await actionOf(key);
  const changes = { deadline: "2026-10-08", owner: craig, status: "open" } as const;
  await onlooker.store.change(actions, key, etag, changes, { by: "system", did: "test.move" });
}

const messageAbout = async (key: string) => onlooker.store.fresh(outbox, reminderKey(await actionOf(key)));

/** The reminder cards about this action that Microsoft's client has taken. */
async function cardsAbout(key: string): Promise<readonly Shown[]> {
  const { action } = await actionOf(key);
  return playground
    .shown()
    .filter(({ update, summary }) => !update && summary?.startsWith("An action of yours was due"))
    .filter(({ card }) => JSON.stringify(card).includes(action));
}

const settled = (key: string) =>
  expect
    .poll(async () => (await messageAbout(key))?.state, { timeout: 40_000, interval: 200 })
    .toMatch(/^(sent|unknown)$/);

/** Nobody's message is on its way, so that the next one is the test's own. */
const quiet = () =>
  expect
    .poll(
      async () => {
        await onlooker.sharePoint.poll();
        return onlooker.store.all(outbox).filter(({ state }) => /^(due|claimed|sending)$/.test(state));
      },
      { timeout: 60_000, interval: 300 },
    )
    .toEqual([]);

/** The clock of both, put on past every lease, as if they had been down that long. */
function minutesPass(minutes: number) {
  const path = join(dataDir, "demo-clock.json");
  const kept = JSON.parse(readFileSync(path, "utf8"));
  const from = new Date(Date.parse(kept.from) + minutes * 60_000).toISOString();
  writeFileSync(path, JSON.stringify({ ...kept, from }));
}

describe("two processes over one SharePoint", () => {
  it("send the owner of each overdue action one card when nothing goes wrong", async () => {
    await playground.say("hello");
    for (const key of fromTheStart) {
      await settled(key);
      expect(await messageAbout(key)).toMatchObject({ state: "sent", to: craig });
      expect(await cardsAbout(key), key).toHaveLength(1);
    }
  }, 40_000);

  it("make one record of four deliveries of one press, and answer all four alike", async () => {
    const key = "action-birchwood-travel-time";
    const [card] = await cardsAbout(key);
    const button = card?.card?.actions.flatMap((each) => [each, ...(each.card?.actions ?? [])]);
    const data = button?.find(({ verb }) => verb === "progress")?.data;
    const linesBefore = (await actionOf(key)).progress?.length ?? 0;
    const press = {
      type: "invoke",
      id: "press-1",
      name: "adaptiveCard/action",
      channelId: "msteams",
      serviceUrl: `${playground.url}/_connector`,
      from: { id: channelUser(craig), name: personOf(craig).name, aadObjectId: craig },
      recipient: { id: `28:${demoTenant.bot}`, name: "Line of Sight" },
      conversation: { id: card?.conversation, conversationType: "personal", tenantId: demoTenant.tenant },
      channelData: { tenant: { id: demoTenant.tenant } },
      value: { action: { type: "Action.Execute", verb: "progress", data: { ...data, text: "Five of seven." } } },
    };
    const answers = await Promise.all(
      [...running, ...running].map(async ({ url }) => {
        const body = JSON.stringify(press);
        const headers = { "content-type": "application/json" };
        const answer = await fetch(`${url}/api/messages`, { method: "POST", headers, body });
        return answer.json();
      }),
    );
    expect(answers).toHaveLength(4);
    expect(JSON.stringify(answers[0])).toContain("You said how far it is.");
    // Each process links to its own address, because on one machine they have no common one.
    const alike = answers.map((answer) => JSON.stringify(answer).replaceAll(/http:..127.0.0.1:\d+/g, "here"));
    expect(new Set(alike).size).toBe(1);
    expect((await actionOf(key)).progress).toHaveLength(linesBefore + 1);
  });
});

describe("both killed with -9 in the middle of sending, and both started again", () => {
  it.each(fault)(
    "lose nothing and repeat nothing knowingly, $stopped",
    async ({ when, state, key }) => {
      const [first] = running;
      await quiet();
      await control("kill", { pid: first?.pid, site, when, containing: `"state":"${state}"` });
      await makeOverdue(key);
      await first?.gone;
      await Promise.all(running.map((each) => each.kill()));
      expect(["claimed", "sending"]).toContain((await messageAbout(key))?.state);
      minutesPass(3);
      await startBoth();
      await settled(key);
      const { arrived, ...expected } = left[key];
      expect(await messageAbout(key)).toMatchObject(expected);
      expect(await cardsAbout(key)).toHaveLength(arrived);
    },
    150_000,
  );

  it("show an administrator what may not have arrived", async () => {
    const token = await tokenFor(tenant.local.url, administrator);
    const answer = await fetch(`${running[1]?.url}/api/v1/home`, { headers: { authorization: `Bearer ${token}` } });
    const { items } = await answer.json();
    await onlooker.sharePoint.poll();
    const stuck = onlooker.store.all(outbox).filter(({ state }) => state === "unknown" || state === "unreachable");
    expect(stuck.filter(({ state, to }) => state === "unknown" && to === craig)).toHaveLength(2);
    const told = items.find(({ kind }: { kind: string }) => kind === "messages");
    expect(told?.title).toContain(String(new Set(stuck.map(({ to, conversation }) => to ?? conversation)).size));
  });

  it("still send the next one once, and have sent no card twice", async () => {
    await makeOverdue(afterwards);
    await settled(afterwards);
    expect(await messageAbout(afterwards)).toMatchObject({ state: "sent", attempts: 1 });
    expect(await cardsAbout(afterwards)).toHaveLength(1);
    for (const key of fromTheStart) expect(await cardsAbout(key), key).toHaveLength(1);
    for (const { key } of fault) expect(await cardsAbout(key), key).toHaveLength(left[key].arrived);
  }, 60_000);
});
