import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { appPackage } from "./app-package/zip.ts";

/** Makes the Teams app package from the provider's settings: `node infra/app-package.ts [FILE]`. */
const needed = ["PUBLIC_URL", "BOT_ID", "APP_ID", "TEAMS_APP_ID", "DEVELOPER_NAME"] as const;

const missing = needed.filter((name) => !process.env[name]);
if (missing.length > 0) {
  console.error(`These settings are missing: ${missing.join(", ")}.`);
  process.exit(1);
}

const [publicUrl = "", botId = "", appId = "", teamsAppId = "", developer = ""] = needed.map(
  (name) => process.env[name],
);
const file = process.argv[2] ?? "out/line-of-sight.zip";
const template = readFileSync(new URL("../appPackage/manifest.json", import.meta.url), "utf8");
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, appPackage(template, { host: new URL(publicUrl).host, botId, appId, teamsAppId, developer }));
console.log(`Made ${file}. Upload it in the Teams admin centre, under Manage apps.`);
