import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Bot, type BotSettings, createBot } from "../../bot/adapter.ts";
import type { Ask } from "../../bot/ask.ts";
import type { Reference } from "../../bot/reference.ts";
import { BOT, linkTo, niamh, TENANT, vocabulary } from "./meadowbank.ts";

/** What the bot posted to its channel. */
export interface Posted {
  readonly method: string;
  readonly path: string;
  readonly body: {
    readonly type?: string;
    readonly text?: string;
    readonly summary?: string;
    readonly attachments?: readonly { readonly content: unknown }[];
  };
}

const listening = (server: Server): Promise<string> =>
  new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)),
  );

/** A channel that only listens: takes what the bot posts and answers as told. */
export async function listeningChannel(status = () => 201) {
  const posted: Posted[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    posted.push({
      method: request.method ?? "",
      path: request.url ?? "",
      body: JSON.parse(Buffer.concat(chunks).toString() || "{}"),
    });
    // Not chained: where restify is loaded, writeHead answers nothing.
    response.writeHead(status(), { "content-type": "application/json" });
    response.end(`{"id":"posted-${posted.length}"}`);
  });
  return { url: await listening(server), posted, close: () => server.close() };
}

interface Rig {
  readonly settings?: Partial<BotSettings>;
  readonly ask: Ask;
  readonly answerWithinMs?: number;
}

/** The bot behind a real HTTP server on loopback, with what it wrote to the log and remembered. */
export async function botServer({ settings, ask, answerWithinMs }: Rig) {
  const logged: Readonly<Record<string, string | number>>[] = [];
  const remembered: Reference[] = [];
  const bot: Bot = createBot({
    settings: { appId: BOT, tenantId: TENANT, anonymous: true, ...settings },
    ask,
    personOf: (id) => (id === niamh.id ? niamh : undefined),
    remember: async (reference) => {
      remembered.push(reference);
    },
    vocabulary: () => vocabulary,
    linkTo,
    ...(answerWithinMs === undefined ? {} : { answerWithinMs }),
    log: { error: (entry) => logged.push(entry) },
  });
  const server = createServer((request, response) => void bot.process(request, response));
  const url = await listening(server);
  const post = async (body: unknown, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    return { status: answer.status, text: await answer.text() };
  };
  return { bot, url, post, logged, remembered, close: () => server.close() };
}
