import fc from "fast-check";
import { graphClient } from "#api/graph/graph-client.ts";
import { hostile } from "#api/graph/hostile.testing.ts";
import { List, listName } from "#api/graph/list.ts";
import { LoopbackTransport } from "#api/graph/loopback-transport.ts";
import { provision } from "#api/graph/provision.ts";
import { jobs } from "#domain/registers/jobs.ts";
import { started, tenant } from "../../infra/local/started.testing.ts";

/**
 * Asks the local Graph for rows by so many hostile keys. There is one row whose key each of them could only reach by getting
 * out of its filter, and one with the key itself now and then. Answers how many found what they should not, or not what they should.
 */
export async function hostileKeys(count: number, seed: number): Promise<number> {
  const local = await started({ apps: [{ ...tenant.apps[0], graphPermissions: ["Sites.FullControl.All"] }] });
  try {
    const client = graphClient(() => local.token(), new LoopbackTransport(local.url, tenant.hostname));
    const site = `/sites/${tenant.hostname}:/sites/line-of-sight:`;
    await provision(client, site, [jobs]);
    const list = new List(client, site, listName(jobs));
    await list.create({ key: "secret", Title: "secret" });
    let wrong = 0;
    for (const [at, key] of fc.sample(hostile, { numRuns: count, seed }).entries()) {
      const kept = key.toWellFormed().replaceAll("\0", "\ufffd");
      const isMade = at % 20 === 0 && kept !== "" && (await list.byKey(key)) === undefined;
      if (isMade) await list.create({ key: kept, Title: "made" });
      const found = await list.byKey(key);
      // SharePoint compares without regard to capitals.
      if (found ? String(found.fields.key).toLowerCase() !== kept.toLowerCase() : isMade) wrong += 1;
    }
    return wrong;
  } finally {
    await local.close();
  }
}
