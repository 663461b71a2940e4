import { readConfig } from "../api/config.ts";
import { logTo } from "../api/log.ts";
import { localOutside, type Outside, tenantOutside } from "../api/outside.ts";

/** Everything outside, from the settings in the environment, for a command of an administrator; ends with every problem if they are not whole. */
export async function configuredOutside(command: string): Promise<Outside> {
  const config = readConfig({ ...process.env, INSTANCE: process.env.INSTANCE ?? `command-${command}` });
  if ("problems" in config) {
    console.error(
      `This needs the settings of the deployment. Put these right first:\n${config.problems.map((each) => `  - ${each}`).join("\n")}`,
    );
    process.exit(1);
  }
  const { local, vault } = config;
  const log = logTo("error");
  return local
    ? await localOutside({ ...config, local }, log)
    : await tenantOutside({ ...config, vault: vault ?? { url: "", identity: "" } }, log);
}
