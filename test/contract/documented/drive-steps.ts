import { get, keeps, notFound, oldTag, patch, post, put, remove, says, stale } from "./step.ts";
import type { Step, World } from "./walk.ts";

const drive = (world: World) => `/drives/${world.get("drive")}`;
const file = (world: World) => `${drive(world)}/items/${world.get("file")}`;
const folder = (world: World) => `${drive(world)}/items/${world.get("folder")}`;
const gone = (world: World) => `${drive(world)}/items/01ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ`;
const rows = (world: World) => `/sites/${world.get("site")}/lists/${world.get("library")}/items`;
const bytes = (text: string) => new TextEncoder().encode(text);
const fails = "@microsoft.graph.conflictBehavior=fail";
const taken = { what: "409 for a name taken", refused: { status: 409, code: "nameAlreadyExists" } };
const newFolder = (name: string, behaviour: string) => ({
  name,
  folder: {},
  "@microsoft.graph.conflictBehavior": behaviour,
});

const places: readonly Step[] = [
  get("drive.get", drive),
  get("drive.get", () => "/drives/b!nothing", notFound),
  get("drive.list", (world) => `${drive(world)}/list`, { keep: keeps("library") }),
  get("drive.root", (world) => `${drive(world)}/root`),
  get("user.drive", (world) => `/users/${world.get("user")}/drive`),
  post("driveItem.createFolderInRoot", (world) => `${drive(world)}/root/children`, {
    body: newFolder("Evidence", "fail"),
    keep: keeps("folder"),
  }),
  post("driveItem.createFolderInRoot", (world) => `${drive(world)}/root/children`, {
    ...taken,
    body: newFolder("Evidence", "fail"),
  }),
  post("driveItem.createFolder", (world) => `${folder(world)}/children`, { body: newFolder("Inner", "rename") }),
  post("driveItem.createFolder", (world) => `${folder(world)}/children`, {
    ...taken,
    body: newFolder("Inner", "fail"),
  }),
];

const content: readonly Step[] = [
  put("driveItem.content.putPath", (world) => `${drive(world)}/root:/Evidence/a.txt:/content`, {
    body: bytes("one"),
    keep: keeps("file"),
  }),
  put("driveItem.content.putPath", (world) => `${drive(world)}/root:/Evidence/a.txt:/content?${fails}`, {
    ...taken,
    body: bytes("one"),
  }),
  put("driveItem.content.putNew", (world) => `${folder(world)}:/b.txt:/content`, {
    body: bytes("b"),
    keep: keeps("other"),
  }),
  put("driveItem.content.putNew", (world) => `${folder(world)}:/b.txt:/content?${fails}`, {
    ...taken,
    body: bytes("b"),
  }),
  put("driveItem.content.put", (world) => `${file(world)}/content`, { body: bytes("two") }),
  put("driveItem.content.put", (world) => `${file(world)}/content`, { ...stale, body: bytes("x"), headers: oldTag }),
  get("driveItem.get", file, { also: says("size", 3), keep: (world, { body }) => world.keep("tag", tag(body)) }),
  {
    operation: "driveItem.get",
    what: "304 for a version that is known",
    refused: { status: 304 },
    send: (world) => ({ method: "GET", path: file(world), headers: { "if-none-match": world.get("tag") } }),
  },
  get("driveItem.get", gone, notFound),
  get("driveItem.getByPath", (world) => `${drive(world)}/root:/Evidence/a.txt`),
  get("driveItem.getByPath", (world) => `${drive(world)}/root:/Evidence/none.txt`, notFound),
  get("driveItem.children", (world) => `${folder(world)}/children`),
  get("driveItem.children", (world) => `${folder(world)}/children?$top=1&$orderby=name desc`, { what: "a page" }),
  get("driveItem.rootChildren", (world) => `${drive(world)}/root/children`),
  get("driveItem.childrenByPath", (world) => `${drive(world)}/root:/Evidence:/children`),
  get("driveItem.search", (world) => `${drive(world)}/root/search(q='a.txt')`),
  get("driveItem.content.get", (world) => `${file(world)}/content`, {
    keep: (world, { headers }) => world.keep("download", headers.get("location")),
  }),
  get("driveItem.content.get", (world) => `${gone(world)}/content`, notFound),
  get("driveItem.content.download", (world) => world.get("download")),
  get("driveItem.content.download", (world) => world.get("download"), {
    what: "a part",
    headers: { range: "bytes=0-1" },
  }),
  put("driveItem.content.putPath", (world) => `${drive(world)}/root:/Evidence/a.docx:/content`, {
    what: "an Office file",
    body: bytes("words"),
  }),
  get("driveItem.content.format", (world) => `${drive(world)}/root:/Evidence/a.docx:/content?format=pdf`),
];

const tag = (body: unknown): string => String((body as { eTag?: string }).eTag);

const history: readonly Step[] = [
  get("driveItem.versions.list", (world) => `${file(world)}/versions`, {
    keep: (world, { body }) => world.keep("version", (body as { value: { id: string }[] }).value.at(-1)?.id),
  }),
  get("driveItem.versions.get", (world) => `${file(world)}/versions/${world.get("version")}`),
  get("driveItem.versions.get", (world) => `${file(world)}/versions/99.0`, notFound),
  get("driveItem.versions.content", (world) => `${file(world)}/versions/${world.get("version")}/content`),
  post("driveItem.versions.restore", (world) => `${file(world)}/versions/${world.get("version")}/restoreVersion`),
  post("driveItem.checkout", (world) => `${file(world)}/checkout`),
  ...["checkout", "checkin", "discardCheckout"].map((action) =>
    post(`driveItem.${action}`, (world) => `${file(world)}/${action}`, {
      what: "423 while another has it",
      body: action === "checkin" ? { comment: "Not mine" } : undefined,
      as: "another",
      refused: { status: 423 },
    }),
  ),
  post("driveItem.checkin", (world) => `${file(world)}/checkin`, { body: { comment: "Done" } }),
  post("driveItem.checkin", (world) => `${file(world)}/checkin`, {
    what: "400 when nothing is checked out",
    body: { comment: "Again" },
    refused: { status: 400 },
  }),
  post("driveItem.checkout", (world) => `${file(world)}/checkout`, { what: "again" }),
  post("driveItem.discardCheckout", (world) => `${file(world)}/discardCheckout`),
  post("driveItem.discardCheckout", (world) => `${file(world)}/discardCheckout`, {
    what: "400 when nothing is checked out",
    refused: { status: 400 },
  }),
];

const about: readonly Step[] = [
  get("driveItem.listItem", (world) => `${file(world)}/listItem`, { keep: keeps("row") }),
  get("listItem.driveItem", (world) => `${rows(world)}/${world.get("row")}/driveItem`, { what: "a row with a file" }),
  get("listItem.list", (world) => `${rows(world)}?$expand=fields`, { what: "a library's rows" }),
  get("driveItem.listItem.fields.get", (world) => `${file(world)}/listItem/fields`),
  patch("driveItem.listItem.fields.update", (world) => `${file(world)}/listItem/fields`, {
    body: { Title: "Evidence" },
  }),
  patch("driveItem.listItem.fields.update", (world) => `${file(world)}/listItem/fields`, {
    ...stale,
    body: { Title: "Other" },
    headers: oldTag,
  }),
  patch("driveItem.update", file, { body: { name: "c.txt" }, also: says("name", "c.txt") }),
  patch("driveItem.update", file, { ...stale, body: { name: "d.txt" }, headers: oldTag }),
  patch("driveItem.retentionLabel.set", (world) => `${file(world)}/retentionLabel`, {
    body: { name: "Signed evidence" },
  }),
  get("driveItem.retentionLabel.get", (world) => `${file(world)}/retentionLabel`, {
    also: says("name", "Signed evidence"),
  }),
  patch("driveItem.retentionLabel.set", (world) => `${file(world)}/retentionLabel`, {
    what: "another label",
    body: { name: "Kept seven years" },
  }),
  remove("driveItem.retentionLabel.remove", (world) => `${file(world)}/retentionLabel`),
  post("driveItem.createLink", (world) => `${file(world)}/createLink`, {
    body: { type: "view", scope: "organization" },
  }),
  post("driveItem.invite", (world) => `${file(world)}/invite`, {
    body: {
      recipients: [{ email: "grace@meadowbank.example" }],
      roles: ["read"],
      requireSignIn: true,
      sendInvitation: false,
    },
    keep: keeps("file permission", "value.0.id"),
  }),
  get("driveItem.permissions.list", (world) => `${file(world)}/permissions`),
  get("driveItem.permissions.get", (world) => `${file(world)}/permissions/${world.get("file permission")}`),
  patch("driveItem.permissions.update", (world) => `${file(world)}/permissions/${world.get("file permission")}`, {
    body: { roles: ["write"] },
  }),
  remove("driveItem.permissions.delete", (world) => `${file(world)}/permissions/${world.get("file permission")}`),
  get("driveItem.permissions.get", (world) => `${file(world)}/permissions/${world.get("file permission")}`, notFound),
  {
    operation: "driveItem.copy",
    send: (world) => ({ method: "POST", path: `${file(world)}/copy`, body: { name: "copy.txt" } }),
  },
  get("driveItem.delta", (world) => `${drive(world)}/root/delta`),
  get("driveItem.delta", (world) => `${drive(world)}/root/delta?token=latest`, {
    what: "latest",
    also: says("value", []),
  }),
  get("driveItem.delta", (world) => `${drive(world)}/root/delta?token=stale`, {
    what: "410 for a stale token",
    refused: { status: 410 },
    also: ({ headers }) => (headers.has("location") ? undefined : "no Location to begin again at"),
  }),
];

const ends: readonly Step[] = [
  remove("driveItem.delete", file, { ...stale, headers: oldTag }),
  remove("driveItem.delete", file),
  remove("driveItem.delete", file, notFound),
  post("driveItem.permanentDelete", (world) => `${drive(world)}/items/${world.get("other")}/permanentDelete`),
];

export const driveSteps: readonly Step[] = [...places, ...content, ...history, ...about, ...ends];
