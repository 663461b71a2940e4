import {
  channelUser,
  conversations,
  type PlaygroundOptions,
  type PlaygroundPerson,
  startAgentsPlayground,
} from "../../infra/playground/agents-playground.ts";

/** A message the bot has in a conversation: words, or one card. */
export interface Shown {
  readonly messageId: string | undefined;
  readonly conversation: string;
  readonly text: string | undefined;
  readonly summary: string | undefined;
  readonly card: ShownCard | undefined;
  /** True when it took the place of an earlier one. */
  readonly update: boolean;
}

export interface ShownCard {
  readonly body: readonly unknown[];
  readonly actions: readonly Button[];
}

interface Button {
  readonly type: string;
  readonly title?: string;
  readonly verb?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly card?: { readonly actions: readonly Button[] };
}

interface Where {
  /** Entra object id of who speaks; whoever sits in front of the Playground unless told. */
  readonly as?: string;
  readonly in?: keyof typeof conversations;
}

interface LogEntry {
  readonly from: string;
  readonly activityName: string;
  readonly messageId?: string;
  readonly request: { readonly body?: Sent };
  readonly response?: { readonly statusCode?: number; readonly body?: { readonly id?: string } };
}

interface Sent {
  readonly id?: string;
  readonly type?: string;
  readonly text?: string;
  readonly summary?: string;
  readonly replyToId?: string;
  readonly conversation?: { readonly id?: string };
  readonly attachments?: readonly { readonly content: ShownCard }[];
}

const BOT_SAYS = "User Application";
const WAIT_MS = 15_000;

export type Playground = Awaited<ReturnType<typeof openPlayground>>;

/**
 * Microsoft's Playground before a bot, driven without a browser. What the bot does is read from the Playground's own log
 * of activities, because its stream of messages leaves out the chats of everybody but the person in front of it.
 */
export async function openPlayground(options: Omit<PlaygroundOptions, "port">) {
  const running = await startAgentsPlayground({ ...options, port: 0 });
  const people = [options.me, ...options.others];
  const log: LogEntry[] = [];
  const socket = await opened(`${running.url.replace("http", "ws")}/_ws/log/stream`, (entry) => log.push(entry));
  const chats = new Map<string, string>([[options.me.id, conversations.personal]]);

  const post = async (path: string, body: unknown) => {
    const response = await fetch(`${running.url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`The Playground answered ${response.status} to ${path}: ${text}`);
    return text === "" ? {} : (JSON.parse(text) as Readonly<Record<string, unknown>>);
  };

  /** The personal chat of a person; made on first use, as Teams makes it when somebody installs the app. */
  const chatOf = async (id: string): Promise<string> => {
    const known = chats.get(id);
    if (known !== undefined) return known;
    const { id: made } = await post("/_connector/v3/conversations", {
      isGroup: false,
      bot: { id: `28:${options.botId}` },
      members: [{ id: channelUser(id) }],
      tenantId: options.tenantId,
      channelData: { tenant: { id: options.tenantId } },
    });
    chats.set(id, String(made));
    return String(made);
  };

  const activity = async (
    changed: Readonly<Record<string, unknown>>,
    { as = options.me.id, in: place = "personal" }: Where,
  ) => {
    const person = known(people, as);
    const conversation = place === "personal" ? await chatOf(as) : conversations[place];
    const id = `m-${crypto.randomUUID()}`;
    const type = { personal: "personal", group: "groupChat", channel: "channel" }[place];
    await post("/_internal/v1/customActivities", {
      id,
      timestamp: new Date().toISOString(),
      channelId: "msteams",
      serviceUrl: `${running.url}/_connector`,
      recipient: { id: `28:${options.botId}`, name: "Line of Sight" },
      from: { id: channelUser(as), name: person.name, aadObjectId: as },
      conversation: {
        id: conversation,
        conversationType: type,
        tenantId: options.tenantId,
        isGroup: place !== "personal",
      },
      channelData: { tenant: { id: options.tenantId } },
      ...changed,
    });
    await until(() => log.find(({ request }) => request.body?.id === id));
    return shown().filter(({ inReplyTo }) => inReplyTo === id);
  };

  const shown = (): readonly (Shown & { readonly inReplyTo: string | undefined })[] =>
    log
      .filter(
        ({ from, activityName, response }) =>
          from === BOT_SAYS && activityName === "message" && (response?.statusCode ?? 500) < 300,
      )
      .map(({ messageId, request: { body = {} }, response }) => ({
        messageId: messageId ?? response?.body?.id,
        conversation: body.conversation?.id ?? "",
        text: body.text,
        summary: body.summary,
        card: body.attachments?.[0]?.content,
        update: body.id !== undefined && body.id === messageId,
        inReplyTo: body.replyToId,
      }));

  return {
    url: running.url,
    outsideTried: running.outsideTried,
    /** Everything the bot has said so far, oldest first. */
    shown: (): readonly Shown[] => shown(),
    /** Says something to the bot, and answers what it said back. */
    say: (text: string, where: Where = {}): Promise<readonly Shown[]> => activity({ type: "message", text }, where),
    /** Installs the app for a person, in a chat or in the channel. */
    install: (where: Where = {}): Promise<readonly Shown[]> =>
      activity({ type: "installationUpdate", action: "add" }, where),
    /** Presses the button of a card, as Teams does: its own data and what was typed go along. */
    async press(
      message: Shown,
      verb: string,
      typed: Readonly<Record<string, unknown>> = {},
      { as = options.me.id }: Where = {},
    ) {
      const button = buttonsOf(message.card).find((each) => each.verb === verb);
      if (button === undefined) throw new Error(`The card has no button “${verb}”.`);
      return post("/_conversation/v1/invoke", {
        name: "adaptiveCard/action",
        value: { action: { type: "Action.Execute", verb, data: { ...button.data, ...typed } } },
        from: { id: channelUser(as) },
        conversation: { id: message.conversation },
        replyToId: message.messageId,
      });
    },
    /** Waits until the bot has said something like this. */
    waitFor: (found: (message: Shown) => boolean): Promise<Shown> => until(() => shown().find(found)),
    async close() {
      socket.close();
      await running.stop();
    },
  };
}

const buttonsOf = (card: { readonly actions: readonly Button[] } | undefined): readonly Button[] =>
  (card?.actions ?? []).flatMap((button) => [button, ...buttonsOf(button.card)]);

function known(people: readonly PlaygroundPerson[], id: string): PlaygroundPerson {
  const person = people.find((each) => each.id === id);
  if (person === undefined) throw new Error(`${id} is not one of the people handed to the Playground.`);
  return person;
}

const opened = (url: string, hear: (entry: LogEntry) => void): Promise<WebSocket> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    socket.onopen = () => resolve(socket);
    socket.onerror = () => reject(new Error("The Playground's log cannot be read."));
    socket.onmessage = ({ data }) => {
      const { log } = JSON.parse(String(data)) as { readonly log?: LogEntry };
      if (log !== undefined) hear(log);
    };
  });

async function until<Found>(find: () => Found | undefined): Promise<Found> {
  for (const end = Date.now() + WAIT_MS; Date.now() < end; ) {
    const found = find();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("The Playground saw nothing of the kind in time.");
}
