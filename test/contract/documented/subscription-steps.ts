import type { NotificationClient } from "./notification-client.ts";
import { get, keeps, patch, post, remove, says } from "./step.ts";
import type { Step, World } from "./walk.ts";

const one = (world: World) => `/subscriptions/${world.get("subscription")}`;
const gone = { what: "404 once it is deleted", refused: { status: 404 } };
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

export const subscriptionSteps = (client: NotificationClient): readonly Step[] => [
  {
    operation: "subscription.create",
    send: (world) => ({
      method: "POST",
      path: "/subscriptions",
      body: {
        changeType: "updated",
        notificationUrl: client.url,
        resource: `sites/${world.get("site")}/lists/${world.get("list")}`,
        expirationDateTime: inHours(48),
        clientState: "ours",
      },
    }),
    keep: keeps("subscription"),
    also: says("clientState", "ours"),
  },
  {
    operation: "subscription.create",
    what: "400 for an address that does not shake hands",
    refused: { status: 400 },
    send: (world) => ({
      method: "POST",
      path: "/subscriptions",
      body: {
        changeType: "updated",
        notificationUrl: `${client.url}/deaf`,
        resource: `sites/${world.get("site")}/lists/${world.get("list")}`,
        expirationDateTime: inHours(48),
      },
    }),
  },
  { operation: "notification.validate", send: () => ({ method: "POST", path: client.validated() }) },
  {
    operation: "notification.deliver",
    send: async (world) => {
      const list = `/sites/${world.get("site")}/lists/${world.get("list")}`;
      await client.send({ method: "POST", path: `${list}/items`, body: { fields: { Title: "Told" } } });
      return { method: "POST", path: client.url, body: await client.notified() };
    },
  },
  get("subscription.list", () => "/subscriptions", { also: says("value.0.changeType", "updated") }),
  get("subscription.get", one),
  patch("subscription.update", one, { body: { expirationDateTime: inHours(60) } }),
  post("subscription.reauthorize", (world) => `${one(world)}/reauthorize`),
  remove("subscription.delete", one),
  remove("subscription.delete", one, gone),
  get("subscription.get", one, gone),
];
