import { connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { operations } from "#api/operations/index.ts";
import type { Operation } from "#api/operations/operation.ts";
import { rateLimit } from "#api/rate-limit.ts";
import { registers } from "#domain/registers/index.ts";
import { demoPeople } from "../../infra/demo/people.ts";
import { type Demo, startDemo } from "../support/demo.ts";
import { type Raw, type RawAnswer, sendRaw } from "../support/send-raw.ts";

let demo: Demo;
const tokens = new Map<string, string>();
beforeAll(async () => {
  const none = Number.MAX_SAFE_INTEGER;
  const limit = rateLimit({ writesAMinute: none, readsAMinute: none, atOnce: none, atOnceOfAll: none });
  demo = await startDemo({ limit });
  for (const { id } of demoPeople) tokens.set(id, await demo.tokenOf(id));
});
afterAll(() => demo.close());

/** Words of ours that get past the first door, so that what comes after it is tried too. */
const plausible = [
  ...registers.map(({ slug }) => slug),
  ..."westshire eastmoor ashdown westshire-2026-q3 westshire-2026-q3-v1 missed-visits approve return".split(" "),
  ...["2026-07-01", "2026-10-12T08:00:00Z", '"1"', "aaaaaaaa-0000-4000-8000-000000000004", "ab".repeat(32)],
];
const nasty = [
  ..."__proto__ constructor toString hasOwnProperty .. . * % %00 %ff ..%2f..%2fetc%2fpasswd".split(" "),
  ...["", " ", "\u0000", "\u202e", "💥", "a".repeat(5_000), "'; DROP TABLE visits; --", '=HYPERLINK("x")'],
  ...["<script>alert(1)</script>", "#{7*7}", "{{7*7}}", "null", "undefined", "NaN", "1e999", "-1", "2026-02-30"],
];
const deep = (levels: number): unknown => JSON.parse(`${'{"a":['.repeat(levels)}${"]}".repeat(levels)}`);
const word = fc.constantFrom(...plausible, ...nasty);
const value = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, 0, -1, 1e308, 2 ** 53, [], {}, [[]], [null]) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(deep(20), deep(400), JSON.parse('{"__proto__":{"admin":true}}')) },
  { weight: 1, arbitrary: fc.jsonValue() },
);

/** A row that is really there, so that a request gets as far as it can. */
interface There {
  readonly slug: string;
  readonly key: string;
  readonly etag: string;
}

/** Words of the operation's own input, mostly of the right kind, and often something it does not ask for. */
function inputOf(operation: Operation, { etag }: There): fc.Arbitrary<Record<string, unknown>> {
  const { properties = {} } = z.toJSONSchema(operation.input, { io: "input", unrepresentable: "any" });
  const fields = Object.entries(properties).map(([name, schema]): [string, fc.Arbitrary<unknown>] => [
    name,
    fc.oneof(
      { weight: 5, arbitrary: name === "etag" ? fc.constant(etag) : right(schema) },
      { weight: 1, arbitrary: value },
    ),
  ]);
  const strange = fc.oneof(
    { weight: 5, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.dictionary(word, value, { maxKeys: 2 }) },
  );
  return fc
    .tuple(fc.record(Object.fromEntries(fields), { requiredKeys: [] }), strange)
    .map(([right, wrong]) => ({ ...right, ...wrong }));
}

function right(schema: unknown): fc.Arbitrary<unknown> {
  if (typeof schema !== "object" || schema === null) return value;
  const { enum: listed, type, items }: { enum?: unknown; type?: unknown; items?: unknown } = schema;
  if (Array.isArray(listed)) return fc.constantFrom<unknown>(...listed);
  if (type === "array") return fc.array(right(items), { maxLength: 3 });
  if (type === "number" || type === "integer") return fc.constantFrom(0, 1, 2, -1, 1e9, 0.5);
  if (type === "boolean") return fc.boolean();
  return type === "string" ? word : value;
}

const contents = fc.oneof(
  { weight: 12, arbitrary: fc.constant({ "content-type": "application/json" }) },
  { weight: 1, arbitrary: fc.constant({ "content-type": "application/json", "content-encoding": "gzip" }) },
  { weight: 1, arbitrary: fc.constant({ "content-type": "multipart/form-data; boundary=x" }) },
  { weight: 1, arbitrary: fc.constant({ "content-type": "application/x-www-form-urlencoded" }) },
  { weight: 1, arbitrary: fc.constant({ "content-type": "application/json; charset=utf-16", "x-request-id": "<b>" }) },
);

interface Asked extends Raw {
  readonly by?: string;
}

/** An operation asked by somebody who may, about a row that is there more often than not. */
const toOperation = (there: readonly There[]): fc.Arbitrary<Asked> =>
  fc
    .constantFrom(...operations)
    .chain((operation) => {
      const own = there.filter(({ slug }) => slug === operation.path.split("/")[1]);
      return fc.tuple(fc.constant(operation), fc.constantFrom(...(own.length > 0 ? own : there)));
    })
    .chain(([operation, row]) =>
      fc
        .record({
          input: inputOf(operation, row),
          astray: fc.array(fc.option(word, { freq: 1, nil: undefined }), { minLength: 3, maxLength: 3 }),
          contents,
          by: fc.option(fc.constantFrom(...whoMay(operation)), { freq: 5, nil: undefined }),
        })
        .map(({ input, astray, contents, by }) => {
          let at = 0;
          const path = `/api/v1${operation.path.replaceAll(/:([A-Za-z]+)/g, (_, name) => {
            const really = name === "slug" || name === "register" ? row.slug : row.key;
            return encodeURIComponent(astray[at++] ?? really);
          })}`;
          const names = new Set([...operation.path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name));
          const given = Object.fromEntries(Object.entries(input).filter(([name]) => !names.has(name)));
          const { method, upload } = operation;
          if (method === "GET" || upload) {
            const query = new URLSearchParams(Object.entries(given).map(([name, each]) => [name, String(each)]));
            return {
              method,
              path: `${path}?${query}`,
              ...(upload && { body: JSON.stringify(input) }),
              ...(by && { by }),
            };
          }
          return { method, path, headers: contents, body: JSON.stringify(given), ...(by && { by }) };
        }),
    );

const whoMay = ({ who }: Operation): readonly string[] =>
  demoPeople
    .filter(({ assignments }) => who === "anyone" || assignments.some(({ role }) => who.includes(role)))
    .map(({ id }) => id);

const astray: fc.Arbitrary<Raw> = fc.record({
  method: fc.constantFrom("GET", "POST", "PATCH", "PUT", "DELETE", "OPTIONS", "HEAD"),
  path: fc.constantFrom(
    ..."/api/v1/ /api/v1/%E0%A4%A /api/v1/registers/%00 /api/v1/registers//rows /api/../api/v1/me /api/v2/me".split(
      " ",
    ),
    ..."//me /api/v1/me?%=%&a=1&a=2 /api/v1/me?__proto__[a]=1 /api/messages /api/openapi.json/x /%c0%ae%c0%ae/".split(
      " ",
    ),
  ),
});

const broken: fc.Arbitrary<Raw> = fc.record({
  method: fc.constantFrom("POST", "PATCH"),
  path: fc.constantFrom(
    "/api/v1/actions",
    "/api/v1/cycles/westshire-2026-q3/figures",
    "/api/v1/registers/actions/rows/x",
  ),
  headers: fc.constant({ "content-type": "application/json" }),
  body: fc.constantFrom(
    ...[
      "{",
      "nope",
      '"text"',
      "[]",
      "null",
      "1",
      '{"a":1}}',
      "\u0000",
      "{'a':1}",
      '{"a":"\\ud800"}',
      "[".repeat(300_000),
    ],
    `{"a":"${"x".repeat(2 * 1024 * 1024)}"}`,
    `{"text":${"[".repeat(200_000)}${"]".repeat(200_000)}}`,
  ),
});

const insides =
  /node_modules|\bat [\w.<>]+ \(|\.ts:\d|\b(?:Type|Range|Syntax|Reference|Zod)Error\b|ECONN|ENOENT|duckdb|\/tmp\//i;

/** What is wrong with an answer to a request that should not have been made; undefined when nothing is. */
function wrongWith({ status, headers, text }: RawAnswer, { method }: Raw): string | undefined {
  if (status === 0 || status >= 500) return `${status}: ${text.slice(0, 200)}`;
  if (insides.test(text) && status >= 400) return `insides: ${insides.exec(text)?.[0]} in ${text.slice(0, 200)}`;
  if (status < 400 || method === "HEAD") return undefined;
  if (headers["content-type"] !== "application/problem+json") return `not a problem: ${text.slice(0, 200)}`;
  const { title, status: said, reference }: Record<string, unknown> = JSON.parse(text);
  if (typeof title !== "string" || !/[.!?”]$/.test(title) || said !== status || typeof reference !== "string")
    return `a problem nobody can read: ${text.slice(0, 200)}`;
  return undefined;
}

it("answers 500 hostile requests in plain words, and stands", { timeout: 120_000 }, async () => {
  const kept = registers.filter(({ slug }) => slug !== "audit-trail");
  const there: There[] = kept.flatMap((register) =>
    demo.outside.store
      .all(register)
      .slice(0, 3)
      .map(({ key, etag }) => ({ slug: register.slug, key, etag })),
  );
  there.push({ slug: "audit-trail", key: "x", etag: '"1"' });
  const requests = fc.sample(
    fc.oneof(
      { weight: 7, arbitrary: toOperation(there) },
      { weight: 1, arbitrary: astray as fc.Arbitrary<Asked> },
      { weight: 1, arbitrary: broken as fc.Arbitrary<Asked> },
    ),
    { seed: 20261012, numRuns: 500 },
  );
  const wrong: string[] = [];
  let refused = 0;
  for (const [at, raw] of requests.entries()) {
    const token = tokens.get(raw.by ?? demoPeople[at % 30]?.id ?? "");
    const headers = { ...raw.headers, ...(token && { authorization: `Bearer ${token}` }) };
    const answer = await sendRaw(demo.url, { ...raw, headers });
    if (answer.status >= 400) refused += 1;
    const found = wrongWith(answer, raw);
    if (found) wrong.push(`${raw.method} ${raw.path.slice(0, 120)} ${String(raw.body).slice(0, 200)} → ${found}`);
  }
  expect(wrong).toEqual([]);
  expect(refused).toBeGreaterThan(200);
  expect(refused).toBeLessThan(480);
  expect((await demo.as(demoPeople[0].id, "/me")).status).toBe(200);
});

describe("the body of a request", () => {
  const post = (headers: Record<string, string>, body: string | Uint8Array) =>
    sendRaw(demo.url, {
      method: "POST",
      path: "/api/v1/cycles/westshire-2026-q3/figures",
      headers: { authorization: `Bearer ${tokens.get(demoPeople[3].id)}`, ...headers },
      body,
    });

  it.each([
    [
      "is packed, or says so",
      { "content-type": "application/json", "content-encoding": "gzip" },
      "junk",
      400,
      /packed/,
    ],
    ["is a form", { "content-type": "application/x-www-form-urlencoded" }, "a=1", 400, /must be a JSON object/],
    ["is a list", { "content-type": "application/json" }, "[]", 400, /must be a JSON object/],
    ["is 2 MB", { "content-type": "application/json" }, `{"a":"${"x".repeat(2e6)}"}`, 413, /larger than 1 MB/],
    [
      "is 2 MB and does not say how long it is",
      { "content-type": "application/json", "transfer-encoding": "chunked" },
      `{"a":"${"x".repeat(2e6)}"}`,
      413,
      /larger than 1 MB/,
    ],
    [
      "is nested 100,000 deep",
      { "content-type": "application/json" },
      `{"a":${"[".repeat(1e5)}${"]".repeat(1e5)}}`,
      400,
      /nested too deep/,
    ],
  ])("is refused when it %s", async (_, headers, body, status, say) => {
    const answer = await post(headers as Record<string, string>, body);
    expect(answer).toMatchObject({ status, headers: { "content-type": "application/problem+json" } });
    expect(JSON.parse(answer.text).title).toMatch(say);
  });
});

it.each(["from=0&from=1", "most=5&most=5", "field=status&is=open&field=context"])(
  "refuses what is asked twice in one address: %s",
  async (query) => {
    const answer = await demo.as(demoPeople[5].id, `/registers/actions/rows?${query}`);
    expect(answer.status).toBe(400);
    expect((await answer.json()).title).toMatch(/is given twice/);
  },
);

it("hangs up on whoever wants to speak another protocol, and leaves nobody waiting", async () => {
  const headers = { upgrade: "websocket", connection: "upgrade" };
  expect(await sendRaw(demo.url, { method: "GET", path: "/api/v1/me", headers })).toMatchObject({ status: 0 });
  expect((await demo.as(demoPeople[5].id, "/me")).status).toBe(200);
});

it("serves nothing from outside the tab's folder", async () => {
  const tried = [
    ..."/../package.json /../../package.json /..%2fpackage.json /%2e%2e/%2e%2e/package.json /assets/../../package.json".split(
      " ",
    ),
    ..."/assets/..%5c..%5cpackage.json /\\..\\..\\package.json /....//....//package.json //etc/hosts.json".split(" "),
    ..."/index.html%00.json /.%00./package.json /%252e%252e/package.json /assets/%2e%2e%2fpackage.json".split(" "),
  ];
  for (const path of tried) expect(await rawStatus(path), path).toMatch(/ 40[04] /);
  expect(await rawStatus("/index.html")).toMatch(/ 200 /);
});

/** The first line of the answer to a path exactly as written, which no HTTP client would send. */
const rawStatus = (path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(demo.url).port), "127.0.0.1", () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`),
    );
    let text = "";
    socket.on("data", (piece) => {
      text += piece;
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(text.split("\r\n", 1)[0] ?? ""));
  });
