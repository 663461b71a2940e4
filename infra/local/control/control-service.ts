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

interface Control {
  /** One sentence for the documentation: what it takes and does. */
  readonly tells: string;
  readonly do: (ground: Ground, body: Said) => unknown;
}

function reset({ snapshots, disturbance, clock }: Ground, body: Said): void {
  snapshots.reset(nameIn(body, false));
  disturbance.lift();
  disturbance.forgetCalls();
  clock.release();
}

function setClock({ clock }: Ground, body: Said): { readonly now: string } {
  clock.set(instantIn(body, clock.now()));
  return { now: clock.now().toISOString() };
}

/** Everything that can be asked, by method and name; what one answers is sent as JSON. */
export const controls: Readonly<Record<string, Control>> = {
  "GET calls": {
    tells: "How often each call site was called.",
    do: ({ disturbance }) => ({ calls: disturbance.calls() }),
  },
  "DELETE calls": { tells: "Counts from nothing again.", do: ({ disturbance }) => disturbance.forgetCalls() },
  "POST faults": {
    tells:
      "One fault, or several as `{faults: […]}`: `status` 429, 503, 504 or 0 (the connection is cut), or `slowMs`; `times` or `share` (0 to 1, by `seed`); `retryAfter` seconds; `site`, where `*` stands for anything and `POST /$batch` is a batch as a whole; `within` batch or alone; `when` before or after the commit.",
    do: ({ disturbance }, body) => disturbance.faults.set(faultsIn(body)),
  },
  "DELETE faults": { tells: "No more faults.", do: ({ disturbance }) => disturbance.faults.set([]) },
  "POST throttle": {
    tells: `Limits each application to \`unitsPerMinute\`; without a number to the documented ${DOCUMENTED_UNITS}. Headers from 80 %, then 429.`,
    do: ({ disturbance }, body) =>
      disturbance.throttle.set(optionalNumber(body.unitsPerMinute, "unitsPerMinute") ?? DOCUMENTED_UNITS),
  },
  "DELETE throttle": { tells: "Lifts the limit.", do: ({ disturbance }) => disturbance.throttle.set(undefined) },
  "POST kill": {
    tells:
      "Kills process `pid` at the `occurrence`th call of `site`, `when` before or after its commit; with `containing` only where the body has these words.",
    do: ({ disturbance }, body) => disturbance.setKill(killIn(body)),
  },
  "DELETE kill": { tells: "Spares it.", do: ({ disturbance }) => disturbance.setKill(undefined) },
  "GET clock": { tells: "The service's time.", do: ({ clock }) => ({ now: clock.now().toISOString() }) },
  "POST clock": {
    tells: "Sets the service's clock `at` an instant, or `seconds` on; tokens stay on the machine's.",
    do: setClock,
  },
  "DELETE clock": { tells: "Back to the machine's clock.", do: ({ clock }) => clock.release() },
  "POST quota": {
    tells: "`total` bytes each library may hold; past it 507.",
    do: ({ tenant }, body) => tenant.setQuota(optionalNumber(body.total, "total")),
  },
  "DELETE quota": { tells: "The usual 25 TiB.", do: ({ tenant }) => tenant.setQuota(undefined) },
  "GET notifications": {
    tells: "Activity notifications sent.",
    do: ({ tenant }) => ({ notifications: tenant.notifications() }),
  },
  "POST snapshot": {
    tells: "Keeps a copy of everything under a `name`.",
    do: ({ snapshots }, body) => snapshots.take(nameIn(body, true) ?? ""),
  },
  "POST reset": {
    tells: "Back to the copy of this `name`, without one to the start; lifts all of the above.",
    do: reset,
  },
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
      const told = control.do(this.#ground, said(body));
      return told === undefined ? noContent : json(told);
    } catch (error) {
      if (error instanceof Misused || error instanceof SyntaxError) return json({ error: error.message }, 400);
      throw error;
    }
  }
}
