import { controls } from "./control/control-service.ts";
import { demands } from "./graph/on-demand.ts";
import { routeTable } from "./graph/route-table.ts";
import { routes } from "./graph/routes.ts";

const opening = `# The local Microsoft Graph

\`infra/local/\` serves Microsoft Graph v1.0 on loopback, for development and tests: \`npm start\` starts it with the product,
\`npm run local:graph\` alone. It knows Microsoft's contract and nothing of this product. What it acknowledged is kept in
SQLite and survives being killed.

This page is written from the routes by \`infra/local/local-graph-page.test.ts\`, which fails when it is out of date
(\`npx vitest run infra/local/local-graph-page.test.ts -u\` writes it anew).

## What it answers

An option or expansion that a route does not name, and every request that is not below, is answered **501** with
\`notImplemented\` and the request's name. Capitals in \`$option\` names and the \`$\` itself do not matter. Units are what a
call costs while throttling is on: one thing 1, several or a write 2, permissions 5 (also when they are expanded), a first
delta 2. An upload range or its end costs 2, a download or a monitor 1; \`POST /$batch\` costs what its requests cost.

The same thing is found under each of its addresses: \`/sites/{hostname}:/{path}:/…\`, \`/sites/{site-id}/drive/…\`,
\`/sites/{site-id}/drives/{drive-id}/…\`, \`/sites/{site-id}/lists/{list-id}/drive/…\`, \`/users/{user-id}/drive/…\`, and \`/me/…\` for the person a
delegated token is about.`;

const addressesWithoutToken = `### Addresses on the site's host

They need no token and are refused when one is sent.

| what | methods | statuses |
|---|---|---|
| \`@microsoft.graph.downloadUrl\`, and where \`content\` redirects to | GET, with \`Range\` | 200, 206, 401 altered or past its hour, 404, 416 |
| \`uploadUrl\` of an upload session | PUT a range, GET, POST to commit, DELETE | 200, 201, 202, 204, 400, 404 ended or expired, 409, 413, 416, 423, 507 |
| the monitor of a copy | GET | 202 in progress, then completed; 404 |`;

const behaviour = `## Where it does as SharePoint does

- \`Sites.Selected\` and its kin for lists and rows open nothing without a grant on the place (403); \`read\`, \`write\`,
  \`owner\` and \`fullcontrol\` go as far as they say. Making lists and columns needs more than \`write\`, letting others in
  needs \`owner\`, and to a whole site full control of the tenant's sites.
- Rows: a filter or sort without an index is 400 unless \`Prefer: HonorNonIndexedQueriesWarningMayFailRandomly\` admits it,
  and 422 above 5,000 rows even then; at most 20 indexed columns; values are held to their column's kind; several choices
  and lookups need their \`@odata.type\`; 50 earlier versions are kept; \`sharepointIds\` and lists of the system are told
  only to whoever selects them.
- Delta: \`token=latest\`, removed rows as such, 410 with a \`Location\` for a stale token.
- Subscriptions: to lists and the roots of libraries, \`updated\` only, at most 42,300 minutes, after a handshake within 10
  seconds, at an address of this machine. Changes are told at once, and again three times when nobody answers in 3 seconds.
- \`$batch\`: at most 20, in order, each by itself; 424 for what depends on a failure.
- Office files (\`.docx\`, \`.xlsx\`, \`.pptx\`) and \`.jpg\` are rewritten on upload, so bytes and size differ from what was
  sent; \`rewritesOfficeFiles: false\` leaves them.
- File names: no \`" * : < > ? / \\ |\` or control characters, no reserved names, no edge spaces or final dot; a path of
  at most 400 characters.
- A file has a version for every change of content or metadata, and its eTag moves with every change; its cTag with
  content only. \`If-Match\` and \`If-None-Match\` take either.
- A file checked out by somebody else, or locked as a record by its retention label, answers 423; one whose label retains
  it cannot be deleted (403), nor can a folder above it.
- Upload sessions take ranges in order, in multiples of 327,680 bytes under 60 MiB, and end 15 minutes after the last one.
- Answers carry \`request-id\` and give \`client-request-id\` back; links begin with \`https://graph.microsoft.com/v1.0\`.

## What is not modelled

Answered 501: \`/beta\`, to-do, Planner, sensitivity labels, thumbnails, previews, files in another
format, sharing addresses (\`/shares\`), delta below a library's root. There is no recycle bin: a deleted file is gone. People
have no rights on sites: only an application comes in, by its permissions and grants. A grant or link on a file is kept and
told, but opens nothing. A copy is made at once, though its monitor tells of progress first.`;

function controlTable(): string {
  const rows = Object.entries({ ...controls, ...demands }).map(([name, { tells }]) => {
    const [method, path] = name.split(" ");
    return `| ${method} | \`/_control/${path}\` | ${tells.replaceAll("|", "\\|")} |`;
  });
  return `## On demand

For tests on the same machine only; a request with an \`Origin\` is refused. A *call site* is a method, a path template and
the list or library it is about, e.g. \`POST /sites/{site-id}/lists/{list-id}/items [people]\`.

| method | path | what it does |
|---|---|---|
${rows.join("\n")}`;
}

/** docs/local-graph.md: what the local Graph serves, from its own routes. */
export const localGraphPage = (): string =>
  `${[opening, routeTable(routes), addressesWithoutToken, behaviour, controlTable()].join("\n\n")}\n`;
