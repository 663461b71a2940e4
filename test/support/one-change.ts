import { readConfig } from "#api/config.ts";
import { logTo } from "#api/log.ts";
import { localOutside } from "#api/outside.ts";
import { themes } from "#domain/registers/themes.ts";

/** A process that makes one change to the theme it is named, for tests that end it in the middle. */
const config = readConfig(process.env);
if ("problems" in config || !config.local) throw new Error("The settings are incomplete.");
const { store } = await localOutside({ ...config, local: config.local }, logTo("silent"));
const row = store.one(themes, process.argv[2] ?? "");
if (!row) throw new Error("There is no such theme.");
await store.change(themes, row.key, row.etag, { name: "Changed and cut off" }, { by: "system", did: "theme.rename" });
