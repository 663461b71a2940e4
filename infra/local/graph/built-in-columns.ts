import { randomUUID } from "node:crypto";
import type { Ground, JsonObject } from "./call.ts";
import { completedFacet, typeOf } from "./column-type.ts";
import type { ColumnOwner } from "./columns.ts";

interface BuiltIn {
  readonly name: string;
  readonly displayName: string;
  readonly facet: JsonObject;
  readonly readOnly: boolean;
  readonly hidden?: boolean;
  readonly group?: string;
}

const written = (name: string, displayName: string, facet: JsonObject, group?: string): BuiltIn => ({
  name,
  displayName,
  facet,
  readOnly: false,
  ...(group === undefined ? {} : { group }),
});
const computed = (name: string, displayName: string, facet: JsonObject): BuiltIn => ({
  name,
  displayName,
  facet,
  readOnly: true,
});
const unseen = (name: string, displayName: string, facet: JsonObject): BuiltIn => ({
  ...computed(name, displayName, facet),
  hidden: true,
});

const moment = { dateTime: { format: "dateTime" } };
const title = written("Title", "Title", { text: {} }, "Custom Columns");
const everywhere = [
  computed("ID", "ID", { number: {} }),
  computed("ContentType", "Content Type", { text: {} }),
  computed("Modified", "Modified", moment),
  computed("Created", "Created", moment),
  computed("Author", "Created By", { personOrGroup: {} }),
  computed("Editor", "Modified By", { personOrGroup: {} }),
  computed("_UIVersionString", "Version", { text: {} }),
  computed("Edit", "Edit", { calculated: {} }),
  computed("DocIcon", "Type", { calculated: {} }),
  computed("ItemChildCount", "Item Child Count", { number: {} }),
  computed("FolderChildCount", "Folder Child Count", { number: {} }),
  computed("_ComplianceFlags", "Label setting", { text: {} }),
  computed("_ComplianceTag", "Retention label", { text: {} }),
  computed("_ComplianceTagWrittenTime", "Retention label applied", moment),
  computed("_ComplianceTagUserId", "Label applied by", { text: {} }),
  unseen("GUID", "GUID", { text: {} }),
  unseen("UniqueId", "Unique Id", { text: {} }),
  unseen("owshiddenversion", "owshiddenversion", { number: {} }),
  unseen("FSObjType", "Item Type", { number: {} }),
  unseen("FileRef", "URL Path", { text: {} }),
  unseen("_ModerationStatus", "Approval Status", { contentApprovalStatus: {} }),
];
const inLists = [
  computed("Attachments", "Attachments", { boolean: {} }),
  computed("LinkTitle", "Title", { calculated: {} }),
  computed("LinkTitleNoMenu", "Title", { calculated: {} }),
];
const inLibraries = [written("FileLeafRef", "Name", { text: {} })];
const inSites = [
  written("Categories", "Categories", { text: {} }, "Core Document Columns"),
  written("Comments", "Comments", { text: { allowMultipleLines: true } }, "Base Columns"),
  written("StartDate", "Start Date", { dateTime: { format: "dateOnly" } }, "Core Task and Issue Columns"),
  written(
    "Status",
    "Task Status",
    { choice: { choices: ["Not Started", "In Progress", "Completed"] } },
    "Base Columns",
  ),
];

function add(ground: Ground, { id }: ColumnOwner, column: BuiltIn, required: boolean): void {
  const type = typeOf(column.facet);
  const definition = {
    columnGroup: column.group ?? "_Hidden",
    description: "",
    displayName: column.displayName,
    enforceUniqueValues: false,
    hidden: column.hidden ?? false,
    indexed: false,
    name: column.name,
    readOnly: column.readOnly,
    required,
    [type]: completedFacet(type, column.facet[type] as JsonObject),
  };
  ground.database.run(
    "INSERT INTO columns VALUES (?, ?, ?, ?, 1)",
    ...[randomUUID(), id, column.name, JSON.stringify(definition)],
  );
}

/** The columns SharePoint gives every list. Only Title, and a file's name, can be written. */
export function addBuiltInColumns(ground: Ground, list: ColumnOwner & { readonly driveId: string | null }): void {
  const isLibrary = list.driveId !== null;
  for (const column of [title, ...everywhere, ...(isLibrary ? inLibraries : inLists)]) {
    add(ground, list, column, column === title && !isLibrary);
  }
}

/** A few of those SharePoint gives every site, once. */
export function addSiteColumns(ground: Ground, site: ColumnOwner): void {
  if (ground.database.one("SELECT 1 FROM columns WHERE listId = ? AND builtIn = 1", site.id)) return;
  for (const column of [title, ...inSites]) add(ground, site, column, false);
}
