import { randomUUID } from "node:crypto";
import type { Subscription } from "@microsoft/microsoft-graph-types";
import { created, json, noContent } from "../http/answer.ts";
import { type Call, type Handler, objectIn, parameter } from "./call.ts";
import { accessDenied, GraphError } from "./graph-error.ts";
import type { ListRow } from "./list.ts";
import { shakeHands } from "./notification-url.ts";
import { collection, entity } from "./shape.ts";
import { checkRole } from "./site-role.ts";
import { askedFor, expiryIn, liveSubscriptions, type SubscriptionRow, subscriptionIn } from "./subscription.ts";

const PLACE = "subscriptions";

/** Whoever may change a list may watch it. */
function checkMayWatch(call: Call, list: ListRow): void {
  checkRole(call, call.caller, { "site-id": list.siteId, "list-id": list.id }, "write");
}

/** A subscription of the calling application; another one's is none. Throws 404. */
function own(call: Call): SubscriptionRow {
  const row = liveSubscriptions(call).find(
    ({ id, appId }) => id === parameter(call, "subscription-id").toLowerCase() && appId === call.caller.app.id,
  );
  if (!row) throw new GraphError(404, "ResourceNotFound", "The object was not found.");
  return row;
}

/** The handshake happens before anything is kept. */
export const checkEndpoint = async (call: Call): Promise<void> => {
  const asked = askedFor(call, objectIn(call));
  checkMayWatch(call, asked.list);
  await shakeHands(asked.notificationUrl);
  if (asked.lifecycleNotificationUrl !== null && asked.lifecycleNotificationUrl !== asked.notificationUrl) {
    await shakeHands(asked.lifecycleNotificationUrl);
  }
};

export const createSubscription: Handler = (call) => {
  const asked = askedFor(call, objectIn(call));
  const id = randomUUID();
  const subscription = {
    id,
    resource: asked.resource,
    applicationId: call.caller.app.id,
    changeType: "updated",
    clientState: asked.clientState,
    notificationUrl: asked.notificationUrl,
    notificationQueryOptions: null,
    lifecycleNotificationUrl: asked.lifecycleNotificationUrl,
    expirationDateTime: asked.expires,
    creatorId: call.caller.app.id,
    includeResourceData: null,
    latestSupportedTlsVersion: asked.tlsVersion,
    encryptionCertificate: null,
    encryptionCertificateId: null,
    notificationUrlAppId: null,
  } satisfies Subscription;
  call.database.run(
    "INSERT INTO subscriptions VALUES (?, ?, ?, ?, ?)",
    ...[id, asked.list.id, call.caller.app.id, asked.expires, JSON.stringify(subscription)],
  );
  return created(entity(PLACE, subscription, call.query), { location: `/v1.0/subscriptions('${id}')` });
};

export const getSubscriptions: Handler = (call) => {
  const value = liveSubscriptions(call)
    .filter(({ appId }) => appId === call.caller.app.id)
    .map(subscriptionIn);
  return json(collection(PLACE, call.path, call.query, { value }));
};

export const getSubscription: Handler = (call) => json(entity(PLACE, subscriptionIn(own(call)), call.query));

/** A new address must shake hands as the first one did. */
export const checkNewEndpoint = async (call: Call): Promise<void> => {
  own(call);
  const { notificationUrl } = objectIn(call);
  if (notificationUrl !== undefined) await shakeHands(String(notificationUrl));
};

export const updateSubscription: Handler = (call) => {
  const row = own(call);
  const before = subscriptionIn(row);
  const { expirationDateTime = before.expirationDateTime, notificationUrl = before.notificationUrl } = objectIn(call);
  const expires = expiryIn(call, expirationDateTime);
  const subscription = { ...before, expirationDateTime: expires, notificationUrl };
  call.database.run(
    "UPDATE subscriptions SET expires = ?, data = ? WHERE id = ?",
    ...[expires, JSON.stringify(subscription), row.id],
  );
  return json(entity(PLACE, subscription, call.query));
};

export const deleteSubscription: Handler = (call) => {
  call.database.run("DELETE FROM subscriptions WHERE id = ?", own(call).id);
  return noContent;
};

/** Says the application is still allowed to watch. Throws 403 when it is not. */
export const reauthorizeSubscription: Handler = (call) => {
  const list = call.database.one<ListRow>("SELECT * FROM lists WHERE id = ?", own(call).listId);
  if (!list) throw accessDenied();
  checkMayWatch(call, list);
  return noContent;
};
