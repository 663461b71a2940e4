import { directoryRoutes } from "./directory-routes.ts";
import { driveRoutes } from "./drive-routes.ts";
import { listRoutes } from "./list-routes.ts";
import { permissionRoutes } from "./permission-routes.ts";
import type { Route } from "./route.ts";
import { subscriptionRoutes } from "./subscription-routes.ts";

/** Everything the local Graph serves; the first match answers. */
export const routes: readonly Route[] = [
  ...listRoutes,
  ...permissionRoutes,
  ...driveRoutes,
  ...directoryRoutes,
  ...subscriptionRoutes,
];
