import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Started, started } from "../started.testing.ts";

interface Told {
  readonly value: readonly Record<string, unknown>[];
}

let local: Started;
let client: Server;
let address: string;
let list: string;
let told: Told[] = [];
/** How the client answers the handshake, and how often it refuses a notification. */
let greeting: (token: string) => { status?: number; type?: string; text: string };
let refusals = 0;
let count = 0;

beforeAll(async () => {
  local = await started();
  client = createServer(async (request, response) => {
    const token = new URL(request.url ?? "", "http://client").searchParams.get("validationToken");
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    if (token !== null) {
      const { status = 200, type = "text/plain", text } = greeting(token);
      response.writeHead(status, { "content-type": type }).end(text);
      return;
    }
    told.push(JSON.parse(Buffer.concat(chunks).toString()));
    response.writeHead(refusals-- > 0 ? 503 : 202).end();
  });
  await new Promise<void>((resolve) => client.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(client.address() as AddressInfo).port}/told`;
});
afterAll(async () => {
  await local.close();
  client.close();
});
beforeEach(async () => {
  told = [];
  refusals = 0;
  greeting = (text) => ({ text });
  const made = await local.graph("POST", `/sites/${local.siteId}/lists`, { displayName: `Watched ${++count}` });
  list = `sites/${local.siteId}/lists/${made.body.id}`;
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const asked = (more: object = {}) => ({
  changeType: "updated",
  notificationUrl: address,
  resource: list,
  expirationDateTime: inDays(2),
  clientState: "ours",
  ...more,
});
const subscribe = (more: object = {}) => local.graph("POST", "/subscriptions", asked(more));
const add = () => local.graph("POST", `/${list}/items`, { fields: { Title: "x" } });

test("whoever shakes hands is told of changes: that there are some, and to whom it said what", async () => {
  const made = await subscribe();
  expect(made).toMatchObject({
    status: 201,
    body: { resource: list, changeType: "updated", clientState: "ours", notificationUrl: address },
  });
  await add();
  await expect.poll(() => told).toHaveLength(1);
  expect(told[0]?.value).toMatchObject([
    {
      subscriptionId: made.body.id,
      clientState: "ours",
      changeType: "updated",
      resource: list,
      tenantId: local.tenantId,
    },
  ]);
});

test("reading tells nobody, nor does a change elsewhere or one that was refused", async () => {
  await subscribe();
  await local.graph("GET", `/${list}/items`);
  await local.graph("POST", `/sites/${local.siteId}/lists/Documents/items`, { fields: {} });
  await local.graph("PATCH", `/${list}/items/99/fields`, { Title: "x" });
  const before = told.length;
  await add();
  await expect.poll(() => told.length).toBeGreaterThan(0);
  expect([before, told.length]).toEqual([0, 1]);
});

test("a library is watched by its root", async () => {
  const drive = (await local.graph("GET", `/sites/${local.siteId}/drive`)).body.id;
  const made = await subscribe({ resource: `/drives/${drive}/root` });
  expect(made.status).toBe(201);
  await local.graph("PUT", `/drives/${drive}/root:/a.txt:/content`, new TextEncoder().encode("a"));
  await expect.poll(() => told.length).toBeGreaterThan(0);
  expect(told[0]?.value[0]).toMatchObject({ subscriptionId: made.body.id });
});

describe("refused is", () => {
  test.each([
    ["a handshake that echoes something else", () => ({ text: "something else" })],
    ["a handshake as a page", (text: string) => ({ type: "text/html", text })],
    ["a handshake with another status", (text: string) => ({ status: 202, text })],
  ])("%s", async (_, answer) => {
    greeting = answer;
    const refused = await subscribe();
    expect(refused).toMatchObject({ status: 400, body: { error: { code: "ValidationError" } } });
    expect(
      (await local.graph("GET", "/subscriptions")).body.value.map(({ resource }: { resource: string }) => resource),
    ).not.toContain(list);
  });

  test.each([
    ["a change type lists do not have", { changeType: "created,updated" }, 400],
    ["more than 42,300 minutes", { expirationDateTime: inDays(30) }, 400],
    ["an end in the past", { expirationDateTime: inDays(-1) }, 400],
    ["an address that is not this machine's", { notificationUrl: "https://example.com/told" }, 400],
    ["no address", { notificationUrl: undefined }, 400],
    ["a list that is not there", { resource: "sites/root/lists/nowhere" }, 404],
    ["a resource that is not served", { resource: "me/messages" }, 501],
  ])("%s", async (_, more, status) => {
    expect((await subscribe(more)).status).toBe(status);
  });
});

test("a subscription is read, kept up, reauthorized and ended", async () => {
  const { id } = (await subscribe()).body;
  const one = `/subscriptions/${id}`;
  expect((await local.graph("GET", one)).body).toMatchObject({ id, resource: list });
  const later = inDays(3);
  expect((await local.graph("PATCH", one, { expirationDateTime: later })).body.expirationDateTime).toBe(later);
  expect((await local.graph("PATCH", one, { expirationDateTime: inDays(40) })).status).toBe(400);
  expect((await local.graph("POST", `${one}/reauthorize`)).status).toBe(204);
  expect((await local.graph("DELETE", one)).status).toBe(204);
  expect(await local.graph("GET", one)).toMatchObject({ status: 404, body: { error: { code: "ResourceNotFound" } } });
  await add();
  expect(told).toEqual([]);
});

test("one that does not answer is told again, a few times", async () => {
  refusals = 1;
  await subscribe();
  await add();
  await expect.poll(() => told.length, { timeout: 5000 }).toBe(2);
});
