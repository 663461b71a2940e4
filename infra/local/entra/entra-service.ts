import { type Answer, json } from "../http/answer.ts";
import type { Incoming } from "../http/incoming.ts";
import { authorize } from "./authorize.ts";
import type { Directory } from "./directory.ts";
import { EntraError, entraFailure } from "./entra-error.ts";
import type { SigningKey } from "./signing-key.ts";
import { token } from "./token-endpoint.ts";
import { issuerOf } from "./tokens.ts";

const LOGIN = "https://login.microsoftonline.com";
const anyTenant = ["common", "organizations"];
const open = { "access-control-allow-origin": "*", "cache-control": "max-age=300, private" };

/** `/.well-known/openid-configuration`, with the real addresses: clients send them to loopback themselves. */
const metadata = (tenantId: string): Answer => {
  const of = `${LOGIN}/${tenantId}`;
  return json(
    {
      issuer: issuerOf(tenantId),
      authorization_endpoint: `${of}/oauth2/v2.0/authorize`,
      token_endpoint: `${of}/oauth2/v2.0/token`,
      jwks_uri: `${of}/discovery/v2.0/keys`,
      end_session_endpoint: `${of}/oauth2/v2.0/logout`,
      response_types_supported: ["code", "token"],
      response_modes_supported: ["query", "fragment"],
      subject_types_supported: ["pairwise"],
      id_token_signing_alg_values_supported: ["RS256"],
      scopes_supported: ["openid", "profile", "email", "offline_access"],
      token_endpoint_auth_methods_supported: ["client_secret_post", "private_key_jwt", "client_secret_basic"],
      claims_supported: ["sub", "iss", "aud", "exp", "iat", "nbf", "name", "preferred_username", "oid", "tid", "ver"],
      cloud_instance_name: "microsoftonline.com",
      msgraph_host: "graph.microsoft.com",
      tenant_region_scope: "EU",
    },
    200,
    open,
  );
};

const discovery = (tenantId: string): Answer =>
  json(
    {
      tenant_discovery_endpoint: `${LOGIN}/${tenantId}/v2.0/.well-known/openid-configuration`,
      "api-version": "1.1",
      metadata: [
        {
          preferred_network: "login.microsoftonline.com",
          preferred_cache: "login.windows.net",
          aliases: ["login.microsoftonline.com", "login.windows.net", "login.microsoft.com", "sts.windows.net"],
        },
      ],
    },
    200,
    open,
  );

/** Entra's v2 endpoints for one tenant. */
export class EntraService {
  readonly #directory: Directory;
  readonly #key: SigningKey;

  constructor(directory: Directory, key: SigningKey) {
    this.#directory = directory;
    this.#key = key;
  }

  serves(path: string): boolean {
    return /^\/[^/]+\/(?:oauth2\/v2\.0\/|v2\.0\/|discovery\/)/.test(path);
  }

  async answer(incoming: Incoming): Promise<Answer> {
    try {
      return await this.#answer(incoming);
    } catch (error) {
      if (error instanceof EntraError) return entraFailure(error, this.#directory.now());
      throw error;
    }
  }

  async #answer(incoming: Incoming): Promise<Answer> {
    const { tenantId } = this.#directory;
    const [, tenant = "", rest = ""] = /^\/([^/]+)\/(.*)$/.exec(incoming.url.pathname) ?? [];
    if (tenant !== tenantId && !anyTenant.includes(tenant)) {
      throw new EntraError("invalid_request", 90002, `Tenant '${tenant}' not found.`);
    }
    switch (`${incoming.method} ${rest}`) {
      case "GET v2.0/.well-known/openid-configuration":
        return metadata(tenantId);
      case "GET discovery/v2.0/keys":
        return json({ keys: [this.#key.published] }, 200, open);
      case "GET discovery/instance":
        return discovery(tenantId);
      case "POST oauth2/v2.0/token":
        return token(this.#directory, incoming);
      case "GET oauth2/v2.0/authorize":
      case "POST oauth2/v2.0/authorize":
        return authorize(this.#directory, incoming);
      default:
        return json(
          {
            error: "not_implemented",
            error_description: `The local issuer does not serve ${incoming.method} ${incoming.url.pathname}.`,
          },
          501,
        );
    }
  }
}
