import { randomUUID } from "node:crypto";
import { addBuiltInColumns } from "./built-in-columns.ts";
import { type Caller, type Ground, identityOf, instant } from "./call.ts";
import { addColumn } from "./columns.ts";
import { openDrive } from "./drive.ts";
import { invalidRequest, nameTaken, notImplemented } from "./graph-error.ts";
import { type ListRow, listIn } from "./list.ts";
import type { SiteRow } from "./sites.ts";

/** Templates a list can be made from here. */
const templates = ["genericList", "documentLibrary"];
/** Templates SharePoint has besides, with columns of their own. */
const unserved = [
  ...["accessRequest", "announcements", "contacts", "customGrid", "events", "issueTracking", "links", "pictureLibrary"],
  ...["survey", "task", "tasks", "webPageLibrary", "workflowHistory"],
];

const LONGEST_NAME = 255;

export interface NewList {
  readonly displayName: string;
  readonly description?: string;
  readonly template?: string;
  readonly columns?: readonly unknown[];
  readonly contentTypesEnabled?: boolean;
  readonly hidden?: boolean;
}

/** Text a list may be called by. Throws invalidRequest. */
export function checkListName(name: unknown): asserts name is string {
  if (typeof name !== "string" || name.trim() === "" || name.length > LONGEST_NAME) {
    throw invalidRequest(`displayName is required, of at most ${LONGEST_NAME} characters.`);
  }
}

export const isNameTaken = (ground: Ground, site: SiteRow, displayName: string, exceptFor = ""): boolean =>
  ground.database.one(
    "SELECT 1 FROM lists WHERE siteId = ? AND displayName = ? AND id <> ?",
    ...[site.id, displayName, exceptFor],
  ) !== undefined;

function checkTemplate(template: string): void {
  if (unserved.includes(template)) throw notImplemented(`the list template ${template}`);
  if (!templates.includes(template)) throw invalidRequest(`The list template '${template}' is not valid.`);
}

function insert(ground: Ground, site: SiteRow, list: NewList & { template: string }, caller: Caller): ListRow {
  const { displayName, description = "", template, hidden = false } = list;
  const id = randomUUID();
  const now = instant(ground.now());
  const by = JSON.stringify(identityOf(caller));
  ground.database.run(
    "INSERT INTO lists VALUES (?, ?, ?, ?, ?, ?, ?, NULL, 1, 0, ?, ?, ?)",
    ...[id, site.id, displayName.replace(/[^A-Za-z0-9 _-]/g, ""), displayName, description, template],
    ...[hidden ? 1 : 0, now, now, by],
  );
  ground.database.run("INSERT INTO listFacts VALUES (?, ?, ?)", id, list.contentTypesEnabled === true ? 1 : 0, by);
  return listIn(ground, site, id);
}

/** Makes a list or library with its built-in columns and those asked for. Throws nameAlreadyExists, invalidRequest. */
export function makeList(ground: Ground, site: SiteRow, asked: NewList, caller: Caller): ListRow {
  const { displayName, template = "genericList", columns = [] } = asked;
  checkTemplate(template);
  checkListName(displayName);
  if (isNameTaken(ground, site, displayName)) throw nameTaken("Name already exists");
  const list = insert(ground, site, { ...asked, template }, caller);
  if (template === "documentLibrary") openDrive(ground, site, list, caller);
  const whole = listIn(ground, site, list.id);
  addBuiltInColumns(ground, whole);
  for (const column of columns) addColumn(ground, whole, column);
  return whole;
}

/** The list of people SharePoint keeps in every site, out of sight, once. */
export function addSystemList(ground: Ground, site: SiteRow, caller: Caller): void {
  if (ground.database.one("SELECT 1 FROM lists WHERE siteId = ? AND template = 'userInformation'", site.id)) return;
  const displayName = "User Information List";
  addBuiltInColumns(ground, insert(ground, site, { displayName, template: "userInformation", hidden: true }, caller));
}
