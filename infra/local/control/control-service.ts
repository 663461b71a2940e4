import { type Answer, json, noContent } from "../http/answer.ts";
import type { Incoming } from "../http/incoming.ts";
import type { Disturbance, Faults } from "./disturbance.ts";

const PREFIX = "/_control/";
const statuses: readonly number[] = [0, 429, 503, 504];

/** Copies of everything, by name. */
export interface Snapshots {
  take(name: string): void;
  /** Back to a copy; without a name, to what was handed in at the start. */
  reset(name?: string): void;
}

class Misused extends Error {}

type Said = Readonly<Record<string, unknown>>;

function said(body: Buffer): Said {
  const value: unknown = body.length === 0 ? {} : JSON.parse(body.toString("utf8"));
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Misused("A JSON object is expected.");
  return value as Said;
}

const optionalNumber = (value: unknown, name: string): number | undefined => {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "number" || !Number.isFinite(value) || value < 0)
    throw new Misused(`${name} is a number, 0 or more.`);
  return value;
};

const moment = (value: unknown): "before" | "after" => {
  if (value !== undefined && value !== "before" && value !== "after") throw new Misused("when is before or after.");
  return value ?? "before";
};

function faultsIn(body: Said): Faults | undefined {
  const status = optionalNumber(body.status, "status");
  if (status === undefined) return undefined;
  if (!statuses.includes(status)) throw new Misused("status is 429, 503, 504, or 0 to cut the connection.");
  const times = optionalNumber(body.times, "times");
  const share = optionalNumber(body.share, "share");
  const retryAfter = optionalNumber(body.retryAfter, "retryAfter");
  return {
    status: status as Faults["status"],
    ...(times === undefined && share === undefined ? { times: 1 } : {}),
    ...(times === undefined ? {} : { times }),
    ...(share === undefined ? {} : { share }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(typeof body.site === "string" ? { site: body.site } : {}),
    when: moment(body.when),
    seed: optionalNumber(body.seed, "seed") ?? 1,
  };
}

function nameIn(body: Said, needed: boolean): string | undefined {
  const { name } = body;
  if (name === undefined && !needed) return undefined;
  if (typeof name !== "string" || !/^[\w-]{1,60}$/.test(name))
    throw new Misused("name is up to 60 letters, digits, - or _.");
  return name;
}

/** `/_control/…`: for tests on this machine. Nothing like it exists in Microsoft 365. */
export class ControlService {
  readonly #disturbance: Disturbance;
  readonly #snapshots: Snapshots;

  constructor(disturbance: Disturbance, snapshots: Snapshots) {
    this.#disturbance = disturbance;
    this.#snapshots = snapshots;
  }

  serves(path: string): boolean {
    return path.startsWith(PREFIX);
  }

  answer(incoming: Incoming): Answer {
    // A page in a browser on this machine must not reach it.
    if (incoming.headers.origin !== undefined) return json({ error: "Not for browsers." }, 403);
    try {
      return this.#answer(incoming);
    } catch (error) {
      if (error instanceof Misused || error instanceof SyntaxError) return json({ error: error.message }, 400);
      throw error;
    }
  }

  #answer({ method, url, body }: Incoming): Answer {
    const name = url.pathname.slice(PREFIX.length);
    switch (`${method} ${name}`) {
      case "GET calls":
        return json({ calls: this.#disturbance.calls() });
      case "DELETE calls":
        this.#disturbance.forgetCalls();
        return noContent;
      case "POST kill":
        this.#kill(said(body));
        return noContent;
      case "DELETE kill":
        this.#disturbance.setKill(undefined);
        return noContent;
      case "POST faults":
        this.#disturbance.setFaults(faultsIn(said(body)));
        return noContent;
      case "DELETE faults":
        this.#disturbance.setFaults(undefined);
        return noContent;
      case "POST throttle":
        this.#disturbance.setThrottle(optionalNumber(said(body).unitsPerMinute, "unitsPerMinute"));
        return noContent;
      case "DELETE throttle":
        this.#disturbance.setThrottle(undefined);
        return noContent;
      case "POST snapshot":
        this.#snapshots.take(nameIn(said(body), true) ?? "");
        return noContent;
      case "POST reset":
        this.#reset(said(body));
        return noContent;
      default:
        return json({ error: `There is no control ${method} ${name}.` }, 404);
    }
  }

  #kill(body: Said): void {
    const { pid, site, containing } = body;
    if (!Number.isSafeInteger(pid) || Number(pid) < 2) throw new Misused("pid is a process id.");
    if (typeof site !== "string") throw new Misused("site is the name of a call site.");
    const occurrence = optionalNumber(body.occurrence, "occurrence") ?? 1;
    const words = typeof containing === "string" ? { containing } : {};
    this.#disturbance.setKill({ pid: Number(pid), site, when: moment(body.when), occurrence, ...words });
  }

  #reset(body: Said): void {
    this.#snapshots.reset(nameIn(body, false));
    this.#disturbance.setKill(undefined);
    this.#disturbance.setFaults(undefined);
    this.#disturbance.setThrottle(undefined);
    this.#disturbance.forgetCalls();
  }
}
