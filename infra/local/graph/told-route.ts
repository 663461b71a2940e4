import type { Route } from "./route.ts";

/** What a route tells of itself beyond its path: needs sites, takes `$select` and expands nothing unless told. */
export type Told = Partial<Pick<Route, "needs" | "role" | "options" | "expands" | "units" | "prepare">>;

const route =
  (method: Route["method"], units: number) =>
  (path: string, handle: Route["handle"], told: Told = {}): Route => ({
    method,
    path,
    handle,
    needs: "sites",
    role: method === "GET" ? "read" : "write",
    options: ["select"],
    expands: [],
    units,
    ...told,
  });

/** One thing: 1 resource unit. */
export const get = route("GET", 1);
/** Several things: 2 units. */
export const getSeveral = route("GET", 2);
export const post = route("POST", 2);
export const put = route("PUT", 2);
export const patch = route("PATCH", 2);
export const remove = route("DELETE", 2);
