import { type Answer, json, noContent } from "../http/answer.ts";
import type { Incoming } from "../http/incoming.ts";
import type { Clock } from "./clock.ts";
import type { Disturbance } from "./disturbance.ts";
import { faultsIn, instantIn, killIn, Misused, nameIn, optionalNumber, type Said, said } from "./said.ts";
import { DOCUMENTED_UNITS } from "./throttle.ts";

const PREFIX = "/_control/";

/** Copies of everything, by name. */
export interface Snapshots {
  take(name: string): void;
  /** Back to a copy; without a name, to what was handed in at the start. */
  reset(name?: string): void;
}

/** What the local tenant holds that Graph has no call for. */
export interface TenantFacts {
  /** Bytes a library may hold; undefined lifts the limit. */
  setQuota(total: number | undefined): void;
  /** Activity notifications sent so far. */
  notifications(): readonly unknown[];
}

interface Ground {
  readonly disturbance: Disturbance;
  readonly snapshots: Snapshots;
  readonly clock: Clock;
  readonly tenant: TenantFacts;
}

type Control = (ground: Ground, body: Said) => unknown;

function reset({ snapshots, disturbance, clock }: Ground, body: Said): void {
  snapshots.reset(nameIn(body, false));
  disturbance.lift();
  disturbance.forgetCalls();
  clock.release();
}

const setClock: Control = ({ clock }, body) => {
  clock.set(instantIn(body, clock.now()));
  return { now: clock.now().toISOString() };
};

/** Everything that can be asked, by method and name; what one answers is sent as JSON. */
const controls: Readonly<Record<string, Control>> = {
  "GET calls": ({ disturbance }) => ({ calls: disturbance.calls() }),
  "DELETE calls": ({ disturbance }) => disturbance.forgetCalls(),
  "POST kill": ({ disturbance }, body) => disturbance.setKill(killIn(body)),
  "DELETE kill": ({ disturbance }) => disturbance.setKill(undefined),
  "POST faults": ({ disturbance }, body) => disturbance.faults.set(faultsIn(body)),
  "DELETE faults": ({ disturbance }) => disturbance.faults.set([]),
  "POST throttle": ({ disturbance }, body) =>
    disturbance.throttle.set(optionalNumber(body.unitsPerMinute, "unitsPerMinute") ?? DOCUMENTED_UNITS),
  "DELETE throttle": ({ disturbance }) => disturbance.throttle.set(undefined),
  "GET clock": ({ clock }) => ({ now: clock.now().toISOString() }),
  "POST clock": setClock,
  "DELETE clock": ({ clock }) => clock.release(),
  "POST quota": ({ tenant }, body) => tenant.setQuota(optionalNumber(body.total, "total")),
  "DELETE quota": ({ tenant }) => tenant.setQuota(undefined),
  "GET notifications": ({ tenant }) => ({ notifications: tenant.notifications() }),
  "POST snapshot": ({ snapshots }, body) => snapshots.take(nameIn(body, true) ?? ""),
  "POST reset": reset,
};

/** `/_control/…`: for tests on this machine. Nothing like it exists in Microsoft 365. */
export class ControlService {
  readonly #ground: Ground;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  serves(path: string): boolean {
    return path.startsWith(PREFIX);
  }

  answer({ method, url, headers, body }: Incoming): Answer {
    // A page in a browser on this machine must not reach it.
    if (headers.origin !== undefined) return json({ error: "Not for browsers." }, 403);
    const asked = `${method} ${url.pathname.slice(PREFIX.length)}`;
    const control = Object.hasOwn(controls, asked) ? controls[asked] : undefined;
    if (!control) return json({ error: `There is no control ${asked}.` }, 404);
    try {
      const told = control(this.#ground, said(body));
      return told === undefined ? noContent : json(told);
    } catch (error) {
      if (error instanceof Misused || error instanceof SyntaxError) return json({ error: error.message }, 400);
      throw error;
    }
  }
}
