import { readConfig, tenantSettings } from "#api/config.ts";
import { provision } from "#api/graph/provision.ts";
import { logTo } from "#api/log.ts";
import { localOutside, tenantOutside } from "#api/outside.ts";
import { type Serving, serve } from "#api/server.ts";
import { everyList } from "#domain/registers/index.ts";
import { botFace } from "./bot-face.ts";
import { buildTab, tabDir } from "./build-tab.ts";
import { seed } from "./demo/organisation.ts";
import { demoSettings, demoTenant, startDemoTenant } from "./demo-tenant.ts";

/**
 * `npm start`. With a tenant's settings it serves that tenant. With none it brings its own: the local Microsoft 365,
 * the demo provider, and the same server on top.
 */
async function main(): Promise<void> {
  const inATenant = tenantSettings.some((name) => process.env[name] !== undefined);
  const serving = inATenant || process.env.LOCAL_MICROSOFT_365 ? await startConfigured() : await startDemo();
  const stop = () => void serving.close().then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  console.log(`Line of Sight is at ${serving.url}`);
}

async function startConfigured(): Promise<Serving> {
  const config = readConfig(process.env);
  if ("problems" in config) {
    console.error(
      `Line of Sight cannot start. Put these settings right first:\n${config.problems.map((each) => `  - ${each}`).join("\n")}`,
    );
    process.exit(1);
  }
  const log = logTo("info");
  const { local, vault } = config;
  const building = local ? buildTab() : Promise.resolve();
  const outside = local
    ? await localOutside({ ...config, local }, log)
    : await tenantOutside({ ...config, vault: vault ?? { url: "", identity: "" } }, log);
  await building;
  const { face, channel } = botFace(config, outside);
  return serve({ config, outside, tabDir, faces: [face], channel });
}

async function startDemo(): Promise<Serving> {
  const building = buildTab();
  const dataDir = process.env.DATA_DIR ?? ".data";
  const { local, secret, provisioning } = await startDemoTenant(dataDir);
  await provision(provisioning, `/sites/${demoTenant.host}:${demoTenant.path}:`, everyList);
  const config = readConfig({ ...demoSettings(local, secret), PORT: process.env.PORT, DATA_DIR: dataDir });
  if ("problems" in config || !config.local) throw new Error("The demo's own settings are incomplete.");
  const outside = await localOutside({ ...config, local: config.local }, logTo("error"));
  await seed(outside.store, outside.engine.name);
  await building;
  const { face, channel } = botFace(config, outside);
  const serving = await serve({ config, outside, tabDir, faces: [face], channel });
  return {
    url: serving.url,
    close: async () => {
      await serving.close();
      await local.close();
    },
  };
}

await main();
