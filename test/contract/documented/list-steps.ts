import type { Answered } from "./contract.ts";
import { columnSteps, permissionSteps } from "./site-steps.ts";
import { at, get, keeps, notFound, oldTag, patch, post, remove, says, stale } from "./step.ts";
import type { Step, World } from "./walk.ts";

const lists = (world: World) => `/sites/${world.get("site")}/lists`;
const list = (world: World) => `${lists(world)}/${world.get("list")}`;
const items = (world: World) => `${list(world)}/items`;
const item = (world: World) => `${items(world)}/${world.get("item")}`;
const gone = (world: World) => `${items(world)}/999`;
const after = (link: string) => link.replace(/^https:\/\/graph\.microsoft\.com\/v1\.0/, "");
const columns = [
  { name: "Colour", text: {}, indexed: true },
  { name: "Quantity", number: {} },
  { name: "Tags", choice: { choices: ["new", "used"], displayAs: "checkBoxes" } },
  { name: "Open", boolean: {} },
  { name: "Due", dateTime: { format: "dateTime" } },
];

const first: readonly Step[] = [
  post("list.create", lists, {
    body: { displayName: "Widgets", description: "Things", columns, list: { template: "genericList" } },
    keep: keeps("list"),
    also: says("list.template", "genericList"),
  }),
  post("list.create", lists, { what: "without a list facet", body: { displayName: "Plain" } }),
  post("list.create", lists, {
    what: "a library",
    body: { displayName: "Files", list: { template: "documentLibrary" } },
  }),
  post("list.create", lists, {
    what: "409 for a name taken",
    body: { displayName: "widgets" },
    refused: { status: 409, code: "nameAlreadyExists" },
  }),
  get("list.list", lists),
  get("list.list", (world) => `${lists(world)}?$filter=displayName eq 'Widgets'&$top=1`, {
    what: "$filter",
    also: says("value.0.displayName", "Widgets"),
  }),
  get("list.get", list),
  get("list.get", (world) => `${lists(world)}/Widgets`, { what: "by title" }),
  get("list.get", (world) => `${list(world)}?$expand=columns,items($expand=fields)`, { what: "$expand" }),
  get("list.get", (world) => `${lists(world)}/Nowhere`, notFound),
  patch("list.update", list, { body: { description: "Other things" }, also: says("description", "Other things") }),
  get("list.drive", (world) => `${lists(world)}/Files/drive`),
  get("list.drive", (world) => `${list(world)}/drive`, { ...notFound, what: "404 for a list without files" }),
  get("list.contentTypes", (world) => `${list(world)}/contentTypes`),
  ...columnSteps("list", list),
  ...permissionSteps("list", list),
];

const fields = { Title: "Widget", Colour: "Blue", Quantity: 3, Open: true, Due: "2026-10-12T09:30:00Z" };

const rows: readonly Step[] = [
  post("listItem.create", items, { body: { fields }, keep: keeps("item"), also: says("fields.Colour", "Blue") }),
  post("listItem.create", items, {
    what: "several choices",
    body: { fields: { Title: "Gadget", "Tags@odata.type": "Collection(Edm.String)", Tags: ["new", "used"] } },
    also: says("fields.Tags", ["new", "used"]),
  }),
  post("listItem.create", items, {
    what: "400 for a column that is not there",
    body: { fields: { Nothing: "x" } },
    refused: { status: 400, code: "invalidRequest" },
  }),
  get("listItem.list", items),
  get("listItem.list", (world) => `${items(world)}?$expand=fields($select=Colour,Quantity)&$top=1`, {
    what: "a page",
    keep: (world, { body }) => world.keep("next", (body as Record<string, unknown>)["@odata.nextLink"]),
  }),
  get("listItem.list", (world) => after(world.get("next")), { what: "the next page" }),
  get("listItem.list", (world) => `${items(world)}?$expand=fields&$filter=fields/Colour eq 'Blue'`, {
    what: "$filter",
    also: says("value.0.fields.Colour", "Blue"),
  }),
  get("listItem.list", (world) => `${items(world)}?expand=fields(select=Colour)&$orderby=fields/Colour desc`, {
    what: "$orderby",
  }),
  get("listItem.list", (world) => `${items(world)}?$filter=fields/Quantity gt 1`, {
    what: "400 without an index",
    refused: { status: 400, code: "invalidRequest" },
  }),
  get("listItem.list", (world) => `${items(world)}?$filter=fields/Quantity gt 1`, {
    what: "without an index, admitted",
    headers: { prefer: "HonorNonIndexedQueriesWarningMayFailRandomly" },
  }),
  get("listItem.get", item),
  get("listItem.get", (world) => `${item(world)}?expand=fields(select=Colour)`, { what: "$expand" }),
  get("listItem.get", gone, notFound),
  patch("listItem.update", item, { body: { fields: { Quantity: 4 } } }),
  patch("listItem.update", item, { ...stale, body: { fields: { Quantity: 5 } }, headers: oldTag }),
  patch("listItem.update", gone, { ...notFound, body: { fields: { Quantity: 5 } } }),
  get("listItem.fields.get", (world) => `${item(world)}/fields`, { also: says("Quantity", 4) }),
  patch("listItem.fields.update", (world) => `${item(world)}/fields`, {
    body: { Colour: "Fuchsia", Quantity: 934 },
    also: says("Colour", "Fuchsia"),
  }),
  patch("listItem.fields.update", (world) => `${item(world)}/fields`, {
    ...stale,
    body: { Colour: "Red" },
    headers: oldTag,
  }),
  get("listItem.versions.list", (world) => `${item(world)}/versions`, { also: says("value.0.id", "3.0") }),
  get("listItem.versions.get", (world) => `${item(world)}/versions/1.0?expand=fields`, {
    also: says("fields.Colour", "Blue"),
  }),
  get("listItem.versions.get", (world) => `${item(world)}/versions/9.0`, notFound),
  post("listItem.versions.restore", (world) => `${item(world)}/versions/1.0/restoreVersion`),
  post("listItem.versions.restore", (world) => `${item(world)}/versions/9.0/restoreVersion`, notFound),
  post("listItem.createLink", (world) => `${item(world)}/createLink`, {
    body: { type: "view", scope: "organization" },
    also: says("link.type", "view"),
  }),
  post("listItem.createLink", (world) => `${item(world)}/createLink`, {
    what: "the same again",
    body: { type: "view", scope: "organization" },
    also: ({ status }) => (status === 200 ? undefined : `answered ${status} for a link that was there`),
  }),
  get("listItem.driveItem", (world) => `${item(world)}/driveItem`, {
    ...notFound,
    what: "404 for a row without a file",
  }),
  ...permissionSteps("listItem", item),
];

const tokenIn = (answered: Answered, link: string): string =>
  new URL(String((answered.body as Record<string, unknown>)[link])).searchParams.get("token") ?? "";

const resync = (answered: Answered): string | undefined =>
  answered.headers.get("location")?.startsWith("https://graph.microsoft.com/v1.0/sites/")
    ? undefined
    : "no Location to begin again at";

const changes: readonly Step[] = [
  get("listItem.delta", (world) => `${items(world)}/delta`, {
    keep: (world, answered) => world.keep("delta", tokenIn(answered, "@odata.deltaLink")),
  }),
  get("listItem.delta", (world) => `${items(world)}/delta?token=latest`, { what: "latest", also: says("value", []) }),
  remove("listItem.delete", item, { ...stale, headers: oldTag }),
  remove("listItem.delete", item),
  remove("listItem.delete", item, notFound),
  get("listItem.delta", (world) => `${items(world)}/delta?token=${world.get("delta")}`, {
    what: "after a delete",
    also: says("value.0.deleted.state", "deleted"),
  }),
  get("listItem.delta", (world) => `${items(world)}/delta?token=stale`, {
    what: "410 for a stale token",
    refused: { status: 410, code: "resyncChangesApplyDifferences" },
    also: resync,
  }),
];

export const listSteps: readonly Step[] = [...first, ...rows, ...changes];

/** After everything else that needs the list. */
export const lastListSteps: readonly Step[] = [
  remove("list.delete", list),
  remove("list.delete", list, notFound),
  get("list.get", list, {
    ...notFound,
    what: "404 once deleted",
    also: (answered) => at(answered, "value") as undefined,
  }),
];
