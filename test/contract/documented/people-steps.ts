import { get, keeps, post, remove, says } from "./step.ts";
import type { Step, World } from "./walk.ts";

const user = (world: World) => `/users/${world.get("user")}`;
const group = (world: World) => `/groups/${world.get("group")}`;
const apps = (world: World) => `${user(world)}/teamwork/installedApps`;
const nobody = { what: "404 for nobody", refused: { status: 404 } };

const told = {
  topic: { source: "text", value: "Sign-off", webUrl: "https://teams.microsoft.com/l/entity/1" },
  activityType: "signOffAsked",
  previewText: { content: "A pack waits for you" },
  templateParameters: [{ name: "pack", value: "September" }],
};
const recipient = {
  "@odata.type": "microsoft.graph.aadUserNotificationRecipient",
  userId: "aaaaaaaa-0000-4000-8000-000000000001",
};

const notifications: readonly Step[] = [
  post("user.sendActivityNotification", (world) => `${user(world)}/teamwork/sendActivityNotification`, { body: told }),
  post("user.sendActivityNotification", (world) => `${user(world)}/teamwork/sendActivityNotification`, {
    what: "400 without a topic",
    body: { activityType: "signOffAsked" },
    refused: { status: 400 },
  }),
  post("chat.sendActivityNotification", (world) => `/chats/${world.get("chat")}/sendActivityNotification`, {
    body: { ...told, recipient },
  }),
  post("team.sendActivityNotification", (world) => `/teams/${world.get("group")}/sendActivityNotification`, {
    body: { ...told, recipient },
  }),
];

export const peopleSteps: readonly Step[] = [
  get("me", () => "/me", { as: "person", also: says("displayName", "Grace Okonkwo") }),
  get("user.list", () => "/users", { keep: keeps("somebody", "value.0.id") }),
  get("user.list", () => '/users?$count=true&$search="displayName:Grace"&$top=1', {
    what: "$search and $count",
    headers: { consistencylevel: "eventual" },
  }),
  get("user.get", user),
  get("user.get", () => "/users/nobody@meadowbank.example", nobody),
  get("user.photo", (world) => `${user(world)}/photo`),
  get("user.photo", () => "/users/00000000-0000-4000-8000-000000000000/photo", nobody),
  get("user.photo.value", (world) => `${user(world)}/photo/$value`),
  get("user.manager", (world) => `/users/${world.get("report")}/manager`),
  get("user.manager", (world) => `${user(world)}/manager`, { ...nobody, what: "404 for somebody without one" }),
  get("user.directReports", (world) => `${user(world)}/directReports`),
  get("user.memberOf", (world) => `${user(world)}/memberOf`),
  get("user.people", () => "/me/people", { as: "person" }),
  get("group.get", group),
  get("group.get", () => "/groups/00000000-0000-4000-8000-000000000000", nobody),
  get("group.members", (world) => `${group(world)}/members`),
  post("user.installedApps.add", apps, {
    body: {
      "teamsApp@odata.bind":
        "https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/12345678-9abc-4def-8123-456789012345",
    },
  }),
  get("user.installedApps.list", (world) => `${apps(world)}?$expand=teamsApp,teamsAppDefinition`, {
    keep: keeps("installation", "value.0.id"),
  }),
  get("user.installedApps.get", (world) => `${apps(world)}/${world.get("installation")}`),
  get("user.installedApps.get", (world) => `${apps(world)}/nothing`, nobody),
  get("user.installedApps.chat", (world) => `${apps(world)}/${world.get("installation")}/chat`, {
    keep: keeps("chat"),
  }),
  ...notifications,
  remove("user.installedApps.remove", (world) => `${apps(world)}/${world.get("installation")}`),
  remove("user.installedApps.remove", (world) => `${apps(world)}/${world.get("installation")}`, nobody),
];
