import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { Answer } from "../http/answer.ts";
import type { Incoming } from "../http/incoming.ts";
import { batch, isBatch } from "./batch.ts";
import type { Caller, Ground } from "./call.ts";
import { callSite, downloadSite, monitorSite, uploadSite } from "./call-site.ts";
import { isMonitor, monitor } from "./copy.ts";
import { DOWNLOAD_PATH, download } from "./download.ts";
import { GraphError, invalidRequest, notImplemented } from "./graph-error.ts";
import { Notifier } from "./notifier.ts";
import { checkPermission } from "./permission.ts";
import { throughPerson } from "./personal-drive.ts";
import { Query } from "./query.ts";
import { type Match, matcher, type Route } from "./route.ts";
import { routes } from "./routes.ts";
import { forMe, samePlace } from "./same-place.ts";
import { checkRole } from "./site-role.ts";
import { forgetFinished, isUpload, sessionAt, upload } from "./upload-session.ts";
import type { CallSite, Watch } from "./watch.ts";

const VERSION = "/v1.0";

/** One request to Graph, alone or within a batch. */
export interface Asked {
  readonly method: string;
  /** After `/v1.0`, still encoded. */
  readonly path: string;
  readonly search: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Who a bearer token is for; undefined when it is not one of ours, for Graph, and in time. */
export type Authenticate = (token: string) => Promise<Caller | undefined>;

const matched = routes.map((route) => ({ route, match: matcher(route.path) }));

function find(method: string, path: string): { readonly route: Route; readonly match: Match } | undefined {
  for (const { route, match } of matched) {
    const found = route.method === method ? match(path) : undefined;
    if (found) return { route, match: found };
  }
  return undefined;
}

export const failure = (error: GraphError, requestId: string, clientRequestId: string, now: Date): Answer => ({
  status: error.status,
  headers: error.headers,
  body: {
    json: {
      error: {
        code: error.code,
        message: error.message,
        innerError: {
          date: now.toISOString().slice(0, 19),
          "request-id": requestId,
          "client-request-id": clientRequestId,
        },
      },
    },
  },
});

/** Microsoft Graph v1.0, and the addresses on the site's host it hands out. */
export class GraphService {
  readonly #ground: Ground;
  readonly #watch: Watch;
  readonly #authenticate: Authenticate;
  readonly #notifier: Notifier;

  constructor(ground: Ground, watch: Watch, authenticate: Authenticate) {
    this.#ground = ground;
    this.#watch = watch;
    this.#authenticate = authenticate;
    this.#notifier = new Notifier(ground);
  }

  /** Gives up what it still had to tell subscribers. */
  close(): Promise<void> {
    return this.#notifier.close();
  }

  serves(path: string): boolean {
    return path.startsWith(`${VERSION}/`) || path === "/beta" || path.startsWith("/beta/") || this.#isSiteHost(path);
  }

  #isSiteHost(path: string): boolean {
    return isUpload(path) || isMonitor(path) || path.endsWith(DOWNLOAD_PATH);
  }

  async answer(incoming: Incoming): Promise<Answer> {
    const requestId = randomUUID();
    const clientRequestId = incoming.headers["client-request-id"] ?? requestId;
    const failed = (error: unknown): Answer =>
      failure(asGraphError(error), requestId, clientRequestId, this.#ground.now());
    const known: Known = { app: "" };
    let answer: Answer;
    try {
      answer = await onTime(await this.#answer(incoming, failed, known));
    } catch (error) {
      answer = failed(error);
    }
    const headers = {
      "request-id": requestId,
      "client-request-id": clientRequestId,
      "odata-version": "4.0",
      ...this.#watch.headers(known.app),
    };
    return { ...answer, headers: { ...headers, ...answer.headers } };
  }

  async #answer(incoming: Incoming, failed: (error: unknown) => Answer, known: Known): Promise<Answer> {
    const { url, method, headers, body } = incoming;
    if (url.pathname.endsWith(DOWNLOAD_PATH)) {
      return this.#watched(downloadSite(this.#ground, incoming), () => download(this.#ground, incoming));
    }
    if (isUpload(url.pathname)) return this.#upload(incoming, known);
    if (isMonitor(url.pathname)) return this.#watched(monitorSite(method), () => monitor(this.#ground, incoming));
    const caller = await this.#caller(incoming);
    known.app = caller.app.id;
    if (!url.pathname.startsWith(VERSION)) throw notImplemented(`${method} ${url.pathname}`);
    const path = url.pathname.slice(VERSION.length);
    if (isBatch(method, path)) {
      const site: CallSite = { name: "POST /$batch", units: 0, app: known.app, whole: true };
      const instead = this.#watch.before(site);
      if (instead) return instead;
      const answer = await batch(body, async (asked) => {
        try {
          return await onTime(await this.#serve(asked, caller, true));
        } catch (error) {
          return failed(error);
        }
      });
      return this.#watch.after(site) ?? { ...answer, waitsMs: this.#watch.slow(site) };
    }
    return this.#serve({ method, path, search: url.searchParams, headers, body }, caller);
  }

  async #caller(incoming: Incoming): Promise<Caller> {
    const [, token] = /^Bearer (\S+)$/i.exec(incoming.headers.authorization ?? "") ?? [];
    const caller = token === undefined ? undefined : await this.#authenticate(token);
    if (caller) return caller;
    const message = token === undefined ? "Access token is empty." : "Access token validation failure.";
    throw new GraphError(401, "InvalidAuthenticationToken", message, {
      "www-authenticate":
        'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
    });
  }

  async #serve(asked: Asked, caller: Caller, batched = false): Promise<Answer> {
    const ground = this.#ground;
    const said = forMe(asked.path.replace(/\/$/, ""), caller);
    const path = samePlace(ground, throughPerson(ground, said, caller));
    const found = find(asked.method, path);
    if (!found) throw notImplemented(`${asked.method} ${asked.path}`);
    const { route, match } = found;
    const query = new Query(asked.search);
    const unknown = query.firstUnknown(route.options);
    if (unknown) throw notImplemented(`$${unknown} on ${asked.method} ${match.template}`);
    const inside = [...query.expanded().keys()].find((name) => !route.expands.includes(name));
    if (inside !== undefined) throw notImplemented(`$expand=${inside} on ${asked.method} ${match.template}`);
    checkPermission(caller, route.needs, match.parameters);
    if (route.needs === "sites") checkRole(ground, caller, match.parameters, route.role);
    const { method, headers, body } = asked;
    const call = { ...ground, method, path, parameters: match.parameters, query, headers, body, caller };
    await route.prepare?.(call);
    const site = { ...callSite(ground, route, match, query), app: caller.app.id, batched, body };
    const answer = this.#watched(site, () =>
      method === "GET" ? route.handle(call) : ground.database.transaction(() => route.handle(call)),
    );
    if (method !== "GET") this.#notifier.changed(match.parameters);
    return answer;
  }

  #upload(incoming: Incoming, known: Known): Answer {
    const session = sessionAt(this.#ground, incoming);
    const { app } = JSON.parse(session.caller) as Caller;
    known.app = app.id;
    const site = { ...uploadSite(this.#ground, incoming.method, session.driveId), app: app.id };
    return this.#watched(site, () => {
      const answer = this.#ground.database.transaction(() => upload(this.#ground, incoming));
      forgetFinished(this.#ground, session.id);
      this.#notifier.changed({ "drive-id": session.driveId });
      return answer;
    });
  }

  /** Served, with whatever is to be done to clients before it and after it is committed; a refusal counts as served. */
  #watched(site: CallSite, serve: () => Answer): Answer {
    const instead = this.#watch.before(site);
    if (instead) return instead;
    let served: Answer | undefined;
    let refused: unknown;
    try {
      served = serve();
    } catch (error) {
      refused = error;
    }
    const lost = this.#watch.after(site);
    if (lost) return lost;
    const waitsMs = this.#watch.slow(site);
    if (!served) throw refused;
    return waitsMs > 0 ? { ...served, waitsMs } : served;
  }
}

/** Who asks, once it is known. */
interface Known {
  app: string;
}

/** The answer, no sooner than it is to be given. */
async function onTime({ waitsMs = 0, ...answer }: Answer): Promise<Answer> {
  if (waitsMs > 0) await delay(waitsMs, undefined, { ref: false });
  return answer;
}

const asGraphError = (error: unknown): GraphError => {
  if (error instanceof GraphError) return error;
  if (error instanceof URIError) return invalidRequest("The request address is not properly encoded.");
  return new GraphError(500, "generalException", error instanceof Error ? error.message : String(error));
};
