import type { IdentitySet, ListItemVersion } from "@microsoft/microsoft-graph-types";
import { json, noContent } from "../http/answer.ts";
import { type Call, type Handler, type JsonObject, parameter } from "./call.ts";
import { columnsOf } from "./columns.ts";
import { fieldName } from "./field-index.ts";
import { notFound } from "./graph-error.ts";
import { inMemoryPage } from "./in-memory-page.ts";
import { checkMatch, etagOf, type ItemRow, itemIn, toldFields } from "./item.ts";
import { writeVersion } from "./items.ts";
import { type ListRow, rowsOf } from "./list.ts";
import type { Query } from "./query.ts";
import { collection, context, entity } from "./shape.ts";
import type { SiteRow } from "./sites.ts";

type Version = Pick<ItemRow, "version" | "fields" | "modified" | "modifiedBy">;

interface Place {
  readonly site: SiteRow;
  readonly list: ListRow;
  readonly row: ItemRow;
  readonly of: string;
}

function placeOf(call: Call): Place {
  const { site, list } = rowsOf(call);
  const row = itemIn(call, list, parameter(call, "item-id"));
  return { site, list, row, of: `sites('${site.id}')/lists('${list.id}')/items('${row.id}')/versions` };
}

/** Every version that is kept, the latest first: SharePoint keeps fifty major ones. */
const versionsOf = (call: Call, row: ItemRow): readonly Version[] => [
  row,
  ...call.database.all<Version>(
    "SELECT * FROM itemVersions WHERE listId = ? AND id = ? ORDER BY version DESC",
    ...[row.listId, row.id],
  ),
];

const idOf = ({ version }: Version): string => `${version}.0`;

/** A version by its id. Throws itemNotFound. */
function versionIn(call: Call, row: ItemRow): Version {
  const wanted = parameter(call, "version-id");
  const found = versionsOf(call, row).find((version) => idOf(version) === wanted);
  if (!found) throw notFound("The specified version was not found.");
  return found;
}

function told(call: Call, { row, of }: Place, version: Version, fields: Query | undefined): ListItemVersion {
  return {
    id: idOf(version),
    lastModifiedDateTime: version.modified,
    lastModifiedBy: JSON.parse(version.modifiedBy) as IdentitySet,
    publication: { level: "published", versionId: idOf(version) },
    ...(fields
      ? {
          "fields@odata.context": context(`${of}('${idOf(version)}')/fields/$entity`),
          fields: toldFields({ ...row, ...version }, fields, call) as ListItemVersion["fields"],
        }
      : {}),
  };
}

export const getItemVersions: Handler = (call) => {
  const place = placeOf(call);
  const fields = call.query.expanded().get("fields");
  const versions = versionsOf(call, place.row).map((version) => told(call, place, version, fields));
  return json(collection(place.of, call.path, call.query, inMemoryPage(versions, call.query)));
};

export const getItemVersion: Handler = (call) => {
  const place = placeOf(call);
  const version = versionIn(call, place.row);
  return json(entity(place.of, told(call, place, version, call.query.expanded().get("fields")), call.query));
};

export const getItemVersionFields: Handler = (call) => {
  const place = placeOf(call);
  const version = versionIn(call, place.row);
  return json(
    entity(
      `${place.of}('${idOf(version)}')/fields`,
      toldFields({ ...place.row, ...version }, call.query, call),
      call.query,
    ),
  );
};

/** Makes an earlier version the latest again, as one of its own. What its columns no longer hold is left out. */
export const restoreItemVersion: Handler = (call) => {
  const { list, row } = placeOf(call);
  checkMatch(call.headers["if-match"], etagOf(row));
  const known = new Set(columnsOf(call, list).map(fieldName));
  const before: JsonObject = JSON.parse(versionIn(call, row).fields);
  const fields = Object.fromEntries(Object.entries(before).filter(([name]) => known.has(name)));
  writeVersion(call, list, row, fields);
  return noContent;
};
