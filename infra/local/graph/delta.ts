import { json } from "../http/answer.ts";
import { type Call, type Handler, isObject } from "./call.ts";
import { epoch, lastChange } from "./change.ts";
import { GraphError } from "./graph-error.ts";
import { type ItemRow, itemContentType, toldItem } from "./item.ts";
import { type ListRow, rowsOf } from "./list.ts";
import { resyncCode, takeEmptyPage } from "./on-demand.ts";
import { pageToken, readPageToken } from "./page-token.ts";
import { context, GRAPH, selecting } from "./shape.ts";

const USUAL_PAGE = 200;
const LARGEST_PAGE = 5000;

interface Token {
  readonly list: string;
  readonly epoch: string;
  /** Changes up to this one are known to the client. */
  readonly since: number;
  /** Items removed before this change were never shown to the client. */
  readonly removedAfter: number;
}

const isToken = (value: unknown): value is Token =>
  isObject(value) &&
  typeof value.list === "string" &&
  typeof value.epoch === "string" &&
  Number.isSafeInteger(value.since) &&
  Number.isSafeInteger(value.removedAfter);

/** Asks for everything again, as SharePoint does when a token is too old. */
const resync = (call: Call): GraphError =>
  new GraphError(
    410,
    resyncCode(call),
    "The delta token is no longer valid, and the application must reset its state.",
    { location: `${GRAPH}${call.path}` },
  );

function readToken(call: Call, list: ListRow): Token {
  const said = call.query.other("token") ?? call.query.option("skiptoken");
  const now = lastChange(call);
  const start: Token = { list: list.id, epoch: epoch(call), since: 0, removedAfter: now };
  if (said === undefined || said === "") return start;
  if (said === "latest") return { ...start, since: now };
  let token: Token;
  try {
    token = readPageToken(said, isToken);
  } catch {
    throw resync(call);
  }
  if (token.list !== list.id || token.epoch !== start.epoch) throw resync(call);
  return token;
}

interface Changed {
  readonly change: number;
  readonly id: number;
  readonly row?: ItemRow;
}

function changesAfter(call: Call, list: ListRow, token: Token, top: number): readonly Changed[] {
  const rows = call.database.all<ItemRow>(
    "SELECT * FROM items WHERE listId = ? AND change > ? ORDER BY change LIMIT ?",
    ...[list.id, token.since, top + 1],
  );
  const removed = call.database.all<{ id: number; change: number }>(
    "SELECT id, change FROM removedItems WHERE listId = ? AND change > ? ORDER BY change LIMIT ?",
    ...[list.id, Math.max(token.since, token.removedAfter), top + 1],
  );
  return [...rows.map((row) => ({ change: row.change, id: row.id, row })), ...removed].sort(
    (a, b) => a.change - b.change,
  );
}

/** Everything the first time; after that what changed since the token, removed items as such. */
export const getDelta: Handler = (call) => {
  const { site, list } = rowsOf(call);
  const token = readToken(call, list);
  const top = call.query.top(USUAL_PAGE, LARGEST_PAGE);
  const upTo = lastChange(call);
  const isEmpty = takeEmptyPage(call);
  const changes = isEmpty ? [] : changesAfter(call, list, token, top);
  const shown = changes.slice(0, top);
  const more = isEmpty || changes.length > top;
  const since = more ? (shown.at(-1)?.change ?? token.since) : upTo;
  const fields = call.query.expanded().get("fields");
  const next = pageToken({ ...token, since } satisfies Token);
  const link = `${GRAPH}${call.path}?${call.query.with({ token: next, $skiptoken: undefined })}`;
  return json({
    "@odata.context": context(`sites('${site.id}')/lists('${list.id}')/items/delta`),
    [more ? "@odata.nextLink" : "@odata.deltaLink"]: link,
    value: shown.map(({ id, row }) =>
      row
        ? selecting(toldItem(call, site, list, row, fields), call.query)
        : {
            id: String(id),
            parentReference: { siteId: site.id },
            contentType: itemContentType(list),
            deleted: { state: "deleted" },
          },
    ),
  });
};
