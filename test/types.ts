import { spawnSync } from "node:child_process";

/** Checks every type twice: the whole tree, then the domain alone without the types of Node or the browser. */
for (const project of ["api/domain", "."]) {
  const { status } = spawnSync("tsc", ["-p", project], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
