import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { columnsOf } from "#api/graph/columns.ts";
import { type GraphClient, graphClient } from "#api/graph/graph-client.ts";
import { LoopbackTransport } from "#api/graph/loopback-transport.ts";
import { localGraphToken } from "#api/identity/graph-token.ts";
import { actions } from "#domain/registers/actions.ts";
import { startLocalMicrosoft365 } from "../../../infra/local/local-microsoft-365.ts";
import { actionFields } from "./many-actions.ts";

const tenant = "11111111-1111-4111-8111-111111111111";
const app = "22222222-2222-4222-8222-222222222222";
const host = "meadowbank.sharepoint.com";
const path = "/sites/line-of-sight";
const secret = "a secret for benchmarks";

export const site = `/sites/${host}:${path}:`;
export const lists: readonly string[] = [0, 1, 2, 3].map((number) => `register-actions-${number}`);

const start = (dataDir: string) =>
  startLocalMicrosoft365({
    port: 0,
    dataDir,
    tenantId: tenant,
    hostname: host,
    sites: [{ path, displayName: "Line of Sight" }],
    users: [],
    apps: [{ id: app, name: "Line of Sight", secret, graphPermissions: ["Sites.FullControl.All"] }],
  });

const clientOf = (url: string): GraphClient =>
  graphClient(localGraphToken(tenant, app, secret, url), new LoopbackTransport(url, host));

/** Four lists of actions in a local SharePoint, so many rows in all. The first of each is made by Graph, the rest after it. */
export async function fillLists(dataDir: string, rows: number): Promise<void> {
  const local = await start(dataDir);
  const client = clientOf(local.url);
  const each = rows / lists.length;
  for (const displayName of lists) {
    const columns = columnsOf(actions).map((column) => ({ ...column, indexed: false, enforceUniqueValues: false }));
    await client.api(`${site}/lists`).post({ displayName, list: { template: "genericList" }, columns });
    await client.api(`${site}/lists/${displayName}/items`).post({ fields: actionFields(0) });
  }
  await local.close();
  const database = new DatabaseSync(join(dataDir, "graph.sqlite"));
  database.exec("BEGIN");
  const firsts = database.prepare("SELECT * FROM items").all() as Record<string, SQLInputValue>[];
  for (const [at, first] of firsts.entries()) repeat(database, first, at * each, each);
  database.prepare("UPDATE meta SET value = ? WHERE key = 'change'").run(String(rows * 2));
  database.exec("COMMIT");
  database.close();
}

function repeat(database: DatabaseSync, first: Record<string, SQLInputValue>, from: number, count: number): void {
  const names = Object.keys(first);
  const insert = database.prepare(
    `INSERT INTO items (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
  );
  for (let number = 1; number < count; number++) {
    const fields = { ...JSON.parse(String(first.fields)), ...actionFields(from + number) };
    const row = {
      ...first,
      id: number + 1,
      guid: randomUUID(),
      fields: JSON.stringify(fields),
      change: from + number + 9,
    };
    insert.run(...names.map((name) => row[name as keyof typeof row] ?? null));
  }
  database.prepare("UPDATE lists SET lastItem = ? WHERE id = ?").run(count, first.listId ?? "");
}

export interface ServedLists {
  readonly client: GraphClient;
  readonly service: ChildProcess;
}

/** Serves them from a process of its own, as they are in life. End it with `service.kill()`. */
export async function serveLists(dataDir: string): Promise<ServedLists> {
  const service = fork(import.meta.filename, [dataDir], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const url = await new Promise<string>((told, failed) => {
    service.once("message", (said) => told(String(said)));
    service.once("exit", (code) => failed(new Error(`The service ended: ${code}.`)));
  });
  const client = clientOf(url);
  await client.api(site).get();
  return { client, service };
}

const [, program, dataDir] = process.argv;
if (process.send && program === import.meta.filename && dataDir) process.send((await start(dataDir)).url);
