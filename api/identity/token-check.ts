import { createRemoteJWKSet, customFetch, errors, type JWTPayload, jwtVerify } from "jose";
import { LineOfSightError } from "#domain/errors.ts";
import { remembering } from "./remembering.ts";

export interface TokenSettings {
  readonly tenant: string;
  /** Application id of our registration: the token's audience. */
  readonly audience: string;
  /** Applications that may ask on a person's behalf: the Teams clients. */
  readonly clients: readonly string[];
  /** How the issuer's keys are fetched; over loopback on one machine. */
  readonly fetch?: typeof fetch;
}

/** Who the token says is asking. The name is for the screen; rights come from the people register alone. */
export interface Caller {
  readonly id: string;
  readonly name: string;
}

const LONGEST = 16_384;
/** For clocks that differ, in seconds. */
const TOLERANCE = 60;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Web, desktop and mobile Teams, Outlook and Microsoft 365, as Microsoft publishes them for single sign-on. */
export const teamsClients = [
  "1fec8e78-bce4-4aaf-ab1b-5451cc387264",
  "5e3ce6c0-2b1f-4285-8d4b-75ee78787346",
  "4765445b-32c6-49b0-83e6-1d93765276ca",
  "0ec893e0-5785-4de6-99da-4ed124e5296c",
  "d3590ed6-52b3-4102-aeff-aad2292ab01c",
  "bc59ab01-8403-45c6-8796-ac3ef710b3e3",
  "27922004-5251-4030-b22d-91ecd9a37ea4",
] as const;

/**
 * Checks an Entra v2 token as `design/security.md` lists: RS256, own issuer and tenant, string audience, version 2.0,
 * the scope word, an allowed client, a person's object id, not expired, not an app's own token. What was found good is
 * remembered by its hash until it ends, a few minutes at most.
 */
export function tokenCheck(settings: TokenSettings): (authorization: string | undefined) => Promise<Caller> {
  const issuer = `https://login.microsoftonline.com/${settings.tenant}/v2.0`;
  const keys = createRemoteJWKSet(
    new URL(`https://login.microsoftonline.com/${settings.tenant}/discovery/v2.0/keys`),
    settings.fetch ? { [customFetch]: settings.fetch } : {},
  );
  const verified = remembering(async (token: string) => {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer,
      audience: settings.audience,
      algorithms: ["RS256"],
      clockTolerance: TOLERANCE,
      requiredClaims: ["exp", "nbf", "iat"],
    }).catch((error: unknown) => {
      throw unreachable(error) ?? notSignedIn();
    });
    if (typeof protectedHeader.kid !== "string" || !trusted(payload, settings)) throw notSignedIn();
    const caller: Caller = { id: String(payload.oid), name: typeof payload.name === "string" ? payload.name : "" };
    return { value: caller, until: ((payload.exp ?? 0) + TOLERANCE) * 1000 };
  });
  return async (authorization) => {
    const token = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/.exec(authorization ?? "")?.[1];
    if (!token || token.length > LONGEST) throw notSignedIn();
    return verified(token);
  };
}

const trusted = (claims: JWTPayload, { tenant, clients }: TokenSettings): boolean =>
  typeof claims.aud === "string" &&
  claims.tid === tenant &&
  claims.ver === "2.0" &&
  typeof claims.scp === "string" &&
  claims.scp.split(" ").includes("access_as_user") &&
  (claims.idtyp === undefined || claims.idtyp === "user") &&
  typeof claims.azp === "string" &&
  clients.includes(claims.azp) &&
  typeof claims.oid === "string" &&
  GUID.test(claims.oid);

const notSignedIn = () =>
  new LineOfSightError("not-signed-in", "You are not signed in, or your sign-in has run out. Sign in again.");

/** The issuer's keys could not be read: nobody's fault who asks. */
const unreachable = (error: unknown) =>
  error instanceof errors.JOSEError && error.code !== "ERR_JWKS_TIMEOUT"
    ? undefined
    : new LineOfSightError("unavailable", "Sign-in cannot be checked at the moment. Try again in a minute.", {
        cause: error,
      });
