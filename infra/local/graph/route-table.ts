import type { Route } from "./route.ts";

/** The ways a file or folder is addressed, as a caption for `{drive-item}`. */
const addresses = "`root`, `root:/path:`, `items/{id}`, `items/{id}:/path:`";

const areas: readonly (readonly [string, (path: string) => boolean])[] = [
  ["Sites", (path) => /^\/sites(?!.*\/lists)/.test(path) && !path.endsWith("/drives")],
  ["Lists and their rows", (path) => path.startsWith("/sites/") && path.includes("/lists")],
  ["Libraries and files", (path) => path.startsWith("/drives/") || path.endsWith("/drives")],
  ["Subscriptions", (path) => path.startsWith("/subscriptions")],
  ["People and groups", (path) => /^\/(?:users|groups)/.test(path) && !path.includes("/teamwork/")],
  ["Teams", (path) => /^\/(?:chats|teams)/.test(path) || path.includes("/teamwork/")],
];

const areaOf = ({ path }: Route): string => areas.find(([, holds]) => holds(path))?.[0] ?? "Other";

const cell = (text: string): string => (text === "" ? "–" : text.replaceAll("|", "\\|"));

function row({ method, path, options, expands, needs, role, units }: Route): string {
  const told = options.filter((option) => option !== "expand").map((option) => `\`$${option}\``);
  const expanded = expands.length === 0 ? [] : [`\`$expand=${expands.join(",")}\``];
  return `| ${method} | \`${path}\` | ${cell([...told, ...expanded].join(" "))} | ${needs === "sites" ? `sites: ${role}` : needs} | ${units} |`;
}

/** Every route the service has, by area, as tables in Markdown. */
export function routeTable(routes: readonly Route[]): string {
  const names = [...new Set([...areas.map(([name]) => name), "Other"])];
  const tables = names.flatMap((name) => {
    const here = routes.filter((route) => areaOf(route) === name);
    if (here.length === 0) return [];
    const note = name === "Libraries and files" ? `\n\`{drive-item}\` is any of ${addresses}.\n` : "";
    const head = "| method | path | options | needs | units |\n|---|---|---|---|---|";
    return [`### ${name}\n${note}\n${head}\n${here.map(row).join("\n")}`];
  });
  return tables.join("\n\n");
}
