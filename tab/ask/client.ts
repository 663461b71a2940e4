import { createContext, use } from "react";
import { type Host, SignedOut } from "../sign-in/host.ts";
import { problemOf, unreachable } from "./problem.ts";

export type Verb = "GET" | "POST" | "PATCH";

/** A request to the api as the signed-in person. `file` is sent as it is; `body` as JSON. */
export interface Asked {
  readonly method?: Verb;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly file?: Blob;
}

/** Asks the api; rejects with a `Problem` in plain words. */
export interface Client {
  ask(path: string, asked?: Asked): Promise<unknown>;
  /** A file to keep, with the name the api gives it. */
  download(path: string, asked?: Asked): Promise<{ name: string; bytes: Blob }>;
}

export const ClientContext = createContext<Client | null>(null);

export function useClient(): Client {
  const client = use(ClientContext);
  if (!client) throw new Error("The tab was rendered without a ClientContext.");
  return client;
}

/** `signIn` asks the person to sign in again in place; the request then goes once more, so nothing typed is lost. */
export function clientOf(host: Host, signIn: () => Promise<void>): Client {
  const fetched = async (path: string, asked: Asked): Promise<Response> => {
    const first = await send(path, asked, await host.token().catch(ranOut));
    if (first.status !== 401) return first;
    const renewed = await host.token(true).catch(ranOut);
    return send(path, asked, renewed);
  };
  const ranOut = async (error: unknown) => {
    if (!(error instanceof SignedOut)) throw error;
    await signIn();
    return host.token();
  };
  const answered = async (path: string, asked: Asked) => {
    const response = await fetched(path, asked);
    if (!response.ok) throw await problemOf(response);
    return response;
  };
  return {
    ask: async (path, asked = {}) => (await answered(path, asked)).json(),
    async download(path, asked = {}) {
      const response = await answered(path, asked);
      const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "")?.[1];
      return { name: named ? decodeURIComponent(named) : "download", bytes: await response.blob() };
    },
  };
}

async function send(path: string, { method = "GET", query = {}, body, file }: Asked, token: string): Promise<Response> {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  const words = given.length > 0 ? `?${new URLSearchParams(given)}` : "";
  return fetch(`/api/v1${path}${words}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(file && { body: file }),
  }).catch(() => Promise.reject(unreachable()));
}
