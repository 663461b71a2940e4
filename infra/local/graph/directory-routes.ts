import { notifyChat, notifyTeam, notifyUser } from "./activity-notification.ts";
import { patchUser, removeUser } from "./change-user.ts";
import { countMembers, getGroup, getGroups, getMemberOf, getMembers } from "./groups.ts";
import { getAppChat, getInstalledApp, getInstalledApps, installApp, removeApp } from "./installed-apps.ts";
import { getPhoto, getPhotoBytes, getSizedPhoto, putPhoto } from "./photo.ts";
import type { Route } from "./route.ts";
import { get, getSeveral, patch, post, put, remove } from "./told-route.ts";
import { countUsers, getDirectReports, getManager, getPeople, getUser, getUsers } from "./users.ts";

const person = "/users/{user-id}";
const apps = `${person}/teamwork/installedApps`;
const found = ["select", "filter", "search", "orderby", "top", "count", "skiptoken"] as const;
const paged = ["select", "top", "count", "skiptoken"] as const;
const expandsApp = ["teamsApp", "teamsAppDefinition"];

const people: readonly Route[] = [
  getSeveral("/users", getUsers, { needs: "users", options: found }),
  get("/users/$count", countUsers, { needs: "users", options: ["filter", "search"] }),
  get(person, getUser, { needs: "users" }),
  patch(person, patchUser, { needs: "changing users", options: [] }),
  remove(person, removeUser, { needs: "changing users", options: [] }),
  get(`${person}/manager`, getManager, { needs: "users" }),
  getSeveral(`${person}/directReports`, getDirectReports, { needs: "users", options: paged }),
  getSeveral(`${person}/memberOf`, getMemberOf, { needs: "users", options: paged }),
  getSeveral(`${person}/people`, getPeople, { needs: "people", options: ["select", "search", "top", "skiptoken"] }),
  get(`${person}/photo`, getPhoto, { needs: "users", options: [] }),
  get(`${person}/photo/$value`, getPhotoBytes, { needs: "users", options: [] }),
  get(`${person}/photos/{size}/$value`, getSizedPhoto, { needs: "users", options: [] }),
  put(`${person}/photo/$value`, putPhoto, { needs: "changing users", options: [] }),
];

const teamwork: readonly Route[] = [
  getSeveral(apps, getInstalledApps, {
    needs: "apps",
    options: ["select", "expand", "filter"],
    expands: expandsApp,
  }),
  post(apps, installApp, { needs: "changing apps", options: [] }),
  get(`${apps}/{app-installation-id}`, getInstalledApp, {
    needs: "apps",
    options: ["select", "expand"],
    expands: expandsApp,
  }),
  remove(`${apps}/{app-installation-id}`, removeApp, { needs: "changing apps", options: [] }),
  get(`${apps}/{app-installation-id}/chat`, getAppChat, { needs: "apps", options: [] }),
  post(`${person}/teamwork/sendActivityNotification`, notifyUser, { needs: "notifying", options: [] }),
  post("/chats/{chat-id}/sendActivityNotification", notifyChat, { needs: "notifying", options: [] }),
  post("/teams/{team-id}/sendActivityNotification", notifyTeam, { needs: "notifying", options: [] }),
];

/** People, groups, and the Teams apps people have. `/me/…` is served as `/users/{user-id}/…`. */
export const directoryRoutes: readonly Route[] = [
  ...people,
  ...teamwork,
  getSeveral("/groups", getGroups, { needs: "groups", options: found }),
  get("/groups/{group-id}", getGroup, { needs: "groups" }),
  getSeveral("/groups/{group-id}/members", getMembers, { needs: "groups", options: found }),
  get("/groups/{group-id}/members/$count", countMembers, { needs: "groups", options: ["filter", "search"] }),
];
