import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { tenant } from "../../infra/local/started.testing.ts";
import { Contract } from "./documented/contract.ts";
import { localService } from "./documented/local-service.ts";
import { NotificationClient } from "./documented/notification-client.ts";
import { everyStep } from "./documented/steps.ts";
import { type Finding, World, walk } from "./documented/walk.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);

const inWords = ({ operation, result, uses, differences }: Finding): string => {
  const name = operation.padEnd(36);
  if (result === "not supported") return `${name} 501 not supported`;
  if (result === "checked") return `${name} checked (${uses} ${uses === 1 ? "use" : "uses"})`;
  return `${name} differs\n${differences.map((one) => `    ${one}`).join("\n")}`;
};

function worldOf(siteHost: string, url: string): World {
  const world = new World();
  world.keep("host", siteHost);
  world.keep("control", `${url}/_control`);
  world.keep("site path", "/sites/line-of-sight");
  world.keep("user", tenant.users[0].id);
  world.keep("report", tenant.users[1].id);
  world.keep("group", tenant.groups[0].id);
  return world;
}

/** `npm run contract -- --schema FILE`: the local Microsoft Graph held to a contract file; exit 1 on a difference. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { schema: { type: "string" } } });
  if (values.schema === undefined || !existsSync(values.schema)) {
    say("The contract to check against is not there. Name its file: npm run contract -- --schema FILE");
    return 2;
  }
  const contract = new Contract(values.schema);
  const { local, send } = await localService();
  const client = new NotificationClient(send);
  await client.listen();
  try {
    const findings = await walk(contract, everyStep(client), worldOf(tenant.hostname, local.url), send);
    for (const finding of findings) say(inWords(finding));
    const count = (result: Finding["result"]) => findings.filter((one) => one.result === result).length;
    say(
      `${count("checked")} operations checked, ${count("not supported")} not supported, ${count("differs")} differences`,
    );
    return count("differs") === 0 ? 0 : 1;
  } finally {
    await local.close();
    await client.close();
  }
}

process.exitCode = await main();
