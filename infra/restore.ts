import { parseArgs } from "node:util";
import { isRefusal } from "#domain/refusal.ts";
import { restore } from "../api/exports/restore.ts";
import { configuredOutside } from "./configured.ts";

const usage = `npm run restore -- --from DIR [--key FINGERPRINT]

Puts an export of the registers back into the site of these settings, which is provisioned and holds nothing else.
DIR is the folder of one export, downloaded from the library Governance file.
FINGERPRINT is the key the export was signed with; without it, it must be the key of this deployment.
Cut off, run it again: it goes on where it stopped.`;

function words() {
  try {
    const { from, key } = parseArgs({ options: { from: { type: "string" }, key: { type: "string" } } }).values;
    const fingerprint = key?.replace(/[\s:]/g, "").toLowerCase();
    const isKey = fingerprint === undefined || /^[0-9a-f]{64}$/.test(fingerprint);
    return from && isKey ? { from, key: fingerprint } : undefined;
  } catch {
    return undefined;
  }
}

const asked = words();
if (!asked) {
  console.error(usage);
  process.exitCode = 1;
} else {
  const outside = await configuredOutside("restore");
  const key = asked.key ?? outside.keys.fingerprint;
  const done = await restore(outside, { dir: asked.from, key, say: (line) => console.log(line) });
  if (isRefusal(done)) {
    console.error(`${done.refused.say}\n${done.refused.next}`);
    process.exitCode = 1;
  } else
    console.log(
      `${done.organisation}: ${done.rows} rows and ${done.events} events are as they were exported at ${done.at}. Files of the libraries are not part of it: copy them back with SharePoint's own tools.`,
    );
}
