import { getGroup, getGroups, getMe, getMembers, getUser, getUsers } from "./directory.ts";
import type { Route } from "./route.ts";
import { get, getSeveral } from "./told-route.ts";

/** People and groups. */
export const directoryRoutes: readonly Route[] = [
  get("/me", getMe, { needs: "me" }),
  getSeveral("/users", getUsers, { needs: "users", options: ["select", "filter", "top", "skiptoken"] }),
  get("/users/{user-id}", getUser, { needs: "users" }),
  getSeveral("/groups", getGroups, { needs: "groups", options: ["select", "filter", "top", "skiptoken"] }),
  get("/groups/{group-id}", getGroup, { needs: "groups" }),
  getSeveral("/groups/{group-id}/members", getMembers, { needs: "groups", options: ["select", "top", "skiptoken"] }),
];
