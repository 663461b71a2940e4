import { createHash, randomBytes } from "node:crypto";
import type { Answer } from "../http/answer.ts";
import { json } from "../http/answer.ts";
import type { Incoming } from "../http/incoming.ts";
import type { UserSeed } from "../seed.ts";
import { type AppRegistration, type Resource, resourceIn } from "./app-registration.ts";
import { provenClient } from "./client-proof.ts";
import type { Directory } from "./directory.ts";
import { EntraError } from "./entra-error.ts";
import { LIFETIME_S } from "./tokens.ts";

const OBO = "urn:ietf:params:oauth:grant-type:jwt-bearer";

/** An authorisation code's meaning; used once. */
export interface Grant {
  readonly client: AppRegistration;
  readonly user: UserSeed;
  readonly redirectUri: string;
  readonly scope: string;
  readonly nonce?: string | undefined;
  readonly challenge?: string | undefined;
  readonly expires: number;
}

const invalidScope = (scope: string): EntraError =>
  new EntraError(
    "invalid_scope",
    70011,
    `The provided value for the input parameter 'scope' is not valid: '${scope}'.`,
  );

function resource(scope: string, directory: Directory): Resource {
  const found = resourceIn(scope, directory.apps);
  if (!found) throw invalidScope(scope);
  return found;
}

/** An access token for a person: for an api with the scopes asked for, for Graph with those the client was given. */
export function userToken(
  directory: Directory,
  client: AppRegistration,
  user: UserSeed,
  scope: string,
): Promise<string> {
  const { app, permissions } = resource(scope, directory);
  if (app) {
    const scopes = permissions.includes(".default") ? ["access_as_user"] : permissions;
    if (scopes.some((one) => one !== "access_as_user")) throw invalidScope(scope);
    return directory.tokens.user(app, client, user, scopes);
  }
  const given = client.delegatedPermissions ?? [];
  const asked = permissions.includes(".default") ? given : permissions;
  if (asked.length === 0 || asked.some((one) => !given.includes(one))) {
    throw new EntraError(
      "invalid_grant",
      65001,
      "The user or administrator has not consented to use the application with these permissions.",
    );
  }
  return directory.tokens.graph(client, asked, user);
}

async function answerFor(
  directory: Directory,
  grant: { client: AppRegistration; user: UserSeed; scope: string; nonce?: string | undefined },
): Promise<Answer> {
  const { client, user, scope, nonce } = grant;
  const clientInfo = Buffer.from(JSON.stringify({ uid: user.id, utid: directory.tenantId })).toString("base64url");
  return told({
    access_token: await userToken(directory, client, user, scope),
    id_token: await directory.tokens.id(client, user, nonce),
    scope,
    client_info: clientInfo,
  });
}

const told = (what: object): Answer =>
  json({ token_type: "Bearer", expires_in: LIFETIME_S - 1, ext_expires_in: LIFETIME_S - 1, ...what }, 200, {
    "cache-control": "no-store",
    pragma: "no-cache",
  });

async function forItself(directory: Directory, client: AppRegistration, scope: string): Promise<Answer> {
  const { app, permissions } = resource(scope, directory);
  if (permissions.length !== 1 || permissions[0] !== ".default") {
    throw new EntraError(
      "invalid_scope",
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.`,
    );
  }
  return told({
    access_token: app
      ? await directory.tokens.app(app, client)
      : await directory.tokens.graph(client, client.graphPermissions ?? []),
  });
}

async function onBehalfOf(directory: Directory, client: AppRegistration, form: URLSearchParams): Promise<Answer> {
  if (form.get("requested_token_use") !== "on_behalf_of")
    throw new EntraError("invalid_request", 90014, "requested_token_use must be on_behalf_of.");
  const claims = await directory.tokens.read(form.get("assertion") ?? "", [client.id]);
  const user = typeof claims?.oid === "string" && claims.scp !== undefined ? directory.user(claims.oid) : undefined;
  if (!user)
    throw new EntraError("invalid_grant", 500131, "Assertion is not a token for this application, or is out of time.");
  if (user.accountEnabled === false) throw new EntraError("invalid_grant", 50057, "The user account is disabled.");
  return answerFor(directory, { client, user, scope: form.get("scope") ?? "" });
}

function byCode(directory: Directory, client: AppRegistration, form: URLSearchParams): Promise<Answer> {
  const code = form.get("code") ?? "";
  const grant = directory.grants.get(code);
  directory.grants.delete(code);
  const verifier = createHash("sha256")
    .update(form.get("code_verifier") ?? "")
    .digest("base64url");
  const holds =
    grant !== undefined &&
    grant.client.id === client.id &&
    grant.redirectUri === form.get("redirect_uri") &&
    grant.expires > directory.now().getTime() &&
    (grant.challenge === undefined || grant.challenge === verifier);
  if (!holds)
    throw new EntraError(
      "invalid_grant",
      70008,
      "The provided authorization code is used, out of time or not for this request.",
    );
  return answerFor(directory, grant);
}

export function newCode(directory: Directory, grant: Grant): string {
  const code = randomBytes(32).toString("base64url");
  directory.grants.set(code, grant);
  return code;
}

/** `POST /{tenant}/oauth2/v2.0/token`. Throws EntraError. */
export async function token(directory: Directory, incoming: Incoming): Promise<Answer> {
  const form = new URLSearchParams(incoming.body.toString("utf8"));
  const client = await provenClient(form, incoming.headers.authorization, { ...directory, now: directory.now() });
  switch (form.get("grant_type")) {
    case "client_credentials":
      return forItself(directory, client, form.get("scope") ?? "");
    case OBO:
      return onBehalfOf(directory, client, form);
    case "authorization_code":
      return byCode(directory, client, form);
    default:
      throw new EntraError(
        "unsupported_grant_type",
        70003,
        `The grant type '${form.get("grant_type") ?? ""}' is not supported.`,
      );
  }
}
