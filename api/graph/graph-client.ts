import {
  AuthenticationHandler,
  Client,
  HTTPMessageHandler,
  type Middleware,
  RedirectHandler,
  RedirectHandlerOptions,
  RetryHandler,
  RetryHandlerOptions,
  TelemetryHandler,
} from "@microsoft/microsoft-graph-client";
import { RetryBytes } from "./retry-bytes.ts";

export const GRAPH = "https://graph.microsoft.com/v1.0";

const RETRIES = 5;
const FIRST_DELAY_SECONDS = 1;

export type GraphClient = Client;

/**
 * The real Graph client. 429, 503 and 504 are retried, also for uploads, Retry-After honoured; a redirect to another host loses the
 * token. The last middleware is the network in a tenant and loopback on one machine.
 */
export function graphClient(token: () => Promise<string>, transport: Middleware = new HTTPMessageHandler()): Client {
  const chain: readonly [Middleware, ...Middleware[]] = [
    new AuthenticationHandler({ getAccessToken: token }),
    new RetryHandler(new RetryHandlerOptions(FIRST_DELAY_SECONDS, RETRIES)),
    new RetryBytes(),
    new RedirectHandler(new RedirectHandlerOptions()),
    new TelemetryHandler(),
    transport,
  ];
  chain.forEach((middleware, at) => {
    const next = chain[at + 1];
    if (next) middleware.setNext?.(next);
  });
  return Client.initWithMiddleware({ middleware: chain[0] });
}
