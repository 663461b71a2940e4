import type { Subscription } from "@microsoft/microsoft-graph-types";
import { type Call, type Ground, isObject, type JsonObject } from "./call.ts";
import { defaultDrive, driveBy } from "./drive.ts";
import { notImplemented } from "./graph-error.ts";
import { type ListRow, listIn } from "./list.ts";
import { loopbackUrl, validationError } from "./notification-url.ts";
import { samePlace } from "./same-place.ts";
import { siteBy } from "./sites.ts";

/** The longest a subscription to lists and libraries lives. */
const LONGEST_MS = 42_300 * 60_000;
const LONGEST_STATE = 128;

export interface SubscriptionRow {
  readonly id: string;
  readonly listId: string;
  readonly appId: string;
  /** ISO instant; after it nothing is told any more. */
  readonly expires: string;
  readonly data: string;
}

export const subscriptionIn = (row: SubscriptionRow): Subscription => JSON.parse(row.data) as Subscription;

/** Those not yet expired; expired ones are as if they had never been. */
export const liveSubscriptions = (ground: Ground): readonly SubscriptionRow[] =>
  ground.database.all<SubscriptionRow>(
    "SELECT * FROM subscriptions WHERE expires > ? ORDER BY rowid",
    ground.now().toISOString(),
  );

/** When it is to end. Throws 400 for the past, and for more than 42,300 minutes. */
export function expiryIn(ground: Ground, said: unknown): string {
  const at = typeof said === "string" ? Date.parse(said) : Number.NaN;
  if (Number.isNaN(at)) throw validationError("expirationDateTime is required, as a date and time.");
  const now = ground.now().getTime();
  if (at <= now) throw validationError("Subscription expiration can not be in the past.");
  if (at > now + LONGEST_MS) {
    throw validationError("Subscription expiration can only be 42300 minutes in the future.");
  }
  return new Date(at).toISOString();
}

/** The list or library a resource names. Throws itemNotFound; 501 for other resources. */
export function listSubscribed(ground: Ground, resource: string): ListRow {
  const path = samePlace(ground, `/${resource.replace(/^\//, "")}`);
  const [, siteId, listId] = /^\/sites\/([^/]+)\/lists\/([^/]+)$/.exec(path) ?? [];
  if (siteId !== undefined && listId !== undefined) {
    return listIn(ground, siteBy(ground, decodeURIComponent(siteId)), decodeURIComponent(listId));
  }
  const [, driveId] = /^\/drives\/([^/]+)\/root$/.exec(path) ?? [];
  if (driveId !== undefined) return driveBy(ground, decodeURIComponent(driveId)).list;
  const [, ofSite] = /^\/sites\/([^/]+)\/drive\/root$/.exec(path) ?? [];
  if (ofSite !== undefined) {
    return driveBy(ground, defaultDrive(ground, siteBy(ground, decodeURIComponent(ofSite)))).list;
  }
  throw notImplemented(`subscriptions to ${resource}`);
}

export interface Asked {
  readonly list: ListRow;
  readonly resource: string;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string | null;
  readonly clientState: string | null;
  readonly expires: string;
  readonly tlsVersion: string;
}

const optionalText = (body: JsonObject, name: string): string | null => {
  const value = body[name];
  if (value === undefined || value === null) return null;
  if (typeof value !== "string") throw validationError(`${name} is text.`);
  return value;
};

/** What a body asks for. Throws 400 where Graph does. */
export function askedFor(call: Call, body: JsonObject): Asked {
  const { changeType, resource, notificationUrl } = body;
  if (typeof resource !== "string" || resource === "") throw validationError("resource is required.");
  if (typeof notificationUrl !== "string") throw validationError("notificationUrl is required.");
  const list = listSubscribed(call, resource);
  if (changeType !== "updated") {
    throw validationError(`The change type '${String(changeType)}' is not supported here: only 'updated' is.`);
  }
  if (body.includeResourceData === true || isObject(body.encryptionCertificate)) {
    throw validationError("Resource data is not supported for lists and libraries.");
  }
  const clientState = optionalText(body, "clientState");
  if ((clientState ?? "").length > LONGEST_STATE) {
    throw validationError(`clientState can have at most ${LONGEST_STATE} characters.`);
  }
  const lifecycleNotificationUrl = optionalText(body, "lifecycleNotificationUrl");
  for (const url of [notificationUrl, lifecycleNotificationUrl]) if (url !== null) loopbackUrl(url);
  return {
    list,
    resource,
    notificationUrl,
    lifecycleNotificationUrl,
    clientState,
    expires: expiryIn(call, body.expirationDateTime),
    tlsVersion: optionalText(body, "latestSupportedTlsVersion") ?? "v1_2",
  };
}
