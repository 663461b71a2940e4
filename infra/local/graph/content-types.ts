import type { ContentType } from "@microsoft/microsoft-graph-types";
import { json } from "../http/answer.ts";
import { type Handler, parameter } from "./call.ts";
import { notFound } from "./graph-error.ts";
import { inMemoryPage } from "./in-memory-page.ts";
import { type ListRow, listOf } from "./list.ts";
import { collection, entity } from "./shape.ts";

/** A list's content type bears the list in its id, after that of the one it comes from. */
const ofList = (parent: string, list: ListRow): string => `${parent}00${list.id.replaceAll("-", "").toUpperCase()}`;

/** What a list's rows or files can be. */
export function contentTypes(list: ListRow): readonly ContentType[] {
  const isLibrary = list.driveId !== null;
  const main = isLibrary
    ? { parentId: "0x0101", name: "Document", description: "Create a new document." }
    : { parentId: "0x01", name: "Item", description: "Create a new list item." };
  const folder = { parentId: "0x0120", name: "Folder", description: "Create a new folder." };
  return [main, folder].map(({ parentId, name, description }, at) => ({
    id: ofList(parentId, list),
    description,
    group: at === 0 ? (isLibrary ? "Document Content Types" : "List Content Types") : "Folder Content Types",
    hidden: false,
    isBuiltIn: true,
    name,
    parentId,
    propagateChanges: false,
    readOnly: false,
    sealed: at === 1,
    base: { id: parentId, name },
    ...(at === 0 ? { order: { default: true, position: 0 } } : {}),
  }));
}

export const getContentTypes: Handler = (call) => {
  const { site, list } = listOf(call);
  const of = `sites('${site.id}')/lists('${list.id}')/contentTypes`;
  return json(collection(of, call.path, call.query, inMemoryPage(contentTypes(list), call.query)));
};

export const getContentType: Handler = (call) => {
  const { site, list } = listOf(call);
  const wanted = parameter(call, "content-type-id").toLowerCase();
  const found = contentTypes(list).find(({ id }) => id?.toLowerCase() === wanted);
  if (!found) throw notFound("The specified content type was not found.");
  return json(entity(`sites('${site.id}')/lists('${list.id}')/contentTypes`, found, call.query));
};
