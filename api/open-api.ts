import { z } from "zod";
import type { Operation } from "./operations/operation.ts";
import { REFUSED, statusOf } from "./problem.ts";

/** The OpenAPI 3.1 document of the api, from the same schemas that validate. */
export function openApi(operations: readonly Operation[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    const path = `/api/v1${operation.path.replaceAll(/:([A-Za-z]+)/g, "{$1}")}`;
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: described(operation) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Line of Sight",
      version: "1",
      description: "What the tab and the bot ask of Line of Sight, each as the person who is signed in.",
    },
    security: [{ entra: [] }],
    components: {
      securitySchemes: { entra: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
      schemas: { Problem: problemSchema },
      responses: Object.fromEntries(Object.entries(whyNot).map(([status, why]) => [`Problem${status}`, problem(why)])),
    },
    paths,
  };
}

/** Every way an operation says no, by the status it says it with. */
const whyNot = {
  [statusOf.invalid]: "Something in the request is missing or misshapen.",
  [statusOf["not-signed-in"]]: "Nobody is signed in, or the sign-in has run out.",
  [statusOf["not-allowed"]]: "The person's role or scope does not allow it.",
  [statusOf["not-found"]]: "It is not there, or not for this person to know of.",
  [REFUSED]: "A rule says no: what was refused, why, and who can put it right.",
  [statusOf.conflict]: "Somebody else saved first; both versions are in the details.",
  [statusOf["too-large"]]: "The request is larger than is taken.",
  [statusOf["too-many"]]: "Too much in a minute; `Retry-After` says how many seconds to wait.",
  [statusOf.unavailable]: "Something is wrong on our side or in SharePoint; nothing was lost.",
} as const;

const text = { type: "string" };
const problemSchema = {
  type: "object",
  required: ["type", "title", "status", "detail", "code", "reference"],
  properties: {
    ...{ type: text, title: text, status: { type: "integer" }, detail: text, code: text, reference: text, next: text },
    details: {},
  },
};

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

interface Shape {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}

function described(operation: Operation): object {
  const { properties = {}, required = [] }: Shape = z.toJSONSchema(operation.input, {
    io: "input",
    unrepresentable: "any",
  });
  const inPath = new Set([...operation.path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name));
  const inQuery = operation.method === "GET" || operation.upload === true;
  const parameters = Object.entries(properties).flatMap(([name, schema]) => {
    const place = inPath.has(name) ? "path" : inQuery ? "query" : undefined;
    return place ? [{ name, in: place, required: place === "path" || required.includes(name), schema }] : [];
  });
  const body = Object.entries(properties).filter(([name]) => !inPath.has(name));
  return {
    operationId: operation.name,
    summary: operation.summary,
    parameters,
    ...(operation.upload && { requestBody: { required: true, content: { "application/octet-stream": {} } } }),
    ...(!inQuery && {
      requestBody: {
        required: true,
        content: {
          "application/json": {
            schema: {
              type: "object",
              properties: Object.fromEntries(body),
              required: required.filter((name) => !inPath.has(name)),
              additionalProperties: false,
            },
          },
        },
      },
    }),
    responses: {
      200: { description: "Done.", content: answerContent(operation) },
      ...Object.fromEntries(
        Object.keys(whyNot).map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
      ),
    },
  };
}

const answerContent = ({ download, answer }: Operation): object =>
  download
    ? { "application/octet-stream": {} }
    : { "application/json": { schema: z.toJSONSchema(answer, { io: "output", unrepresentable: "any" }) } };
