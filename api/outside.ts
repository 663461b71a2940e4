import type { Claims, Clock, Files, Keys, NewId, Store } from "#domain/ports.ts";
import type { Engine } from "./records/engine.ts";

/**
 * Everything the rules do not know: time, chance, SharePoint, keys, the figures engine, the channel.
 * Two constructors make it, `localOutside` and `tenantOutside`; nothing else differs between a laptop and a tenant.
 */
export interface Outside {
  readonly clock: Clock;
  readonly newId: NewId;
  readonly store: Store;
  readonly files: Files;
  readonly claims: Claims;
  readonly keys: Keys;
  readonly engine: Engine;
}
