import type { AddressInfo } from "node:net";
import { createServer, type Request, type Response, type Server } from "restify";
import { LineOfSightError } from "#domain/errors.ts";
import { clearLeftovers } from "./clear-leftovers.ts";
import type { Config } from "./config.ts";
import { foldersOf } from "./folders.ts";
import type { Channel } from "./jobs/channel.ts";
import { compilePack } from "./jobs/compile-pack.ts";
import { keepUp } from "./jobs/keep-up.ts";
import { loadImport } from "./jobs/load-import.ts";
import { resumeJobs } from "./jobs/run-job.ts";
import { watchAccounts } from "./jobs/watch-accounts.ts";
import { mount, referenceOf } from "./mount.ts";
import { openApi } from "./open-api.ts";
import { ask } from "./operations/ask.ts";
import { findPerson } from "./operations/everybody.ts";
import { operations } from "./operations/index.ts";
import type { Outside } from "./outside.ts";
import { problemOf } from "./problem.ts";
import { type RateLimit, rateLimit } from "./rate-limit.ts";
import { type Readiness, siteReadiness } from "./readiness.ts";
import { pageHeaders } from "./security-headers.ts";
import { tabFile } from "./tab-files.ts";

/** Another face on the same server: the bot hangs itself on with this. */
export type Face = (server: Server) => void;

export interface Serving {
  readonly url: string;
  /** Unready, drain, stop. */
  close(): Promise<void>;
}

interface Settings {
  readonly config: Config;
  readonly outside: Outside;
  /** The tab's built files. */
  readonly tabDir: string;
  readonly faces?: readonly Face[];
  /** Where the bot speaks of its own accord; without one nothing is sent. */
  readonly channel?: Channel | undefined;
  /** Origins that may frame the tab besides Microsoft's, for a host page on one machine. */
  readonly frames?: readonly string[];
  readonly limit?: RateLimit;
}

/** Serves tab, bot and api from one process. Resolves when it listens. */
export async function serve({
  config,
  outside,
  tabDir,
  faces = [],
  channel,
  frames = [],
  limit = rateLimit(),
}: Settings): Promise<Serving> {
  await clearLeftovers(foldersOf(config));
  const server = createServer({
    name: "Line of Sight",
    handleUncaughtExceptions: false,
    formatters: { [PROBLEM]: strayProblem },
  });
  server.pre((_request, response, next) => {
    response.header("x-content-type-options", "nosniff");
    next();
  });
  server.on("restifyError", (_request, response, _error, done) => {
    response.contentType = PROBLEM;
    return done();
  });
  // Nothing here speaks another protocol, and restify would leave whoever asks for one waiting for ever.
  server.server.on("upgrade", (_request, socket) => socket.destroy());
  let stopping = false;
  server.get("/healthz", (_request, response, next) => {
    response.send(200, { alive: true });
    next();
  });
  const readiness = siteReadiness(outside.files);
  server.get("/readyz", async (_request: Request, response: Response) => {
    const { ready, say }: Readiness = stopping ? { ready: false } : await readiness();
    response.send(ready ? 200 : 503, { ready, ...(say && { say }) });
  });
  server.get("/api/openapi.json", (_request, response, next) => {
    response.send(200, openApi(operations));
    next();
  });
  server.get("/api/sign-in", (_request, response, next) => {
    response.send(200, signInOf(config));
    next();
  });
  const who = async (request: Request) => {
    const { id } = await outside.signedIn(request.header("authorization"));
    const person = findPerson(outside, id);
    if (person) return person;
    throw new LineOfSightError(
      "not-allowed",
      "You are not in the people register yet, or have left it. Ask your administrator to add you.",
    );
  };
  for (const operation of operations) {
    mount(server, operation, {
      who,
      limit,
      log: outside.log,
      asOf: () => outside.sharePoint.asOf(),
      ask: (person, wanted, input, brought) => ask(outside, person, wanted, input, brought),
      onBehalf: outside.onBehalf,
    });
  }
  for (const face of faces) face(server);
  server.get("/*", async (request: Request, response: Response) => page(request, response, tabDir, frames));
  const stopLoops = keepUp(outside, channel);
  const stopWatching = watchAccounts(outside);
  void resumeJobs(outside, [loadImport, compilePack]);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.local ? "127.0.0.1" : "0.0.0.0", resolve);
  });
  const { port } = server.address() as unknown as AddressInfo;
  return {
    url: config.local ? `http://127.0.0.1:${port}` : config.publicUrl,
    async close() {
      stopping = true;
      stopWatching();
      await Promise.all([stopLoops(), new Promise<void>((resolve) => server.close(() => resolve()))]);
    },
  };
}

/** How a browser signs in outside Teams: on one machine, by choosing a demo person at the local issuer. */
const signInOf = ({ local, tenant, app }: Config) =>
  local
    ? {
        kind: "choose-a-person",
        authorize: `${local.url}/${tenant}/oauth2/v2.0/authorize`,
        scope: `api://${app}/access_as_user`,
      }
    : { kind: "teams-only" };

const PROBLEM = "application/problem+json";

/** What no route answers, in the same form as everything else and with nothing of our insides. */
function strayProblem(request: Request, response: Response): string {
  const failure =
    response.statusCode < 500
      ? new LineOfSightError("not-found", "There is nothing at this address, or it cannot be used this way.")
      : new LineOfSightError("unavailable", "Something went wrong on our side. Nothing was lost: try again.");
  return JSON.stringify({ ...problemOf(failure, referenceOf(request)), status: response.statusCode });
}

async function page(request: Request, response: Response, tabDir: string, frames: readonly string[]) {
  const path = request.path();
  const file = path.startsWith("/api/") ? undefined : await tabFile(tabDir, path);
  if (!file) {
    response.contentType = PROBLEM;
    response.send(404, {});
    return;
  }
  response.writeHead(200, {
    ...pageHeaders(frames),
    "content-type": file.type,
    "cache-control": file.lasting ? "public, max-age=31536000, immutable" : "no-cache",
  });
  response.end(Buffer.from(file.bytes));
}
