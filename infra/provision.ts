import { parseArgs } from "node:util";
import { type Config, readConfig } from "#api/config.ts";
import type { GraphClient } from "#api/graph/graph-client.ts";
import { statusOf } from "#api/graph/graph-error.ts";
import { provision, siteDifference } from "#api/graph/provision.ts";
import { siteAccess } from "#api/graph/site-access.ts";
import { logTo } from "#api/log.ts";
import { localOutside, tenantOutside } from "#api/outside.ts";
import { everyList } from "#domain/registers/index.ts";
import { clientAs } from "./provision/clients.ts";
import { addFirstAdministrators, type FirstAdministrator } from "./provision/first-administrators.ts";

/** `npm run provision -- [--dry-run] [--owners OID,OID] [--administrators OID,OID]` */
const options = {
  "dry-run": { type: "boolean", default: false },
  owners: { type: "string", default: "" },
  administrators: { type: "string", default: "" },
} as const;

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Wanted {
  readonly config: Config;
  readonly dryRun: boolean;
  readonly owners: readonly string[];
  readonly administrators: readonly string[];
  /** Who provisions: an application of its own, or ours with a larger grant for as long as it takes. */
  readonly application: string;
}

function notBegun(problems: readonly string[]): never {
  console.error(`Nothing was done. Put this right first:\n${problems.map((each) => `  - ${each}`).join("\n")}`);
  process.exit(1);
}

function words() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return notBegun([error instanceof Error ? error.message : String(error)]);
  }
}

function wanted(): Wanted {
  const values = words();
  const config = readConfig(process.env);
  const ids = (list: string) => list.split(",").flatMap((id) => (id.trim() ? [id.trim().toLowerCase()] : []));
  const [owners, administrators] = [ids(values.owners), ids(values.administrators)];
  const problems = [
    ...("problems" in config ? config.problems : []),
    ...[...owners, ...administrators].filter((id) => !guid.test(id)).map((id) => `${id} is not an Entra object id.`),
    ...(administrators.length === 0 || new Set(administrators).size === 2
      ? []
      : ["--administrators names two different people: each change of rights takes both."]),
  ];
  if (problems.length > 0 || "problems" in config) return notBegun(problems);
  const application = process.env.PROVISIONER_ID ?? config.app;
  return { config, dryRun: values["dry-run"], owners, administrators, application };
}

const list = (heading: string, lines: readonly string[]) =>
  lines.length > 0 && console.log(`${heading}\n${lines.map((each) => `  - ${each}`).join("\n")}`);

async function main(): Promise<void> {
  const asked = wanted();
  const { config, dryRun, owners, administrators, application } = asked;
  const client = clientAs(config, application);
  const site = `/sites/${config.site.host}:${config.site.path}:`;
  const { lacking, drift, ready } = await siteDifference(client, site, everyList);
  const things = lacking.map(({ made, name }) => `${made} ${name}`);
  if (dryRun) {
    list("Would be made:", things);
    if (things.length === 0) console.log(ready ? "Nothing to do." : "Only the schema version is still to be written.");
  } else {
    await provision(client, site, everyList);
    list("Made:", things);
    console.log("The site is ready for this release.");
  }
  list("Otherwise than we made it, and left so:", drift);
  const access = await siteAccess(client, site, { apps: [config.app, application], owners });
  list("With access and not expected:", access.drift);
  list("Could not be read:", access.unread);
  if (administrators.length > 0)
    list("Administrators:", dryRun ? ["looked at when not a dry run"] : await firstAdministrators(asked, client));
}

async function firstAdministrators({ config, administrators }: Wanted, client: GraphClient) {
  const { local, vault } = config;
  const log = logTo("error");
  const outside = local
    ? await localOutside({ ...config, local }, log)
    : await tenantOutside({ ...config, vault: vault ?? { url: "", identity: "" } }, log);
  const named: FirstAdministrator[] = [];
  for (const id of administrators) named.push({ id, name: await nameOf(client, id) });
  return addFirstAdministrators(outside, named);
}

/** As the directory has it, where we may ask; an administrator puts it right in the people register otherwise. */
async function nameOf(client: GraphClient, id: string): Promise<string> {
  try {
    const { displayName }: { displayName?: string } = await client.api(`/users/${id}?$select=displayName`).get();
    return displayName ?? "Administrator";
  } catch (error) {
    if (statusOf(error) === 404) throw new Error(`There is no account ${id} in this tenant.`);
    return "Administrator";
  }
}

try {
  await main();
} catch (error) {
  const status = statusOf(error);
  const why =
    status === 403
      ? "Microsoft Graph refused: the grant on the site does not allow it (docs/administrators.md, “Provisioning”)."
      : error instanceof Error
        ? error.message
        : String(error);
  console.error(`Stopped: ${why} Whatever was made stays; run it again.`);
  process.exitCode = 1;
}
