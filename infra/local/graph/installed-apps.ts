import { randomUUID } from "node:crypto";
import { type Answer, json, noContent } from "../http/answer.ts";
import { type Call, type Handler, instant, type JsonObject, objectIn, parameter } from "./call.ts";
import { GraphError, invalidRequest, notFound, notImplemented } from "./graph-error.ts";
import { collection, context, entity } from "./shape.ts";
import { userOf } from "./users.ts";

interface InstalledRow {
  readonly userId: string;
  readonly id: string;
  readonly appId: string;
  readonly chatId: string;
  readonly installed: string;
}

const teamsApp = (row: InstalledRow): JsonObject => ({
  id: row.appId,
  externalId: row.appId,
  displayName: row.appId,
  distributionMethod: "organization",
});

/** An installation; its app only when it is expanded. */
function told(call: Call, row: InstalledRow): JsonObject {
  const expand = call.query.expanded();
  return {
    id: row.id,
    ...(expand.has("teamsApp") ? { teamsApp: teamsApp(row) } : {}),
    ...(expand.has("teamsAppDefinition")
      ? {
          teamsAppDefinition: {
            id: Buffer.from(`${row.appId}##1.0.0`).toString("base64"),
            teamsAppId: row.appId,
            displayName: row.appId,
            version: "1.0.0",
            publishingState: "published",
          },
        }
      : {}),
  };
}

const place = (userId: string): string => `users('${userId}')/teamwork/installedApps`;

/** `teamsApp/id eq 'x'` or `teamsApp/externalId eq 'x'`: the app's id is both here. Throws 501 for anything else. */
function appWanted(filter: string | undefined): string | undefined {
  if (filter === undefined) return undefined;
  const [, id] = /^\s*teamsApp\/(?:id|externalId)\s+eq\s+'([^']*)'\s*$/i.exec(filter) ?? [];
  if (id === undefined) throw notImplemented(`the filter '${filter}' on installed apps`);
  return id;
}

export const getInstalledApps: Handler = (call) => {
  const { id } = userOf(call);
  const wanted = appWanted(call.query.option("filter"));
  const rows = call.database
    .all<InstalledRow>("SELECT * FROM installedApps WHERE userId = ? ORDER BY rowid", id)
    .filter(({ appId }) => wanted === undefined || appId === wanted);
  const page = collection(place(id), call.path, call.query, { value: rows.map((row) => told(call, row)) });
  return json({ ...page, "@odata.count": rows.length });
};

function installedOf(call: Call): InstalledRow {
  const { id } = userOf(call);
  const row = call.database.one<InstalledRow>(
    "SELECT * FROM installedApps WHERE userId = ? AND id = ?",
    ...[id, parameter(call, "app-installation-id")],
  );
  if (!row) throw notFound("The app is not installed for this person.");
  return row;
}

export const getInstalledApp: Handler = (call) => {
  const row = installedOf(call);
  return json(entity(place(row.userId), told(call, row), call.query));
};

/** Installs an app for a person, so that its bot can write to them: 201, or 409 when it is there. */
export const installApp: Handler = (call): Answer => {
  const { id: userId } = userOf(call);
  const bound = objectIn(call)["teamsApp@odata.bind"];
  const [, appId] = /\/appCatalogs\/teamsApps(?:\/|\(')([^/')]+)/.exec(typeof bound === "string" ? bound : "") ?? [];
  if (appId === undefined) throw invalidRequest("teamsApp@odata.bind must be the address of an app in the catalogue.");
  if (call.database.one("SELECT 1 FROM installedApps WHERE userId = ? AND appId = ?", userId, appId)) {
    throw new GraphError(409, "Conflict", "The app is already installed for this person.");
  }
  const id = Buffer.from(`${userId}##${appId}`).toString("base64");
  const chatId = `19:${userId}_${randomUUID()}@unq.gbl.spaces`;
  call.database.run(
    "INSERT INTO installedApps VALUES (?, ?, ?, ?, ?)",
    ...[userId, id, appId, chatId, instant(call.now())],
  );
  return { status: 201, headers: { location: `/users('${userId}')/teamwork/installedApps('${id}')` } };
};

export const removeApp: Handler = (call) => {
  const { userId, id } = installedOf(call);
  call.database.run("DELETE FROM installedApps WHERE userId = ? AND id = ?", userId, id);
  return noContent;
};

/** The chat between a person and an app's bot. */
export const getAppChat: Handler = (call) => {
  const { chatId, installed } = installedOf(call);
  return json({
    "@odata.context": context("chats/$entity"),
    id: chatId,
    topic: null,
    createdDateTime: installed,
    lastUpdatedDateTime: installed,
    chatType: "oneOnOne",
    tenantId: call.tenantId,
    webUrl: `https://teams.microsoft.com/l/chat/${encodeURIComponent(chatId)}/0?tenantId=${call.tenantId}`,
  });
};
