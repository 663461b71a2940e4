import type { IncomingMessage, ServerResponse } from "node:http";

/** A request from node:http or restify; `body` when something before has read it. */
export type BotRequest = Pick<IncomingMessage, "headers" | "method"> &
  AsyncIterable<unknown> & { readonly body?: unknown };

export type BotResponse = Pick<ServerResponse, "writeHead" | "end">;

/** The longest activity there is a reason to send. */
export const LONGEST = 256 * 1024;

/** The body as JSON; `too-large` over 256 KB, `malformed` when it is not JSON. */
export async function readBody(request: BotRequest): Promise<{ readonly json: unknown } | "too-large" | "malformed"> {
  if (Number(request.headers["content-length"] ?? 0) > LONGEST) return "too-large";
  const { body } = request;
  if (typeof body === "object" && body !== null && !(body instanceof Uint8Array)) return { json: body };
  const text = typeof body === "string" || body instanceof Uint8Array ? Buffer.from(body) : await bytesOf(request);
  if (text === undefined || text.length > LONGEST) return "too-large";
  try {
    return { json: JSON.parse(text.toString("utf8")) };
  } catch {
    return "malformed";
  }
}

async function bytesOf(request: BotRequest): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > LONGEST) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

export function answerJson(response: BotResponse, status: number, body?: unknown): void {
  const text = body === undefined ? "" : JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    "x-content-type-options": "nosniff",
  });
  response.end(text);
}
