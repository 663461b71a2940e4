import type { Context, Middleware } from "@microsoft/microsoft-graph-client";

/**
 * The last middleware of the Graph client on one machine: sends what is addressed to Graph, or to the site's own host
 * for uploads and downloads, to the local service, and refuses every other host.
 */
export class LoopbackTransport implements Middleware {
  readonly #to: string;
  readonly #hosts: ReadonlySet<string>;

  constructor(to: string, siteHost: string) {
    this.#to = to;
    this.#hosts = new Set(["graph.microsoft.com", siteHost]);
  }

  async execute(context: Context): Promise<void> {
    const { request, options } = context;
    const url = new URL(typeof request === "string" ? request : request.url);
    if (!this.#hosts.has(url.host)) throw new Error(`The Graph client may not call ${url.host}.`);
    const target = `${this.#to}${url.pathname}${url.search}`;
    const headers = new Headers(options?.headers as HeadersInit | undefined);
    headers.set("x-forwarded-host", url.host);
    context.response = await fetch(typeof request === "string" ? target : new Request(target, request), {
      ...(options as RequestInit),
      headers,
      redirect: "manual",
    });
  }
}
