import { createHash } from "node:crypto";
import { type Client, ResponseType } from "@microsoft/microsoft-graph-client";
import canonicalize from "canonicalize";
import { LineOfSightError } from "#domain/errors.ts";
import type { Files } from "#domain/ports.ts";
import type { Register } from "#domain/register/register.ts";
import { columnsOf } from "./columns.ts";
import { everyPage } from "./every-page.ts";
import { statusOf } from "./graph-error.ts";
import { listName } from "./list.ts";
import { everyLibrary } from "./schema-difference.ts";

const LIBRARY = "Governance file";
const FILE = "schema.json";

/** What provisioning leaves last: every version the site has been brought to. As it only adds, an earlier one holds too. */
interface SchemaFile {
  readonly schemaVersion: 1;
  readonly versions: readonly string[];
}

/** Names lists, columns and libraries as this release needs them; labels and help texts do not count. */
export function schemaVersion(registers: readonly Register[]): string {
  const lists = registers.map((register) => [
    listName(register),
    columnsOf(register).map(({ displayName, description, ...column }) => column),
  ]);
  return createHash("sha256")
    .update(canonicalize([lists, everyLibrary]) ?? "")
    .digest("hex")
    .slice(0, 16);
}

/** Why the site is not ready for this release, in words; undefined when it is. */
export async function schemaProblem(files: Files, registers: readonly Register[]): Promise<string | undefined> {
  const versions = await files.get(LIBRARY, FILE).then(versionsIn, (error: unknown): readonly string[] => {
    if (error instanceof LineOfSightError && error.code === "not-found") return [];
    throw error;
  });
  if (versions.includes(schemaVersion(registers))) return undefined;
  return versions.length === 0
    ? "The site was never wholly provisioned. An administrator runs npm run provision."
    : "The site was provisioned for another release. An administrator runs npm run provision.";
}

/** The versions the site has been brought to, oldest first, and how to add one. */
export async function schemaVersions(client: Client, site: string) {
  const drives = await everyPage<{ id: string; name: string }>(client, `${site}/drives`);
  const drive = drives.find(({ name }) => name === LIBRARY);
  const place = `/drives/${drive?.id}/root:/${FILE}:/content`;
  const versions = drive ? await versionsAt(client, place) : [];
  return {
    versions,
    add: (version: string) =>
      client
        .api(place)
        .header("content-type", "application/json")
        .put(JSON.stringify({ schemaVersion: 1, versions: [...versions, version] } satisfies SchemaFile)),
  };
}

async function versionsAt(client: Client, place: string): Promise<readonly string[]> {
  try {
    const bytes: ArrayBuffer = await client.api(place).responseType(ResponseType.ARRAYBUFFER).get();
    return versionsIn(new Uint8Array(bytes));
  } catch (error) {
    if (statusOf(error) === 404) return [];
    throw error;
  }
}

const versionsIn = (bytes: Uint8Array): readonly string[] =>
  (JSON.parse(Buffer.from(bytes).toString("utf8")) as SchemaFile).versions;
