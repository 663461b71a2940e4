import type { JWTPayload } from "jose";
import type { Caller } from "../graph/call.ts";
import type { Authenticate } from "../graph/graph-service.ts";
import { type AppRegistration, GRAPH_RESOURCES } from "./app-registration.ts";
import type { Tokens } from "./tokens.ts";

const MOST_REMEMBERED = 1000;

function callerIn(claims: JWTPayload, apps: readonly AppRegistration[]): Caller | undefined {
  const app = apps.find(({ id }) => id === claims.appid);
  if (!app) return undefined;
  const permissions =
    typeof claims.scp === "string"
      ? claims.scp.split(" ")
      : Array.isArray(claims.roles)
        ? claims.roles.map(String)
        : [];
  const user = claims.idtyp === "user" ? { id: String(claims.oid), name: String(claims.name) } : undefined;
  return { app: { id: app.id, name: app.name }, permissions, ...(user ? { user } : {}) };
}

/** Reads Graph tokens of this issuer; a signature is checked once per token. */
export function graphCaller(tokens: Tokens, apps: readonly AppRegistration[]): Authenticate {
  const known = new Map<string, { readonly caller: Caller; readonly until: number }>();
  return async (token) => {
    const seen = known.get(token);
    if (seen && seen.until > tokens.now().getTime()) return seen.caller;
    const claims = await tokens.read(token, GRAPH_RESOURCES);
    const caller = claims && callerIn(claims, apps);
    if (!caller) return undefined;
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(token, { caller, until: Number(claims.exp) * 1000 });
    return caller;
  };
}
