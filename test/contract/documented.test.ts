import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missingFrom } from "./documented/always-returned.ts";
import { type Answered, Contract } from "./documented/contract.ts";
import { get, post, says } from "./documented/step.ts";
import { type Step, World, walk } from "./documented/walk.ts";

const error = { $ref: "#/$defs/x.odataError" };
const schema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "small",
  "x-operations": [
    {
      id: "thing.get",
      method: "GET",
      path: "/things/{id}",
      responses: { "200": { $ref: "#/$defs/thing" }, default: error },
    },
    {
      id: "thing.create",
      method: "POST",
      path: "/things",
      request: { $ref: "#/$defs/thing" },
      responses: { "201": { $ref: "#/$defs/thing" }, "204": null, default: error },
      responseHeaders: { "201": ["Location"] },
    },
  ],
  $defs: {
    thing: { type: "object", properties: { id: { type: "string" } }, additionalProperties: false },
    "x.odataError": {
      type: "object",
      required: ["error"],
      properties: { error: { type: "object", required: ["code", "message"] } },
    },
  },
};

let folder: string;
let contract: Contract;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "contract-"));
  writeFileSync(join(folder, "small.json"), JSON.stringify(schema));
  contract = new Contract(join(folder, "small.json"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const answer = (status: number, body?: unknown, headers: Record<string, string> = {}): Answered => ({
  status,
  body,
  headers: new Headers({ "request-id": "r", ...headers }),
  bytes: body === undefined ? 0 : 10,
});
const refusal = (status: number, requestId = "r") =>
  answer(status, { error: { code: "itemNotFound", message: "Gone", innerError: { "request-id": requestId } } });

/** What the first operation's finding is when its only step gets this answer. */
const findingFor = async (step: Step, answered: Answered) => {
  const findings = await walk(contract, [step], new World(), async () => answered);
  return findings.find(({ operation }) => operation === step.operation);
};

const reads = get("thing.get", () => "/things/1");
const isGone = get("thing.get", () => "/things/2", { refused: { status: 404, code: "itemNotFound" } });
const creates = post("thing.create", () => "/things", { body: { id: "1" } });

describe("an answer is taken when it is", () => {
  test.each([
    ["of the status and shape the contract names", reads, answer(200, { id: "1" })],
    ["a documented refusal", isGone, refusal(404)],
    ["empty where no body belongs", creates, answer(204)],
  ])("%s", async (_, step, answered) => {
    expect((await findingFor(step, answered))?.result).toBe("checked");
  });
});

describe("a difference is found in", () => {
  test.each([
    ["a property the contract does not know", reads, answer(200, { id: "1", more: 1 }), "must NOT have additional"],
    ["a value of another type", reads, answer(200, { id: 1 }), "/id must be string"],
    ["a status it does not name", reads, answer(202, { id: "1" }), "202 is not one of 200, default"],
    ["a refusal where there should be none", reads, refusal(404), "404 is not one of"],
    ["success where there should be a refusal", isGone, answer(200, { id: "1" }), "answered 200, not 404"],
    ["a refusal of another body", isGone, answer(404, { message: "Gone" }), "must have required property 'error'"],
    ["a refusal with another request's id", isGone, refusal(404, "other"), "request-id is other"],
    ["a missing header", creates, answer(201, { id: "1" }), "the header Location is missing"],
    ["a body where none belongs", creates, answer(204, { id: "1" }), "where none belongs"],
    [
      "what a step says besides",
      get("thing.get", () => "/things/1", { also: says("id", "2") }),
      answer(200, { id: "1" }),
      'id is "1", not "2"',
    ],
    ["our own request", post("thing.create", () => "/things", { body: { id: 3 } }), answer(204), "our own request"],
  ])("%s", async (_, step, answered, words) => {
    const finding = await findingFor(step, answered);
    expect(finding?.result).toBe("differs");
    expect(finding?.differences.join()).toContain(words);
  });
});

test("501 is told apart from a difference, also for what nobody drives", async () => {
  const findings = await walk(contract, [reads], new World(), async () => answer(501, {}));
  expect(findings.map(({ result }) => result)).toEqual(["not supported", "not supported"]);
});

test("an operation that answers and that nobody drives is a difference", async () => {
  const findings = await walk(contract, [], new World(), async () => answer(200, { id: "1" }));
  expect(findings.map(({ differences }) => differences[0])).toEqual([
    "no step drives it, and it answers 200, not 501",
    "no step drives it, and it answers 200, not 501",
  ]);
});

test.each([
  ["microsoft.graph.permission", { "@odata.context": "x", id: "1" }, "roles missing from permission"],
  ["microsoft.graph.permission", { id: "1", roles: [] }, "@odata.context missing"],
  [
    "microsoft.graph.permission.collection",
    { "@odata.context": "x", value: [{ roles: [] }] },
    "id missing from permission",
  ],
  [
    "microsoft.graph.listItem.collection",
    { "@odata.context": "x", value: [{ id: "1", deleted: { state: "deleted" } }] },
    undefined,
  ],
])("of %s, %j lacks: %s", (definition, body, missing) => {
  expect(missingFrom(definition, body)).toBe(missing);
});
