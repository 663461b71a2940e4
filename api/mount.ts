import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Request, Response, Server } from "restify";
import { LineOfSightError } from "#domain/errors.ts";
import type { Person } from "#domain/people/person.ts";
import { isRefusal } from "#domain/refusal.ts";
import { onErrand } from "./errand.ts";
import type { Colleagues } from "./graph/colleagues.ts";
import { jsonBody } from "./json-body.ts";
import type { Log } from "./log.ts";
import { isDownload } from "./operations/ask.ts";
import type { Brought, Download, Operation } from "./operations/operation.ts";
import { problemOf, refusalProblem } from "./problem.ts";
import type { RateLimit } from "./rate-limit.ts";

export interface Around {
  /** Who the request's token says is asking, as the people register has them. */
  readonly who: (request: Request) => Promise<Person>;
  readonly ask: (person: Person, operation: Operation, input: unknown, brought: Brought) => Promise<unknown>;
  /** Microsoft 365 as whoever this token is of sees it. */
  readonly onBehalf: (token: string) => Colleagues;
  readonly limit: RateLimit;
  readonly log: Log;
  /** The moment up to which what is read is known to be so. */
  readonly asOf: () => string;
}

const PREFIX = "/api/v1";

/** Hangs one operation on the server: sign-in, input, answer and every failure are handled here and nowhere else. */
export function mount(server: Server, operation: Operation, around: Around): void {
  const verb = ({ GET: "get", POST: "post", PATCH: "patch" } as const)[operation.method];
  server[verb](PREFIX + operation.path, async (request: Request, response: Response) => {
    const reference = referenceOf(request);
    response.header("as-of", around.asOf());
    try {
      await onErrand({ reference }, () => serveOne(operation, around, request, response, reference));
    } catch (error) {
      const failure = failureOf(error);
      around.log[failure.code === "unavailable" ? "error" : "info"]({
        operation: operation.name,
        reference,
        result: failure.code,
        ...failure.facts,
        ...(failure.code === "unavailable" && { cause: causeOf(failure) }),
      });
      if (!response.headersSent) failed(response, failure, reference);
      else response.destroy();
    }
  });
}

async function serveOne(
  operation: Operation,
  { who, limit, ask, onBehalf, log }: Around,
  request: Request,
  response: Response,
  reference: string,
): Promise<void> {
  const person = await who(request);
  const leave = limit.enter(person.id, operation.method === "GET" ? "read" : "write");
  try {
    const input = await inputOf(operation, request);
    const colleagues = onBehalf(tokenIn(request));
    const brought = { colleagues, ...(operation.upload && { upload: Readable.from(request) }) };
    const answer = await ask(person, operation, input, brought);
    log.info({
      operation: operation.name,
      person: person.id,
      reference,
      result: isRefusal(answer) ? answer.refused.rule : "done",
    });
    await send(response, answer, reference);
  } finally {
    leave();
  }
}

/** The token that `who` has found good. It goes no further than into what it opens. */
const tokenIn = (request: Request): string => (request.header("authorization") ?? "").replace(/^Bearer /, "");

/** The caller's own reference where it is one, else one of ours. */
export function referenceOf(request: Request): string {
  const given = request.header("x-request-id") ?? "";
  return /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();
}

/** Path parameters, query and body as one input. A name given twice is refused. */
async function inputOf(operation: Operation, request: Request): Promise<Record<string, unknown>> {
  const named: Record<string, unknown> = { ...request.params };
  const body = operation.method === "GET" || operation.upload ? {} : await jsonBody(request);
  const inQuery = operation.method === "GET" || operation.upload;
  const query = inQuery ? [...new URLSearchParams(request.getQuery())] : [];
  const names = [...Object.keys(named), ...Object.keys(body), ...query.map(([name]) => name)];
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new LineOfSightError("invalid", `“${twice}” is given twice.`);
  return { ...Object.fromEntries(query), ...body, ...named };
}

async function send(response: Response, answer: unknown, reference: string): Promise<void> {
  if (isRefusal(answer)) return problem(response, refusalProblem(answer, reference));
  if (isDownload(answer)) return download(response, answer);
  response.header("cache-control", "no-store");
  response.send(200, answer);
}

async function download(response: Response, { download: { name, type, bytes, keptFor } }: Download): Promise<void> {
  response.writeHead(200, {
    "content-type": type,
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    "x-content-type-options": "nosniff",
    "cache-control": keptFor === undefined ? "no-store" : `private, max-age=${keptFor}`,
    ...(keptFor !== undefined && { vary: "authorization" }),
  });
  await pipeline(bytes instanceof Uint8Array ? Readable.from([Buffer.from(bytes)]) : bytes, response);
}

function failed(response: Response, failure: LineOfSightError, reference: string): void {
  const { retryAfter } = failure.facts;
  if (retryAfter !== undefined) response.header("retry-after", String(retryAfter));
  if (failure.code === "not-signed-in") response.header("www-authenticate", "Bearer");
  problem(response, problemOf(failure, reference));
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
