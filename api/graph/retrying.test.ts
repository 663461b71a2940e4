import { Client, type Context, GraphError } from "@microsoft/microsoft-graph-client";
import { describe, expect, it } from "vitest";
import { onErrand } from "../errand.ts";
import { LongWait, statusOf, unavailable } from "./graph-error.ts";
import { noLimit, RequestBudget, usualBudget } from "./request-budget.ts";
import { Retrying, type Tried } from "./retrying.ts";
import { virtualPace } from "./virtual-pace.testing.ts";

const cut = new TypeError("fetch failed", { cause: new Error("socket hang up") });
const failure =
  (status: number, headers: Record<string, string> = {}) =>
  () =>
    Response.json(
      {
        error: { code: "busy", message: "Busy", innerError: { "request-id": "graph-1", date: "2026-10-12T08:00:00" } },
      },
      { status, headers },
    );
const fine = () => Response.json({ fine: true });

/** A Graph that gives these answers, one after the other, and then goes on with the last. */
function graph(answers: readonly (() => Response)[], limits = noLimit) {
  const pace = virtualPace();
  const calls: { at: number; headers: Headers }[] = [];
  const tried: Tried[] = [];
  const retrying = new Retrying(pace, new RequestBudget(pace, limits), (one) => tried.push(one));
  retrying.setNext({
    async execute(context: Context) {
      calls.push({ at: pace.now(), headers: new Headers(context.options?.headers as HeadersInit) });
      const answer = answers[Math.min(calls.length, answers.length) - 1];
      context.response = answer?.() ?? fine();
    },
  });
  return { client: Client.initWithMiddleware({ middleware: retrying }), calls, tried, pace };
}
const dead = () => {
  throw cut;
};

describe("a call to Graph", () => {
  it.each([
    ["a read", 429, "get", 2],
    ["a read", 503, "get", 2],
    ["a read", 504, "get", 2],
    ["a change under a condition", 504, "patch", 2],
    ["a create", 429, "post", 2],
    ["a create", 503, "post", 1],
    ["a create", 504, "post", 1],
    ["a read", 404, "get", 1],
    ["a change", 412, "patch", 1],
  ] as const)("sends %s answered %i by %s so many times: %#", async (_, status, verb, times) => {
    const { client, calls } = graph([failure(status), fine]);
    await client
      .api("/sites/a/lists/b/items/1")
      [verb]({ fields: {} })
      .catch(() => undefined);
    expect(calls).toHaveLength(times);
  });

  it("sends a read again after a lost connection, and a create never", async () => {
    const read = graph([dead, fine]);
    expect(await read.client.api("/sites/a").get()).toEqual({ fine: true });
    const create = graph([dead, fine]);
    await expect(create.client.api("/sites/a/lists/b/items").post({})).rejects.toSatisfy((e) => statusOf(e) === 0);
    expect(create.calls).toHaveLength(1);
  });

  it("sends a slice of an upload again when it was refused, and asks first when its answer was lost", async () => {
    const slice = (client: Client) =>
      client
        .api("https://meadowbank.sharepoint.com/up/1")
        .header("content-type", "application/octet-stream")
        .header("Content-Range", "bytes 0-2/3")
        .put(new Uint8Array(3));
    const refused = graph([failure(503, { "retry-after": "3" }), fine]);
    await slice(refused.client);
    expect(refused.calls.map(({ at }) => at)).toEqual([0, 3_000]);
    const lost = graph([dead, fine]);
    await expect(slice(lost.client)).rejects.toSatisfy((error) => statusOf(error) === 0);
  });

  it("waits as long as Retry-After says, and holds every other call of the process back after a 429", async () => {
    const { client, calls } = graph([failure(429, { "retry-after": "17" }), fine]);
    await Promise.all([client.api("/sites/a").get(), client.api("/sites/b").get()]);
    expect(calls.map(({ at }) => at)).toEqual([0, 0, 17_000]);
    await client.api("/sites/c").get();
    expect(calls.at(-1)?.at).toBe(17_000);
  });

  it("waits longer each time when nothing is said", async () => {
    const { client, calls } = graph([failure(503), failure(503), failure(503), failure(503), fine]);
    await client.api("/sites/a").get();
    const waits = calls.slice(1).map(({ at }, before) => at - (calls[before]?.at ?? 0));
    expect(waits.map((wait, n) => wait >= 250 * 2 ** n && wait < 500 * 2 ** n)).toEqual([true, true, true, true]);
  });

  it("gives up on a person sooner than on work nobody waits for, and says when to come back", async () => {
    const slow = () => graph([failure(429, { "retry-after": "45" }), fine]);
    const [forPerson, behind] = [slow(), slow()];
    const refused = onErrand({ person: "amal" }, () => forPerson.client.api("/sites/a").get());
    const error = await refused.then(undefined, (reason: unknown) => unavailable("read row", reason));
    expect(error.facts).toMatchObject({ retryAfter: 45, code: "busy", request: "graph-1" });
    expect(error.message).toMatch(/try again in 45 seconds/);
    expect(await behind.client.api("/sites/a").get()).toEqual({ fine: true });
  });

  it("tells a person at once when their share of the minute is used up", async () => {
    const { client, calls } = graph([fine], { ...usualBudget, unitsPerMinute: 8 });
    const once = () => onErrand({ person: "amal" }, () => client.api("/sites/a/lists/b/items").post({}));
    await once();
    await expect(once()).rejects.toBeInstanceOf(LongWait);
    expect(calls).toHaveLength(1);
  });

  it("has an id of its own at every try, and the trace of the request it is for", async () => {
    const { client, calls, tried } = graph([failure(503), fine]);
    await onErrand({ reference: "r-12345678" }, () => client.api("/sites/a").get());
    await onErrand({ reference: "r-12345678" }, () => client.api("/sites/b").get());
    await onErrand({ reference: "r-other" }, () => client.api("/sites/b").get());
    const traces = calls.map(
      ({ headers }) => /^00-([0-9a-f]{32})-[0-9a-f]{16}-01$/.exec(headers.get("traceparent") ?? "")?.[1],
    );
    expect(new Set(calls.map(({ headers }) => headers.get("client-request-id"))).size).toBe(4);
    expect(new Set(traces.slice(0, 3)).size).toBe(1);
    expect(traces[3]).not.toBe(traces[0]);
    expect(tried).toEqual([expect.objectContaining({ event: "graph.again", status: 503, reference: "r-12345678" })]);
    expect(tried[0]?.clientRequest).toBe(calls[0]?.headers.get("client-request-id"));
  });

  it("is tried again when the connection is cut in the middle of the answer", async () => {
    const half = () =>
      new Response(
        new ReadableStream({
          start(stream) {
            stream.enqueue(new TextEncoder().encode('{"value":['));
            stream.error(new TypeError("terminated"));
          },
        }),
        { headers: { "content-type": "application/json" } },
      );
    const { client, calls } = graph([half, fine]);
    expect(await client.api("/sites/a").get()).toEqual({ fine: true });
    expect(calls).toHaveLength(2);
  });
});

it("keeps Graph's request id and ours in the error the log gets", async () => {
  const { client } = graph([failure(403, { "client-request-id": "ours-1" })]);
  const refused = await client
    .api("/sites/a")
    .get()
    .catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(GraphError);
  const { facts } = onErrand({ reference: "r-1" }, () => unavailable("read row", refused));
  expect(facts).toEqual({
    doing: "read row",
    status: 403,
    code: "busy",
    request: "graph-1",
    clientRequest: "ours-1",
    errand: "r-1",
  });
});
