import { type Client, ResponseType } from "@microsoft/microsoft-graph-client";
import { everyPage } from "../every-page.ts";
import { List } from "../list.ts";
import { drivePath } from "../odata.ts";

/** Where the probe tries things: a list and a library of its own, which nothing else knows. */
export interface Ground {
  /** With the grant of provisioning. */
  readonly admin: Client;
  /** As the app runs, with its own grant alone. */
  readonly app: Client;
  readonly site: string;
  readonly listPath: string;
  /** The list as the app reads and writes it. */
  readonly list: List;
  readonly drive: string;
  /** Takes the list and the library away. */
  close(): Promise<void>;
}

const NAME = "line-of-sight-probe-";

/** Makes list and library, after taking away what a probe that was stopped left behind. */
export async function probeGround(admin: Client, app: Client, site: string, called: string): Promise<Ground> {
  for (const { id, displayName } of await everyPage<{ id: string; displayName: string }>(admin, `${site}/lists`))
    if (displayName.startsWith(NAME)) await admin.api(`${site}/lists/${id}`).delete();
  const [rows, files] = [`${NAME}rows-${called}`, `${NAME}files-${called}`];
  const made: { id: string } = await admin.api(`${site}/lists`).post({ displayName: rows, columns });
  const library: { id: string } = await admin
    .api(`${site}/lists`)
    .post({ displayName: files, list: { template: "documentLibrary" } });
  const drives = await everyPage<{ id: string; name: string }>(admin, `${site}/drives`);
  return {
    admin,
    app,
    site,
    listPath: `${site}/lists/${made.id}`,
    list: new List(app, site, rows),
    drive: `/drives/${drives.find(({ name }) => name === files)?.id}`,
    close: async () => {
      for (const { id } of [made, library]) await admin.api(`${site}/lists/${id}`).delete();
    },
  };
}

/** As our registers have them. */
const columns = [
  {
    name: "key",
    indexed: true,
    enforceUniqueValues: true,
    required: true,
    text: { allowMultipleLines: false, maxLength: 120 },
  },
  { name: "plain", text: { allowMultipleLines: false, maxLength: 255 } },
  { name: "note", text: { allowMultipleLines: true, textType: "plain" } },
  { name: "many", number: { decimalPlaces: "automatic" } },
];

const contentOf = ({ drive }: Ground, path: string) => `${drive}/root:/${drivePath(path)}:/content`;

/** Writes a file as the app does; `conflict` says what to do when it is there. */
export const putFile = (
  ground: Ground,
  path: string,
  bytes: Uint8Array,
  { conflict = "fail", etag }: { readonly conflict?: "fail" | "replace"; readonly etag?: string } = {},
): Promise<{ eTag: string }> => {
  const request = ground.app
    .api(`${contentOf(ground, path)}?@microsoft.graph.conflictBehavior=${conflict}`)
    .header("content-type", "application/octet-stream");
  if (etag !== undefined) request.header("If-Match", etag);
  return request.put(Buffer.from(bytes));
};

export async function getFile(ground: Ground, path: string): Promise<Uint8Array> {
  const bytes: ArrayBuffer = await ground.app.api(contentOf(ground, path)).responseType(ResponseType.ARRAYBUFFER).get();
  return new Uint8Array(bytes);
}
