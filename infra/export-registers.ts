import { parseArgs } from "node:util";
import { fileRegisterExport, writeRegisterExport } from "../api/exports/register-export.ts";
import { configuredOutside } from "./configured.ts";

const usage = `npm run export:registers -- [--to DIR]

Writes every register as signed JSON Lines: to the library Governance file, or with --to to a folder on this machine.
The settings are those of the deployment.`;

function words() {
  try {
    return parseArgs({ options: { to: { type: "string" } } }).values;
  } catch {
    return undefined;
  }
}

const asked = words();
if (!asked) {
  console.error(usage);
  process.exitCode = 1;
} else {
  const outside = await configuredOutside("export");
  await outside.sharePoint.sweep();
  if (asked.to !== undefined) await writeRegisterExport(outside, asked.to);
  const name = outside.clock().replaceAll(/[-:]|\.\d+/g, "");
  console.log(`The registers are in ${asked.to ?? `Governance file/${await fileRegisterExport(outside, name)}`}.`);
}
