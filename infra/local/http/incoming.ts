import type { IncomingMessage } from "node:http";

/** Graph's own limit for one PUT of content is 250 MB; nothing larger is read. */
export const LARGEST_BODY = 250 * 1024 * 1024;

/** A request, read whole. Header names are lower-case. */
export interface Incoming {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export class BodyTooLarge extends Error {}

/** Reads a request to its end. Throws {@link BodyTooLarge}. */
export async function readIncoming(request: IncomingMessage): Promise<Incoming> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  // `//` at the front would be read as a host.
  const target = (request.url ?? "/").replace(/^\/+/, "/");
  const url = new URL(target, "http://loopback.invalid");
  return { method: request.method ?? "GET", url, headers, body: Buffer.concat(chunks) };
}
