import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { plugins, type Request, type Response, type Server } from "restify";
import { LineOfSightError } from "#domain/errors.ts";
import type { Person } from "#domain/people/person.ts";
import { isRefusal } from "#domain/refusal.ts";
import type { Log } from "./log.ts";
import { isDownload } from "./operations/ask.ts";
import type { Download, Operation } from "./operations/operation.ts";
import { problemOf, refusalProblem } from "./problem.ts";

export interface Around {
  /** Who the request's token says is asking, as the people register has them. */
  readonly who: (request: Request) => Promise<Person>;
  readonly ask: (person: Person, operation: Operation, input: unknown, upload?: Readable) => Promise<unknown>;
  readonly log: Log;
}

const LARGEST_BODY = 1024 * 1024;
const PREFIX = "/api/v1";

/** Hangs one operation on the server: sign-in, input, answer and every failure are handled here and nowhere else. */
export function mount(server: Server, operation: Operation, around: Around): void {
  const verb = ({ GET: "get", POST: "post", PATCH: "patch" } as const)[operation.method];
  const body = operation.upload ? [] : plugins.bodyParser({ maxBodySize: LARGEST_BODY, mapParams: false });
  server[verb](PREFIX + operation.path, ...[body].flat(), async (request: Request, response: Response) => {
    const reference = request.header("x-request-id") ?? randomUUID();
    try {
      const person = await around.who(request);
      const input = inputOf(operation, request);
      const upload = operation.upload ? Readable.from(request) : undefined;
      const answer = await around.ask(person, operation, input, upload);
      around.log.info({
        operation: operation.name,
        person: person.id,
        reference,
        result: isRefusal(answer) ? answer.refused.rule : "done",
      });
      await send(response, answer, reference);
    } catch (error) {
      const failure = failureOf(error);
      around.log[failure.code === "unavailable" ? "error" : "info"]({
        operation: operation.name,
        reference,
        result: failure.code,
        ...failure.facts,
        ...(failure.code === "unavailable" && { cause: causeOf(failure) }),
      });
      if (!response.headersSent) problem(response, problemOf(failure, reference));
      else response.destroy();
    }
  });
}

/** Path parameters, query and body as one input. A name given twice with different values is refused. */
function inputOf(operation: Operation, request: Request): Record<string, unknown> {
  const named: Record<string, unknown> = { ...request.params };
  const body: unknown = operation.method === "GET" || operation.upload ? {} : (request.body ?? {});
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new LineOfSightError("invalid", "The request's body must be a JSON object.");
  }
  const query =
    operation.method === "GET" || operation.upload ? Object.fromEntries(new URLSearchParams(request.getQuery())) : {};
  for (const name of [...Object.keys(body), ...Object.keys(query)])
    if (Object.hasOwn(named, name)) throw new LineOfSightError("invalid", `“${name}” is given twice.`);
  return { ...query, ...body, ...named };
}

async function send(response: Response, answer: unknown, reference: string): Promise<void> {
  if (isRefusal(answer)) return problem(response, refusalProblem(answer, reference));
  if (isDownload(answer)) return download(response, answer);
  response.header("cache-control", "no-store");
  response.send(200, answer);
}

async function download(response: Response, { download: { name, type, bytes } }: Download): Promise<void> {
  response.writeHead(200, {
    "content-type": type,
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
  await pipeline(bytes instanceof Uint8Array ? Readable.from([Buffer.from(bytes)]) : bytes, response);
}

function problem(response: Response, body: { readonly status: number }): void {
  response.header("cache-control", "no-store");
  response.writeHead(body.status, { "content-type": "application/problem+json" });
  response.end(JSON.stringify(body));
}

export function failureOf(error: unknown): LineOfSightError {
  if (error instanceof LineOfSightError) return error;
  return new LineOfSightError(
    "unavailable",
    "Something went wrong on our side. Nothing was lost: try again, and give your administrator the reference if it goes on.",
    {
      cause: error,
    },
  );
}

/** The stack of what went wrong, for the log alone. */
const causeOf = ({ cause }: LineOfSightError): string =>
  cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
