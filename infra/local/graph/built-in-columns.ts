import { randomUUID } from "node:crypto";
import type { Ground, JsonObject } from "./call.ts";
import { completedFacet, typeOf } from "./column-type.ts";
import type { ListRow } from "./list.ts";

interface BuiltIn {
  readonly name: string;
  readonly displayName: string;
  readonly facet: JsonObject;
  readonly readOnly: boolean;
}

const written = (name: string, displayName: string, facet: JsonObject): BuiltIn => ({
  name,
  displayName,
  facet,
  readOnly: false,
});
const computed = (name: string, displayName: string, facet: JsonObject): BuiltIn => ({
  name,
  displayName,
  facet,
  readOnly: true,
});

const title = written("Title", "Title", { text: {} });
const everywhere = [
  computed("ID", "ID", { number: {} }),
  computed("ContentType", "Content Type", { text: {} }),
  computed("Modified", "Modified", { dateTime: { format: "dateTime" } }),
  computed("Created", "Created", { dateTime: { format: "dateTime" } }),
  computed("Author", "Created By", { personOrGroup: {} }),
  computed("Editor", "Modified By", { personOrGroup: {} }),
  computed("_UIVersionString", "Version", { text: {} }),
];
const inLists = [
  computed("Attachments", "Attachments", { boolean: {} }),
  computed("LinkTitle", "Title", { calculated: {} }),
  computed("LinkTitleNoMenu", "Title", { calculated: {} }),
];
const inLibraries = [written("FileLeafRef", "Name", { text: {} })];

/** The columns SharePoint gives every list. Only Title, and a file's name, can be written. */
export function addBuiltInColumns(ground: Ground, list: ListRow): void {
  for (const column of [title, ...everywhere, ...(list.driveId === null ? inLists : inLibraries)]) {
    const type = typeOf(column.facet);
    const definition = {
      columnGroup: "_Hidden",
      description: "",
      displayName: column.displayName,
      enforceUniqueValues: false,
      hidden: false,
      indexed: false,
      name: column.name,
      readOnly: column.readOnly,
      required: column.name === "Title" && list.driveId === null,
      [type]: completedFacet(type, column.facet[type] as JsonObject),
    };
    ground.database.run(
      "INSERT INTO columns VALUES (?, ?, ?, ?, 1)",
      ...[randomUUID(), list.id, column.name, JSON.stringify(definition)],
    );
  }
}
