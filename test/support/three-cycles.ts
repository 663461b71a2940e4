import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { graphClient } from "#api/graph/graph-client.ts";
import { List, listName } from "#api/graph/list.ts";
import { LoopbackTransport } from "#api/graph/loopback-transport.ts";
import { localGraphToken } from "#api/identity/graph-token.ts";
import { packs } from "#domain/registers/packs.ts";
import { demoTenant, startDemoTenant } from "../../infra/demo-tenant.ts";
import { quarterOfExports } from "./quarter.ts";
import { type Ended, runNode } from "./run-node.ts";

/** One run of the main job: where it wrote, and how it ended. */
export interface CycleRun extends Ended {
  readonly data: string;
  readonly dir: string;
}

/**
 * The main job done three times at once from one folder of exports: in a Microsoft 365 that outlives it, with nothing
 * but a folder, and with another seed.
 */
export async function threeCycles() {
  const folder = mkdtempSync(join(tmpdir(), "line-of-sight-cycles-"));
  const exports = await quarterOfExports();
  const tenant = await startDemoTenant(join(folder, "tenant"));
  const run = async (name: string, words: readonly string[], settings = {}): Promise<CycleRun> => {
    const [data, dir] = [join(folder, name, "data"), join(folder, name, "out")];
    const asked = ["infra/cycle.ts", "--in", exports.dir, "--out", dir, ...words];
    return { data, dir, ...(await runNode(asked, { DATA_DIR: data, ...settings })) };
  };
  const running = { LOCAL_MICROSOFT_365: tenant.local.url, LOCAL_SECRET: tenant.secret };
  const [first, second, otherSeed] = await Promise.all([
    run("first", ["--json"], running),
    run("second", []),
    run("other-seed", ["--seed", "2"]),
  ]);
  return {
    folder,
    exports: exports.dir,
    first,
    second,
    otherSeed,
    library: libraryOf(tenant),
    async remove() {
      await tenant.local.close();
      exports.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** SharePoint as the first run left it, asked through Graph. */
function libraryOf({ local, secret }: Awaited<ReturnType<typeof startDemoTenant>>) {
  const token = localGraphToken(demoTenant.tenant, demoTenant.app, secret, local.url);
  const client = graphClient(token, new LoopbackTransport(local.url, demoTenant.host));
  const site = `/sites/${demoTenant.host}:${demoTenant.path}:`;
  return {
    /** Fields of the rows in the register of packs. */
    packs: async () => (await new List(client, site, listName(packs)).changes()).items.map(({ fields }) => fields),
    /** Names in a folder of the library `Packs`, with their SharePoint items. */
    async filed(path: string): Promise<readonly { readonly name: string; readonly size: number }[]> {
      const drives: { value: { id: string; name: string }[] } = await client.api(`${site}/drives`).get();
      const drive = drives.value.find(({ name }) => name === "Packs");
      const { value } = await client.api(`/drives/${drive?.id}/root:/${path}:/children`).get();
      return value;
    },
  };
}
