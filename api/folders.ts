import { join } from "node:path";
import type { Config } from "./config.ts";

/** Where this process keeps what on its disk. Only the cache is shared with other processes beside it. */
export const foldersOf = ({ dataDir, instance }: Pick<Config, "dataDir" | "instance">) => ({
  /** Work in progress: uploads, what imports and packs are built from, files on their way here. */
  workDir: join(dataDir, "work", instance),
  /** Copies of files, each whole. */
  cacheDir: join(dataDir, "cache"),
  /** The registers over a restart. */
  keptDir: join(dataDir, "kept", instance),
});
