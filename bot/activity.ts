import { z } from "zod";
import type { Place, Reference } from "./reference.ts";

const id = z.string().min(1).max(1024);
const account = z.object({ id, name: z.string().max(512).optional(), aadObjectId: z.guid().optional() });
const named = z.object({ id: id.optional(), name: z.string().max(512).nullish() });

/** What every activity from the channel has that the bot acts on. Anything else in it is left behind here. */
const base = z.object({
  id: id.optional(),
  channelId: z.literal("msteams"),
  serviceUrl: z.url().max(2048),
  from: account,
  recipient: account,
  conversation: z.object({
    id,
    conversationType: z.string().max(64).optional(),
    tenantId: z.string().max(64).optional(),
    isGroup: z.boolean().optional(),
    name: z.string().max(512).nullish(),
  }),
  channelData: z
    .object({
      tenant: z.object({ id: z.string().max(64).optional() }).optional(),
      team: named.optional(),
      channel: named.optional(),
    })
    .optional(),
  replyToId: id.optional(),
});

const members = z.array(z.object({ id })).max(1000);

const activity = z.discriminatedUnion("type", [
  base.extend({ type: z.literal("message"), text: z.string().max(64_000).default("") }),
  base.extend({ type: z.literal("conversationUpdate"), membersAdded: members.optional() }),
  base.extend({ type: z.literal("installationUpdate"), action: z.string().max(64).optional() }),
  base.extend({ type: z.literal("invoke"), name: z.string().max(200), value: z.unknown() }),
]);

/** Kinds of activity the channel may send that the bot takes note of and does nothing with. */
const ignored = base.extend({ type: z.string().min(1).max(64) });

export type Activity = z.infer<typeof activity>;

/** Reads what came as JSON: an activity to act on, one to ignore, or nothing the bot could ever act on. */
export function readActivity(body: unknown): Activity | "ignored" | "malformed" {
  const read = activity.safeParse(body);
  if (read.success) return read.data;
  const other = ignored.safeParse(body);
  const known = ["message", "conversationUpdate", "installationUpdate", "invoke"];
  return other.success && !known.includes(other.data.type) ? "ignored" : "malformed";
}

export const tenantOf = ({ channelData, conversation }: Activity): string | undefined =>
  channelData?.tenant?.id ?? conversation.tenantId;

export function placeOf({ conversation: { conversationType, isGroup } }: Activity): Place {
  if (conversationType === "channel") return "channel";
  return conversationType === "personal" && isGroup !== true ? "personal" : "group";
}

/** What has to be kept to speak there later. A thread's messages belong to its channel. */
export function referenceOf(activity: Activity): Reference {
  const { conversation, channelData, from, serviceUrl } = activity;
  const place = placeOf(activity);
  const own = place === "personal" ? { person: from.aadObjectId, channelUser: from.id } : {};
  return {
    conversation: conversation.id.replace(/;messageid=.*$/, ""),
    place,
    tenantId: tenantOf(activity) ?? "",
    serviceUrl,
    ...own,
    name: channelData?.channel?.name ?? channelData?.team?.name ?? conversation.name ?? undefined,
  };
}

/** What was said, without the bot's own name in front of it. */
export const saidIn = (text: string): string =>
  text
    .replace(/<at>[^<]*<\/at>/g, " ")
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&nbsp;", " ")
    .trim();
