import { noContent } from "../http/answer.ts";
import { type Call, type Ground, type Handler, isObject, type JsonObject, objectIn, parameter } from "./call.ts";
import { invalidRequest, notFound } from "./graph-error.ts";
import { userOf } from "./users.ts";

/** What was sent to people's activity feeds, oldest first. */
export const notificationsSent = (ground: Ground): readonly JsonObject[] =>
  ground.database
    .all<{ told: string }>("SELECT told FROM activityNotifications ORDER BY id")
    .map(({ told }) => JSON.parse(told) as JsonObject);

function checked(asked: JsonObject): JsonObject {
  const { topic, activityType, previewText } = asked;
  if (!isObject(topic) || typeof topic.source !== "string" || typeof topic.value !== "string") {
    throw invalidRequest("A topic has a source and a value.");
  }
  if (topic.source !== "entityUrl" && topic.source !== "text") throw invalidRequest("source is entityUrl or text.");
  if (topic.source === "text" && typeof topic.webUrl !== "string") {
    throw invalidRequest("A topic of text needs a webUrl.");
  }
  if (typeof activityType !== "string" || activityType === "") throw invalidRequest("activityType is required.");
  if (!isObject(previewText) || typeof previewText.content !== "string") {
    throw invalidRequest("previewText is required.");
  }
  return asked;
}

function send(call: Call, to: JsonObject, needsRecipient: boolean): typeof noContent {
  const asked = checked(objectIn(call));
  if (needsRecipient && !isObject(asked.recipient)) throw invalidRequest("A recipient is required.");
  const told = JSON.stringify({ ...to, by: call.caller.app.id, at: call.now().toISOString(), ...asked });
  call.database.run("INSERT INTO activityNotifications (told) VALUES (?)", told);
  return noContent;
}

export const notifyUser: Handler = (call) => send(call, { user: userOf(call).id }, false);

/** In a chat that an installed app opened. */
export const notifyChat: Handler = (call) => {
  const chat = parameter(call, "chat-id");
  if (!call.database.one("SELECT 1 FROM installedApps WHERE chatId = ?", chat))
    throw notFound("The chat was not found.");
  return send(call, { chat }, true);
};

/** In a team: here a group of the directory. */
export const notifyTeam: Handler = (call) => {
  const team = parameter(call, "team-id");
  if (!call.database.one("SELECT 1 FROM groups WHERE id = lower(?)", team)) throw notFound("The team was not found.");
  return send(call, { team }, true);
};
