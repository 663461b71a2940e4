import { createReadStream } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream/promises";
import type { Answer } from "./answer.ts";
import { BodyTooLarge, type Incoming, readIncoming } from "./incoming.ts";

/** An HTTP service on loopback. */
export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

async function send(response: ServerResponse, answer: Answer): Promise<void> {
  const { status, headers = {}, body } = answer;
  if (answer.cut) {
    response.destroy();
    return;
  }
  if (!body) {
    response.writeHead(status, { ...headers, ...(status === 204 || status === 304 ? {} : { "content-length": "0" }) });
    response.end();
  } else if ("json" in body) {
    const bytes = Buffer.from(JSON.stringify(body.json));
    response.writeHead(status, {
      "content-type": "application/json; charset=utf-8",
      "content-length": String(bytes.length),
      ...headers,
    });
    response.end(bytes);
  } else if ("bytes" in body) {
    response.writeHead(status, {
      "content-type": body.type,
      "content-length": String(body.bytes.length),
      ...headers,
    });
    response.end(body.bytes);
  } else {
    response.writeHead(status, {
      "content-type": body.type,
      "content-length": String(body.to - body.from),
      ...headers,
    });
    if (body.to === body.from) response.end();
    else await pipeline(createReadStream(body.file, { start: body.from, end: body.to - 1 }), response);
  }
}

const failed = (error: unknown): Answer =>
  error instanceof BodyTooLarge
    ? { status: 413 }
    : {
        status: 500,
        body: {
          json: {
            error: { code: "generalException", message: error instanceof Error ? error.message : String(error) },
          },
        },
      };

/** Serves on 127.0.0.1 and nowhere else. Port 0 takes any free one. */
export async function serve(port: number, answer: (incoming: Incoming) => Promise<Answer>): Promise<Served> {
  const server: Server = createServer((request, response) => {
    readIncoming(request)
      .then(answer)
      .catch(failed)
      .then((answered) => send(response, answered))
      // The caller has gone: there is nobody left to tell.
      .catch(() => response.destroy());
  });
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
