import { type Answer, json } from "../http/answer.ts";
import { isObject, type JsonObject } from "./call.ts";
import { GraphError, invalidRequest } from "./graph-error.ts";
import type { Asked } from "./graph-service.ts";

const MOST = 20;

export const isBatch = (method: string, path: string): boolean => method === "POST" && path.toLowerCase() === "/$batch";

interface Inner {
  readonly id: string;
  readonly dependsOn: readonly string[];
  readonly asked: Asked;
}

function bodyIn(request: JsonObject, headers: Readonly<Record<string, string>>): Buffer {
  const { body } = request;
  if (body === undefined || body === null) return Buffer.alloc(0);
  const isJson = (headers["content-type"] ?? "application/json").includes("json");
  return typeof body === "string" && !isJson ? Buffer.from(body, "base64") : Buffer.from(JSON.stringify(body));
}

function readInner(request: unknown): Inner {
  if (
    !isObject(request) ||
    typeof request.id !== "string" ||
    typeof request.method !== "string" ||
    typeof request.url !== "string"
  ) {
    throw invalidRequest("Every request in a batch needs an id, a method and a url.");
  }
  const told = isObject(request.headers) ? Object.entries(request.headers) : [];
  const headers = Object.fromEntries(told.map(([name, value]) => [name.toLowerCase(), String(value)]));
  if (request.body !== undefined && request.body !== null && headers["content-type"] === undefined) {
    throw new GraphError(
      400,
      "BadRequest",
      `Write request id : ${request.id} does not contain Content-Type header or body.`,
    );
  }
  const [path = "", search = ""] = request.url
    .replace(/^(?:https:\/\/graph\.microsoft\.com)?(?:\/v1\.0)?\/?/, "/")
    .split("?", 2);
  return {
    id: request.id,
    dependsOn: Array.isArray(request.dependsOn) ? request.dependsOn.map(String) : [],
    asked: {
      method: request.method.toUpperCase(),
      path,
      search: new URLSearchParams(search),
      headers,
      body: bodyIn(request, headers),
    },
  };
}

function readBatch(body: Buffer): readonly Inner[] {
  let whole: unknown;
  try {
    whole = JSON.parse(body.toString("utf8"));
  } catch {
    throw invalidRequest("The request body is not valid JSON.");
  }
  if (!isObject(whole) || !Array.isArray(whole.requests)) throw invalidRequest("A batch holds requests.");
  if (whole.requests.length > MOST) {
    throw invalidRequest(`Number of batch request steps exceeds the maximum value of ${MOST}.`);
  }
  const requests = whole.requests.map(readInner);
  const ids = requests.map(({ id }) => id.toLowerCase());
  if (new Set(ids).size !== ids.length) throw invalidRequest("Request ids in a batch must differ.");
  const known = new Set<string>();
  for (const { id, dependsOn } of requests) {
    if (!dependsOn.every((one) => known.has(one))) {
      throw invalidRequest(`Request '${id}' depends on one that does not come before it.`);
    }
    known.add(id);
  }
  return requests;
}

const written: Readonly<Record<string, string>> = { etag: "ETag", "odata-version": "OData-Version" };

/** Header names in a batch's body are read by clients as they stand: as Graph writes them, `Retry-After`. */
const asWritten = (name: string): string =>
  written[name] ?? (name.includes("request-id") ? name : name.replace(/(?:^|-)[a-z]/g, (start) => start.toUpperCase()));

function told(id: string, answer: Answer): JsonObject {
  const { status, body } = answer;
  const headers = Object.fromEntries(
    Object.entries(answer.headers ?? {}).map(([name, value]) => [asWritten(name), value]),
  );
  const bytes = body && "bytes" in body ? Buffer.from(body.bytes).toString("base64") : undefined;
  const content = body && "json" in body ? { body: body.json } : bytes === undefined ? {} : { body: bytes };
  const type = body && "json" in body ? { "Content-Type": "application/json", "OData-Version": "4.0" } : {};
  return { id, status, headers: { "Cache-Control": "no-cache", ...type, ...headers }, ...content };
}

const failedDependency: Answer = {
  status: 424,
  body: { json: { error: { code: "FailedDependency", message: "A request this one depends on has failed." } } },
};

/** Up to 20 requests in one, in order, each by itself: nothing is undone when one fails. */
export async function batch(body: Buffer, serve: (asked: Asked) => Promise<Answer>): Promise<Answer> {
  const failed = new Set<string>();
  const responses: JsonObject[] = [];
  for (const { id, dependsOn, asked } of readBatch(body)) {
    const answer = dependsOn.some((one) => failed.has(one)) ? failedDependency : await serve(asked);
    if (answer.cut) return answer;
    if (answer.status >= 400) failed.add(id);
    responses.push(told(id, answer));
  }
  return json({ responses });
}
