import type { IncomingMessage } from "node:http";
import { LineOfSightError } from "#domain/errors.ts";

const LARGEST = 1024 * 1024;
const DEEPEST = 32;

/**
 * The request's body as a JSON object; empty when there is none. Takes no packed body, no other format and nothing over
 * 1 MB or nested deeper than 32: whatever a parser could be hurt with is refused before one sees it.
 */
export async function jsonBody(request: IncomingMessage): Promise<object> {
  const { "content-encoding": packed = "identity", "content-length": length = "0" } = request.headers;
  if (packed !== "identity") throw invalid("The request's body must not be packed. Send it as plain JSON.");
  if (Number(length) > LARGEST) throw tooLarge();
  const text = await textOf(request);
  if (text.trim() === "") return {};
  const body = parsed(text);
  if (typeof body !== "object" || body === null || Array.isArray(body) || !isJson(request)) throw notAnObject();
  if (deeperThan(body, DEEPEST)) throw invalid("The request's body is nested too deep.");
  return body;
}

const isJson = ({ headers }: IncomingMessage): boolean =>
  (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() === "application/json";

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    // What is over the limit is read and forgotten, so that the answer reaches whoever sent it.
    if (size <= LARGEST) pieces.push(piece);
    else if (size > 8 * LARGEST) break;
  }
  if (size > LARGEST) throw tooLarge();
  return Buffer.concat(pieces).toString("utf8");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notAnObject();
  }
}

/** Level by level, because a call for each level could run out of stack. */
function deeperThan(value: unknown, most: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((each) => (typeof each === "object" && each !== null ? Object.values(each) : []));
  }
  return false;
}

const invalid = (say: string) => new LineOfSightError("invalid", say);
const notAnObject = () => invalid("The request's body must be a JSON object.");
const tooLarge = () => new LineOfSightError("too-large", "The request is larger than 1 MB, the most that is taken.");
