import type { IdentitySet } from "@microsoft/microsoft-graph-types";
import type { Database } from "../database.ts";
import type { Answer } from "../http/answer.ts";
import type { Blobs } from "./blobs.ts";
import { invalidRequest } from "./graph-error.ts";
import type { Query } from "./query.ts";

/** Who is calling, as the access token says. Without `user` it is the application itself. */
export interface Caller {
  readonly app: { readonly id: string; readonly name: string };
  readonly user?: { readonly id: string; readonly name: string };
  /** Application permissions (`roles`) or delegated ones (`scp`). */
  readonly permissions: readonly string[];
}

/** What every route works on. */
export interface Ground {
  readonly database: Database;
  readonly blobs: Blobs;
  readonly tenantId: string;
  /** Host name of the SharePoint sites, where upload and download addresses point. */
  readonly hostname: string;
  /** SharePoint rewrites Office and image files after upload; false leaves them as they were sent. */
  readonly rewritesOfficeFiles: boolean;
  /** Signs pre-authenticated addresses. */
  readonly secret: Uint8Array;
  now(): Date;
}

/** One request to Graph, matched to its route. */
export interface Call extends Ground {
  readonly method: string;
  /** The path as sent, after `/v1.0`, still encoded. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly caller: Caller;
}

export type Handler = (call: Call) => Answer;

export const parameter = (call: Call, name: string): string => call.parameters[name] ?? "";

/** Instants as SharePoint tells them: UTC, whole seconds. */
export const instant = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

export const identityOf = (caller: Caller): IdentitySet => ({
  application: { id: caller.app.id, displayName: caller.app.name },
  // SharePoint puts a name in the place of the person when there is none.
  user: caller.user ? { id: caller.user.id, displayName: caller.user.name } : { displayName: "SharePoint App" },
});

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The body as a JSON object. Throws invalidRequest. */
export function objectIn(call: Call): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(call.body.toString("utf8"));
  } catch {
    throw invalidRequest("The request body is not valid JSON.");
  }
  if (!isObject(value)) throw invalidRequest("The request body must be a JSON object.");
  return value;
}
