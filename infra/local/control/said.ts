import type { Kill } from "./disturbance.ts";
import type { Fault } from "./faults.ts";

/** A control that was asked for something it does not do. */
export class Misused extends Error {}

export type Said = Readonly<Record<string, unknown>>;

const isSaid = (value: unknown): value is Said => typeof value === "object" && value !== null && !Array.isArray(value);

export function said(body: Buffer): Said {
  const value: unknown = body.length === 0 ? {} : JSON.parse(body.toString("utf8"));
  if (!isSaid(value)) throw new Misused("A JSON object is expected.");
  return value;
}

export const optionalNumber = (value: unknown, name: string): number | undefined => {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "number" || !Number.isFinite(value) || value < 0)
    throw new Misused(`${name} is a number, 0 or more.`);
  return value;
};

const moment = (value: unknown): "before" | "after" => {
  if (value !== undefined && value !== "before" && value !== "after") throw new Misused("when is before or after.");
  return value ?? "before";
};

const statuses: readonly number[] = [0, 429, 503, 504];

function statusIn(body: Said): Pick<Fault, "status" | "slowMs"> {
  const status = optionalNumber(body.status, "status");
  const slowMs = optionalNumber(body.slowMs, "slowMs");
  if (status === undefined && slowMs === undefined) throw new Misused("A status or slowMs is expected.");
  if (status !== undefined && !statuses.includes(status)) {
    throw new Misused("status is 429, 503, 504, or 0 to cut the connection.");
  }
  return {
    ...(status === undefined ? {} : { status: status as NonNullable<Fault["status"]> }),
    ...(slowMs === undefined ? {} : { slowMs }),
  };
}

function faultIn(body: Said): Fault {
  const { site, within } = body;
  if (within !== undefined && within !== "batch" && within !== "alone") throw new Misused("within is batch or alone.");
  const numbers = Object.fromEntries(
    ["times", "share", "retryAfter"]
      .map((name) => [name, optionalNumber(body[name], name)] as const)
      .filter(([, value]) => value !== undefined),
  );
  return {
    ...statusIn(body),
    ...("times" in numbers || "share" in numbers ? {} : { times: 1 }),
    ...numbers,
    ...(typeof site === "string" ? { site } : {}),
    ...(within === undefined ? {} : { within }),
    when: moment(body.when),
    seed: optionalNumber(body.seed, "seed") ?? 1,
  };
}

/** One fault, or several as `{"faults": […]}`. Throws {@link Misused}. */
export function faultsIn(body: Said): readonly Fault[] {
  if (body.faults === undefined) return [faultIn(body)];
  if (!Array.isArray(body.faults) || !body.faults.every(isSaid)) throw new Misused("faults is a list of faults.");
  return body.faults.map(faultIn);
}

export function killIn(body: Said): Kill {
  const { pid, site, containing } = body;
  if (!Number.isSafeInteger(pid) || Number(pid) < 2) throw new Misused("pid is a process id.");
  if (typeof site !== "string") throw new Misused("site is the name of a call site.");
  const occurrence = optionalNumber(body.occurrence, "occurrence") ?? 1;
  const words = typeof containing === "string" ? { containing } : {};
  return { pid: Number(pid), site, when: moment(body.when), occurrence, ...words };
}

export function nameIn(body: Said, needed: boolean): string | undefined {
  const { name } = body;
  if (name === undefined && !needed) return undefined;
  if (typeof name !== "string" || !/^[\w-]{1,60}$/.test(name))
    throw new Misused("name is up to 60 letters, digits, - or _.");
  return name;
}

/** `{"at": instant}` or `{"seconds": n}` on from where it is. */
export function instantIn(body: Said, now: Date): Date {
  if (body.at === undefined) return new Date(now.getTime() + 1000 * (optionalNumber(body.seconds, "seconds") ?? 0));
  const at = new Date(typeof body.at === "string" ? body.at : Number.NaN);
  if (Number.isNaN(at.getTime())) throw new Misused("at is an instant, such as 2026-10-12T09:00:00Z.");
  return at;
}
