import type { UserSeed } from "../seed.ts";
import type { AppRegistration } from "./app-registration.ts";
import type { Grant } from "./token-endpoint.ts";
import type { Tokens } from "./tokens.ts";

/** The tenant as the issuer knows it. */
export interface Directory {
  readonly tenantId: string;
  readonly apps: readonly AppRegistration[];
  readonly tokens: Tokens;
  /** Authorisation codes given out and not yet used. */
  readonly grants: Map<string, Grant>;
  users(): readonly UserSeed[];
  user(id: string): UserSeed | undefined;
  now(): Date;
}
