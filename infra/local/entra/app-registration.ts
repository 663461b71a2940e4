/** An application registered in the local tenant. */
export interface AppRegistration {
  /** Application (client) id. */
  readonly id: string;
  readonly name: string;
  /** Client secret, if it proves itself by one. */
  readonly secret?: string;
  /** Public keys in PEM with which its client assertions are checked. */
  readonly publicKeys?: readonly string[];
  /** Application permissions on Graph, such as `Sites.Selected`. */
  readonly graphPermissions?: readonly string[];
  /** Delegated permissions on Graph it may ask for on behalf of people, such as `User.Read`. */
  readonly delegatedPermissions?: readonly string[];
  /** Loopback addresses people may be sent back to after signing in; the port does not matter. */
  readonly redirectUris?: readonly string[];
  /** Other names of its own api, such as `api://host/<id>`; `<id>` and `api://<id>` always work. */
  readonly identifierUris?: readonly string[];
}

export const GRAPH_RESOURCES = ["https://graph.microsoft.com", "00000003-0000-0000-c000-000000000000"];

/** What a scope asks for: Graph, or one of the registered apis, and by which permissions. */
export interface Resource {
  /** Absent for Graph. */
  readonly app?: AppRegistration;
  readonly permissions: readonly string[];
}

const openId = ["openid", "profile", "offline_access", "email"];

/** Reads a scope parameter; undefined when it names no resource, several, or an unknown one. */
export function resourceIn(scope: string, apps: readonly AppRegistration[]): Resource | undefined {
  const asked = scope.split(/\s+/).filter((one) => one !== "" && !openId.includes(one));
  const parts = asked.map((one) => {
    const at = one.lastIndexOf("/");
    return at < 0
      ? { of: "https://graph.microsoft.com", name: one }
      : { of: one.slice(0, at).replace(/\/$/, ""), name: one.slice(at + 1) };
  });
  const [first] = parts;
  if (!first || parts.some(({ of }) => of !== first.of)) return undefined;
  const permissions = parts.map(({ name }) => name);
  if (GRAPH_RESOURCES.includes(first.of)) return { permissions };
  const app = apps.find(({ id, identifierUris = [] }) => [id, `api://${id}`, ...identifierUris].includes(first.of));
  return app && { app, permissions };
}
