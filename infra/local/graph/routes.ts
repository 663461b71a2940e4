import { directoryRoutes } from "./directory-routes.ts";
import { driveRoutes } from "./drive-routes.ts";
import { listRoutes } from "./list-routes.ts";
import type { Route } from "./route.ts";

/** Everything the local Graph serves; the first match answers. */
export const routes: readonly Route[] = [...listRoutes, ...driveRoutes, ...directoryRoutes];
