import { DefaultHeaders, DefaultInit, type GraphFI, graphfi } from "@pnp/graph";
import { DefaultParse } from "@pnp/queryable";

/** What it sent, in order. */
export interface Asked {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly hasToken: boolean;
}

/** PnPjs as it is published; only where its requests go, and with which token, is told here. */
export function pnpOnLoopback(
  url: string,
  token: string,
): { readonly graph: GraphFI; readonly asked: readonly Asked[] } {
  const asked: Asked[] = [];
  const send = async (to: URL, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    const path = `${to.pathname}${to.search}`;
    asked.push({ method: init.method ?? "GET", host: to.host, path, hasToken: headers.has("authorization") });
    headers.delete("content-length");
    if (to.host !== "graph.microsoft.com" && !to.host.endsWith(".sharepoint.com"))
      throw new Error(`refused ${to.host}`);
    const { method = "GET", body } = init;
    return fetch(`${url}${path}`, { method, headers, redirect: "manual", ...(body ? { body } : {}) });
  };
  const graph = graphfi().using(DefaultHeaders(), DefaultInit(), DefaultParse(), (instance) => {
    instance.on.auth.replace(async (to: URL, init: RequestInit) => {
      const headers = to.host === "graph.microsoft.com" ? { Authorization: `Bearer ${token}` } : {};
      return [to, { ...init, headers: { ...init.headers, ...headers } }];
    });
    instance.on.send.replace((to: URL, init: RequestInit) => send(to, init));
    return instance;
  });
  return { graph, asked };
}
