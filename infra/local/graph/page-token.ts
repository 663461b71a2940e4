import { invalidRequest } from "./graph-error.ts";

/** Opaque to clients: what the next page starts after. */
export const pageToken = (state: object): string => Buffer.from(JSON.stringify(state)).toString("base64url");

/** Reads a token this service gave. Throws invalidRequest. */
export function readPageToken<T extends object>(token: string, isState: (value: unknown) => value is T): T {
  let state: unknown;
  try {
    state = JSON.parse(Buffer.from(token, "base64url").toString("utf8"));
  } catch {
    state = undefined;
  }
  if (!isState(state)) throw invalidRequest("The $skiptoken is not valid.");
  return state;
}
