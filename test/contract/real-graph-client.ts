import {
  AuthenticationHandler,
  Client,
  type Context,
  type Middleware,
  RedirectHandler,
  RedirectHandlerOptions,
  RetryHandler,
  RetryHandlerOptions,
  TelemetryHandler,
} from "@microsoft/microsoft-graph-client";

/** What the last middleware sent. */
export interface Sent {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly authorization: string | null;
}

/** Sends what is addressed to Graph and to the site's host to loopback, and refuses every other host. */
class Loopback implements Middleware {
  readonly sent: Sent[] = [];
  readonly #to: string;

  constructor(to: string) {
    this.#to = to;
  }

  async execute(context: Context): Promise<void> {
    const request = new Request(context.request, context.options as RequestInit);
    const { host, pathname, search } = new URL(request.url);
    if (host !== "graph.microsoft.com" && !host.endsWith(".sharepoint.com")) throw new Error(`refused ${host}`);
    const { method } = request;
    this.sent.push({ method, host, path: pathname, authorization: request.headers.get("authorization") });
    const body = ["GET", "HEAD"].includes(method) ? null : await request.arrayBuffer();
    context.response = await fetch(`${this.#to}${pathname}${search}`, {
      method,
      headers: request.headers,
      redirect: "manual",
      ...(body && body.byteLength > 0 ? { body } : {}),
    });
  }
}

/** Microsoft's own client with its own middleware, and what it sent. */
export function realGraphClient(
  url: string,
  token: string,
): { readonly client: Client; readonly sent: readonly Sent[] } {
  const loopback = new Loopback(url);
  const chain: readonly [Middleware, ...Middleware[]] = [
    new AuthenticationHandler({ getAccessToken: async () => token }),
    new RetryHandler(new RetryHandlerOptions()),
    new RedirectHandler(new RedirectHandlerOptions()),
    new TelemetryHandler(),
    loopback,
  ];
  chain.forEach((middleware, at) => {
    const next = chain[at + 1];
    if (next) middleware.setNext?.(next);
  });
  return { client: Client.initWithMiddleware({ middleware: chain[0] }), sent: loopback.sent };
}
