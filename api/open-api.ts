import { z } from "zod";
import type { Operation } from "./operations/operation.ts";

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
    components: { securitySchemes: { entra: { type: "http", scheme: "bearer", bearerFormat: "JWT" } } },
    paths,
  };
}

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
            },
          },
        },
      },
    }),
    responses: {
      200: { description: "Done.", content: answerContent(operation) },
      default: { description: "Why not, in plain words.", content: { "application/problem+json": {} } },
    },
  };
}

const answerContent = ({ download, answer }: Operation): object =>
  download
    ? { "application/octet-stream": {} }
    : { "application/json": { schema: z.toJSONSchema(answer, { io: "output", unrepresentable: "any" }) } };
