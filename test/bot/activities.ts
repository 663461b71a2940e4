import { BOT, NONCE, niamh, TENANT } from "./meadowbank.ts";

/** An activity as Teams sends it, in a personal chat, changed as told. */
export const activityOf = (changed: Readonly<Record<string, unknown>> = {}, serviceUrl = "http://127.0.0.1:9/") => ({
  type: "message",
  id: "1",
  timestamp: "2026-10-12T09:15:00.000Z",
  localTimestamp: "2026-10-12T10:15:00.000+01:00",
  channelId: "msteams",
  serviceUrl,
  from: { id: "29:niamh", name: niamh.name, aadObjectId: niamh.id },
  recipient: { id: `28:${BOT}`, name: "Line of Sight" },
  conversation: { id: "a:niamh", conversationType: "personal", tenantId: TENANT },
  channelData: { tenant: { id: TENANT } },
  entities: [{ type: "clientInfo", locale: "en-GB", country: "GB", platform: "Web" }],
  textFormat: "plain",
  locale: "en-GB",
  text: "help",
  ...changed,
});

export const pressOf = (verb: string, data: Readonly<Record<string, unknown>> = { nonce: NONCE }) => ({
  type: "invoke",
  name: "adaptiveCard/action",
  replyToId: "card-1",
  value: { action: { type: "Action.Execute", verb, data }, trigger: "manual" },
});
