import {
  type Activity as BotbuilderActivity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type TurnContext,
} from "botbuilder";
import { type Activity, readActivity, tenantOf } from "./activity.ts";
import type { Card } from "./cards/card.ts";
import { cardOf } from "./cards/card-of.ts";
import { saysChannel } from "./channel-issuer.ts";
import { deliveryOf } from "./delivery.ts";
import type { Message, Sent } from "./message.ts";
import type { Reference } from "./reference.ts";
import type { Reply } from "./reply.ts";
import { answerJson, type BotRequest, type BotResponse, readBody } from "./request.ts";
import { mayReplyTo } from "./service-url.ts";
import { codeOf, type Handed, takeTurn } from "./turn.ts";

export interface BotSettings {
  /** The bot's id: the managed identity's client id. */
  readonly appId: string;
  readonly tenantId: string;
  /** Takes activities without a token, from and to this machine only. Whoever sets it sees to it that nobody else can reach the bot. */
  readonly anonymous: boolean;
  /** Another cloud than the public one: all of botbuilder's addresses, or none. */
  readonly cloud?: Readonly<Record<string, string>>;
}

export interface Bot {
  /** Takes a request to `/api/messages` and answers it. Never throws. */
  process(request: BotRequest, response: BotResponse): Promise<void>;
  /** Says something where it may speak. Sent once, never again by itself. */
  send(reference: Reference, message: Message): Promise<Sent>;
  /** Puts another card in the place of one sent before. */
  update(
    reference: Reference,
    activityId: string,
    card: NonNullable<Message["card"]>,
  ): Promise<"updated" | "unknown" | "unreachable">;
}

/** What botbuilder's connector has inside and gives no option for. */
interface PostsMoreThanOnce {
  readonly client: { readonly pipeline: { removePolicy(policy: { readonly name: string }): unknown } };
}

/** The bot's protected entrance, opened: it takes what has been read and checked already, and throws instead of writing. */
class Channel extends CloudAdapter {
  take(token: string, activity: Activity, logic: (context: TurnContext) => Promise<void>) {
    return this.processActivity(token, activity as unknown as BotbuilderActivity, logic);
  }

  /** Posting is not idempotent: left alone, botbuilder's client posts four times when Teams answers 500. */
  protected override runMiddleware(context: TurnContext, next: (revocable: TurnContext) => Promise<void>) {
    const connector: PostsMoreThanOnce = context.turnState.get(this.ConnectorClientKey);
    connector.client.pipeline.removePolicy({ name: "defaultRetryPolicy" });
    return super.runMiddleware(context, next);
  }
}

/** The bot: the only place that knows botbuilder. Everything it may do is handed in. */
export function createBot({ settings, ...handed }: { readonly settings: BotSettings } & Handed): Bot {
  const channel = new Channel(new ConfigurationBotFrameworkAuthentication(addresses(settings)));
  const botId = settings.anonymous ? "" : settings.appId;
  const speak = (reference: Reference, logic: (context: TurnContext) => Promise<void>) =>
    channel.continueConversationAsync(botId, whole(reference, settings), (context) => {
      // botbuilder makes an id up for the turn, and would send what is said as an answer to that.
      context.activity.id = undefined;
      return logic(context);
    });

  return {
    async process(request, response) {
      const { status, body } = await answered(request, settings, channel, handed);
      answerJson(response, status, body);
    },
    async send(reference, message) {
      if (!mayReplyTo(reference.serviceUrl, settings.anonymous)) return "unreachable";
      let activityId: string | undefined;
      try {
        await speak(reference, async (context) => {
          activityId = (await context.sendActivity(posted(message, handed)))?.id;
        });
      } catch (error) {
        handed.log.error({ event: "bot.send", result: codeOf(error) });
        return deliveryOf(error);
      }
      return activityId ? { activityId } : "unknown";
    },
    async update(reference, activityId, card) {
      if (!mayReplyTo(reference.serviceUrl, settings.anonymous)) return "unreachable";
      try {
        await speak(reference, async (context) => {
          await context.updateActivity({ type: "message", id: activityId, ...attached(cardOf(card, handed.linkTo)) });
        });
        return "updated";
      } catch (error) {
        handed.log.error({ event: "bot.update", result: codeOf(error) });
        return deliveryOf(error);
      }
    },
  };
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

const refused = (status: number, say: string): Answer => ({ status, body: { error: say } });

/** Reads and checks the request before botbuilder sees it, and lets none of its errors out. */
async function answered(request: BotRequest, settings: BotSettings, channel: Channel, handed: Handed): Promise<Answer> {
  if (request.method !== "POST") return refused(405, "Only POST is taken here.");
  const token = request.headers.authorization ?? "";
  if (!settings.anonymous && !saysChannel(token, settings.cloud))
    return refused(401, "This is for Microsoft Teams only.");
  const body = await readBody(request).catch(() => "malformed" as const);
  if (body === "too-large") return refused(413, "The activity is larger than 256 KB.");
  const activity = body === "malformed" ? body : readActivity(body.json);
  if (activity === "malformed") return refused(400, "This is not an activity the bot can read.");
  if (activity === "ignored") return { status: 200 };
  if (!meantForUs(activity, settings))
    return refused(401, "This activity is not for this bot, or not from its organisation.");
  return delivered(settings.anonymous ? "" : token, activity, channel, handed);
}

const meantForUs = (activity: Activity, { appId, tenantId, anonymous }: BotSettings): boolean =>
  tenantOf(activity) === tenantId &&
  activity.recipient.id === `28:${appId}` &&
  mayReplyTo(activity.serviceUrl, anonymous);

async function delivered(token: string, activity: Activity, channel: Channel, handed: Handed): Promise<Answer> {
  let begun = false;
  try {
    const answer: InvokeResponse | undefined = await channel.take(token, activity, async (context) => {
      begun = true;
      await inTurn(context, activity, handed);
    });
    return { status: answer?.status ?? 200, body: answer?.body };
  } catch (error) {
    handed.log.error({ event: begun ? "bot.reply" : "bot.refused", result: codeOf(error) });
    return begun ? { status: 200 } : refused(401, "The channel's token was not accepted.");
  }
}

async function inTurn(context: TurnContext, activity: Activity, handed: Handed): Promise<void> {
  const result = await takeTurn(
    {
      activity,
      async send(reply) {
        await context.sendActivities(said(reply));
      },
      async update(id, card) {
        await context.updateActivity({ type: "message", id, ...attached(card) });
      },
    },
    handed,
  );
  if (result === undefined || result === "unsupported") return;
  await context.sendActivity({ type: "invokeResponse", value: { status: 200, body: result } });
}

const attached = (content: Card) => ({
  summary: content.fallbackText,
  attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content }],
});

/** Words first, then the card as a message of its own: one that is text and card has no id to be replaced by. */
const said = ({ text, card }: Reply): Partial<BotbuilderActivity>[] => [
  { type: "message", text, textFormat: "plain" },
  ...(card === undefined ? [] : [{ type: "message", ...attached(card) }]),
];

const posted = ({ text, card }: Message, { linkTo }: Handed): Partial<BotbuilderActivity> =>
  card === undefined
    ? { type: "message", text, textFormat: "plain" }
    : { type: "message", ...attached(cardOf(card, linkTo)), summary: text };

const whole = (
  { conversation, place, tenantId, serviceUrl, person, channelUser }: Reference,
  { appId }: BotSettings,
) => ({
  channelId: "msteams",
  serviceUrl,
  bot: { id: `28:${appId}`, name: "Line of Sight" },
  ...(channelUser === undefined ? {} : { user: { id: channelUser, name: "", aadObjectId: person } }),
  conversation: {
    id: conversation,
    name: "",
    tenantId,
    isGroup: place !== "personal",
    conversationType: place === "group" ? "groupChat" : place,
  },
});

const addresses = ({ appId, tenantId, anonymous, cloud = {} }: BotSettings): Record<string, string> =>
  anonymous
    ? {}
    : { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId, MicrosoftAppType: "UserAssignedMSI", ...cloud };
