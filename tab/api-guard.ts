import type { Plugin } from "vite";

/**
 * Keeps the server's code out of the browser. Types leave no trace in a build, so anything of `apiDir` that is still
 * loaded is a value; only the domain may be. Fails the build with the file and what to do.
 */
export const apiGuard = (apiDir: string): Plugin => ({
  name: "line-of-sight:api-guard",
  enforce: "pre",
  load(id) {
    const file = id.split("?")[0] ?? id;
    if (!file.startsWith(`${apiDir}/`) || file.startsWith(`${apiDir}/domain/`)) return null;
    throw new Error(
      `${file} is the server's: the tab may only “import type” from it. Values come from #domain or HTTP.`,
    );
  },
});
