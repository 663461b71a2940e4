import type { Route } from "./route.ts";
import {
  checkEndpoint,
  checkNewEndpoint,
  createSubscription,
  deleteSubscription,
  getSubscription,
  getSubscriptions,
  reauthorizeSubscription,
  updateSubscription,
} from "./subscriptions.ts";
import { get, getSeveral, patch, post, remove } from "./told-route.ts";

const one = "/subscriptions/{subscription-id}";
const needs = "resource";

/** Being told of changes in lists and libraries. */
export const subscriptionRoutes: readonly Route[] = [
  getSeveral("/subscriptions", getSubscriptions, { needs }),
  post("/subscriptions", createSubscription, { needs, prepare: checkEndpoint }),
  get(one, getSubscription, { needs }),
  patch(one, updateSubscription, { needs, prepare: checkNewEndpoint }),
  remove(one, deleteSubscription, { needs }),
  post(`${one}/reauthorize`, reauthorizeSubscription, { needs }),
];
