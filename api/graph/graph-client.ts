import {
  AuthenticationHandler,
  Client,
  HTTPMessageHandler,
  type Middleware,
  RedirectHandler,
  RedirectHandlerOptions,
  TelemetryHandler,
} from "@microsoft/microsoft-graph-client";
import { type Pace, realPace } from "./pace.ts";
import { type BudgetLimits, noLimit, RequestBudget } from "./request-budget.ts";
import { Retrying, type Tried } from "./retrying.ts";

export const GRAPH = "https://graph.microsoft.com/v1.0";

export type GraphClient = Client;

export interface ClientOptions {
  readonly pace?: Pace;
  readonly limits?: BudgetLimits;
  /** Told of every try that did not succeed. */
  readonly tell?: (tried: Tried) => void;
}

/**
 * The real Graph client, within the process's request units, with our retries in place of Microsoft's (they send a JSON
 * POST again after 504, and bytes never). A redirect to another host loses the token. The last middleware is the network
 * in a tenant and loopback on one machine.
 */
export function graphClient(
  token: () => Promise<string>,
  transport: Middleware = new HTTPMessageHandler(),
  { pace = realPace, limits = noLimit, tell = () => undefined }: ClientOptions = {},
): Client {
  const chain: readonly [Middleware, ...Middleware[]] = [
    new Retrying(pace, new RequestBudget(pace, limits), tell),
    new AuthenticationHandler({ getAccessToken: token }),
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
