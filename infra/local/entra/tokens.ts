import { createHash, randomUUID } from "node:crypto";
import { type JWTPayload, jwtVerify, SignJWT } from "jose";
import type { UserSeed } from "../seed.ts";
import type { AppRegistration } from "./app-registration.ts";
import type { SigningKey } from "./signing-key.ts";

export const LIFETIME_S = 3600;
const GRAPH = "https://graph.microsoft.com";

export const issuerOf = (tenantId: string): string => `https://login.microsoftonline.com/${tenantId}/v2.0`;

/** Makes tokens with Entra's claims: version 2.0 for registered apis, version 1.0 for Graph, as Entra does. */
export class Tokens {
  readonly #tenantId: string;
  readonly #key: SigningKey;
  readonly now: () => Date;

  constructor(tenantId: string, key: SigningKey, now: () => Date) {
    this.#tenantId = tenantId;
    this.#key = key;
    this.now = now;
  }

  #sign(claims: JWTPayload): Promise<string> {
    const now = Math.floor(this.now().getTime() / 1000);
    const times = { iat: now, nbf: now, exp: now + LIFETIME_S };
    return new SignJWT({ ...times, tid: this.#tenantId, uti: randomUUID(), ...claims })
      .setProtectedHeader({ typ: "JWT", alg: "RS256", kid: this.#key.id })
      .sign(this.#key.privateKey);
  }

  /** The same person is another `sub` to every application. */
  #subject(userId: string, appId: string): string {
    return createHash("sha256").update(`${userId} ${appId}`).digest("base64url");
  }

  /** For one of our apis, on behalf of a person. */
  user(api: AppRegistration, client: AppRegistration, user: UserSeed, scopes: readonly string[]): Promise<string> {
    return this.#sign({
      ver: "2.0",
      iss: issuerOf(this.#tenantId),
      aud: api.id,
      azp: client.id,
      azpacr: "0",
      oid: user.id,
      sub: this.#subject(user.id, api.id),
      scp: scopes.join(" "),
      name: user.displayName,
      preferred_username: user.userPrincipalName,
    });
  }

  /** For one of our apis, an application for itself. */
  app(api: AppRegistration, client: AppRegistration): Promise<string> {
    const object = this.#subject(client.id, this.#tenantId);
    return this.#sign({
      ver: "2.0",
      iss: issuerOf(this.#tenantId),
      aud: api.id,
      azp: client.id,
      azpacr: "1",
      idtyp: "app",
      oid: object,
      sub: object,
    });
  }

  /** For Graph: an application for itself, or on behalf of a person. */
  graph(client: AppRegistration, permissions: readonly string[], user?: UserSeed): Promise<string> {
    const whose = user
      ? {
          idtyp: "user",
          oid: user.id,
          sub: this.#subject(user.id, GRAPH),
          upn: user.userPrincipalName,
          name: user.displayName,
          scp: permissions.join(" "),
        }
      : { idtyp: "app", oid: client.id, sub: client.id, roles: permissions };
    return this.#sign({
      ver: "1.0",
      iss: `https://sts.windows.net/${this.#tenantId}/`,
      aud: GRAPH,
      appid: client.id,
      app_displayname: client.name,
      ...whose,
    });
  }

  /** Who signed in, for the client itself. */
  id(client: AppRegistration, user: UserSeed, nonce?: string): Promise<string> {
    return this.#sign({
      ver: "2.0",
      iss: issuerOf(this.#tenantId),
      aud: client.id,
      oid: user.id,
      sub: this.#subject(user.id, client.id),
      name: user.displayName,
      preferred_username: user.userPrincipalName,
      ...(nonce === undefined ? {} : { nonce }),
    });
  }

  /** The claims of one of these tokens for that audience; undefined when it is not one, or out of time. */
  async read(token: string, audience: readonly string[]): Promise<JWTPayload | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.#key.publicKey, {
        algorithms: ["RS256"],
        audience: [...audience],
        currentDate: this.now(),
        requiredClaims: ["exp", "nbf", "iss"],
      });
      return payload.tid === this.#tenantId ? payload : undefined;
    } catch {
      return undefined;
    }
  }
}
