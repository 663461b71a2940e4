import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "#api/operations/index.ts";
import { type Demo, startDemo } from "../support/demo.ts";
import { people } from "../support/imported-august.ts";

interface Described {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly { name: string; in: string; required: boolean; schema: object }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: object }>> };
  readonly responses: Readonly<
    Record<string, { readonly $ref?: string; readonly content?: Readonly<Record<string, { schema?: object }>> }>
  >;
}
interface Document {
  readonly openapi: string;
  readonly info: object;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: {
    readonly schemas: { readonly Problem: object };
    readonly responses: Readonly<Record<string, object>>;
  };
}

let demo: Demo;
let document: Document;
const ajv = new Ajv2020({ strict: false });
formats.default(ajv);

beforeAll(async () => {
  demo = await startDemo();
  document = await (await fetch(`${demo.url}/api/openapi.json`)).json();
}, 60_000);
afterAll(() => demo?.close());

const found = (name: string) => {
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, described] of Object.entries(methods))
      if (described.operationId === name) return { path, method, described };
  throw new Error(`${name} is not in the document.`);
};

it("is an OpenAPI 3.1 document with a title, a version, and every operation once", () => {
  expect(document.openapi).toBe("3.1.0");
  expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
  const ids = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(ids.toSorted()).toEqual(operations.map(({ name }) => name).toSorted());
});

it.each([
  ["me", "/me"],
  ["my-work", "/home"],
  ["read-register", "/registers/actions/rows"],
  ["read-cycles", "/cycles"],
] as const)("tells the truth about what %s answers", async (name, path) => {
  const schema = found(name).described.responses["200"]?.content?.["application/json"]?.schema;
  const valid = ajv.compile(schema ?? false);
  expect(valid(await (await demo.as(people.qualityLead, path)).json()), ajv.errorsText(valid.errors)).toBe(true);
  expect(valid({})).toBe(false);
});

it.each([
  ["/registers/none/rows", 404],
  ["/registers/actions/rows?most=0", 400],
  ["/people", 403],
] as const)("tells the truth about how %s says no", async (path, status) => {
  const answer = await demo.as(people.qualityLead, path);
  expect(answer.status).toBe(status);
  const valid = ajv.compile(document.components.schemas.Problem);
  expect(valid(await answer.json()), ajv.errorsText(valid.errors)).toBe(true);
});

describe.each(operations.map((operation) => [operation.name, operation] as const))("%s", (name, operation) => {
  it("says where each of its answers goes, with schemas that are JSON Schema 2020-12", () => {
    const { path, method, described } = found(name);
    expect(method).toBe(operation.method.toLowerCase());
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, each]) => each);
    const declared = described.parameters.filter((each) => each.in === "path");
    expect(declared.map((each) => each.name).toSorted()).toEqual(inPath.toSorted());
    expect(declared.every(({ required }) => required)).toBe(true);
    const bodies = Object.values(described.requestBody?.content ?? {}).flatMap(({ schema }) => schema ?? []);
    const answers = Object.values(described.responses["200"]?.content ?? {}).flatMap(({ schema }) => schema ?? []);
    for (const schema of [...described.parameters.map((each) => each.schema), ...bodies, ...answers])
      expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
    if (!operation.download) expect(answers).toHaveLength(1);
    expect(described.summary).not.toBe("");
  });

  it("names every way it says no, and each is described", () => {
    const { responses } = found(name).described;
    expect(Object.keys(responses)).toEqual(["200", "400", "401", "403", "404", "409", "412", "413", "429", "503"]);
    for (const [status, { $ref }] of Object.entries(responses))
      if (status !== "200") expect(document.components.responses).toHaveProperty([$ref?.split("/").at(-1) ?? "none"]);
  });
});
