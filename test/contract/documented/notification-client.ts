import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Send } from "./walk.ts";

const WAIT_MS = 5000;

/** Stands where a subscriber's address is: shakes hands, except at `/deaf`, and keeps what it is told. */
export class NotificationClient {
  readonly send: Send;
  readonly #server: Server;
  #validated = "";
  #told: unknown;
  #heard: () => void = () => undefined;

  constructor(send: Send) {
    this.send = send;
    this.#server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const asked = new URL(request.url ?? "/", this.url);
      const token = asked.searchParams.get("validationToken");
      if (token !== null) {
        if (asked.pathname === "/deaf") return response.writeHead(202).end();
        this.#validated = asked.href;
        return response.writeHead(200, { "content-type": "text/plain" }).end(token);
      }
      const text = Buffer.concat(chunks).toString("utf8");
      if (request.headers["content-type"]?.includes("json") && text !== "") {
        this.#told = JSON.parse(text);
        this.#heard();
      }
      return response.writeHead(202).end();
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The address the handshake was at, token and all. */
  validated(): string {
    return this.#validated;
  }

  /** What it was told, within five seconds. */
  async notified(): Promise<unknown> {
    if (this.#told === undefined) {
      await Promise.race([
        new Promise<void>((resolve) => {
          this.#heard = resolve;
        }),
        new Promise<void>((resolve) => setTimeout(resolve, WAIT_MS).unref()),
      ]);
    }
    return this.#told ?? "nothing";
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
