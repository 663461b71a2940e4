import type { Call, Handler } from "./call.ts";
import type { Option } from "./query.ts";
import type { Role } from "./site-role.ts";

/** What a caller must have been granted. `resource`: sites, and the route itself looks which and how far. */
export type Need =
  | "sites"
  | "resource"
  | "users"
  | "changing users"
  | "people"
  | "groups"
  | "apps"
  | "changing apps"
  | "notifying";

/** One supported request. `{drive-item}` in a path stands for every way Graph addresses a file or folder. */
export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly needs: Need;
  /** How far it goes on the site, list or row it is about. */
  readonly role: Role;
  /** OData options it honours; another one is answered 501. */
  readonly options: readonly Option[];
  /** What it can expand; anything else is answered 501. */
  readonly expands: readonly string[];
  /** Resource units it costs: one item 1, several or a write 2. */
  readonly units: number;
  readonly handle: Handler;
  /** Done before it is served, where something outside must be asked. Throws GraphError. */
  readonly prepare?: (call: Call) => Promise<void>;
}

/** A path matched: its parameters, decoded, and the template as Graph's documentation writes it. */
export interface Match {
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
}

const DRIVE_ITEM = "{drive-item}";
const driveItem = /^(?<item>root|items\/[^/:]+)(?::\/(?<path>[^:]*))?$/;

function pattern(path: string): RegExp {
  const source = path
    .split("/")
    .map((part) => {
      if (part === DRIVE_ITEM) return "((?:root|items/[^/:]+)(?::/[^:]*)?)(?::(?=/|$))?";
      if (part === "{hostname}:") return "([^/:]+):";
      if (part === "{relative-path}") return "([^:]+?):?";
      if (part === "{chat-id}") return "([^/]+)";
      if (part.startsWith("{")) return "([^/:]+)";
      return part.replace(/[$()]/g, "\\$&").replace(/'\{[\w-]+\}'/g, "(?:'|%27)([^/]*?)(?:'|%27)");
    })
    .join("/");
  return new RegExp(`^${source}$`, "i");
}

const names = (path: string): readonly string[] => [...path.matchAll(/\{([\w-]+)\}/g)].map(([, name]) => name ?? "");

/** How the documentation writes this way of addressing a file, and what it says. */
function addressed(address: string): Match {
  const { item = "", path } = driveItem.exec(address)?.groups ?? {};
  const [, id] = item.split("/");
  const base = id === undefined ? "root" : path === undefined ? "items/{item-id}" : "items/{parent-id}";
  return {
    template: path === undefined ? base : `${base}:/{item-path}:`,
    parameters: {
      ...(id === undefined ? {} : { "item-id": decodeURIComponent(id) }),
      ...(path === undefined ? {} : { "item-path": decodeURIComponent(path) }),
    },
  };
}

/** Makes a matcher for one route's path; undefined when a path is another's. Throws URIError for a bad encoding. */
export function matcher(path: string): (asked: string) => Match | undefined {
  const expression = pattern(path);
  const named = names(path);
  return (asked) => {
    const found = expression.exec(asked);
    if (!found) return undefined;
    let template = path;
    const parameters: Record<string, string> = {};
    for (const [at, name] of named.entries()) {
      const text = found[at + 1] ?? "";
      if (name === "drive-item") {
        const item = addressed(text);
        template = template.replace(DRIVE_ITEM, item.template);
        Object.assign(parameters, item.parameters);
      } else parameters[name] = decodeURIComponent(text);
    }
    return { template, parameters };
  };
}
