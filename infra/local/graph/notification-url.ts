import { randomUUID } from "node:crypto";
import { GraphError } from "./graph-error.ts";

const HANDSHAKE_MS = 10_000;
const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);

export const validationError = (message: string): GraphError => new GraphError(400, "ValidationError", message);

/** An address of this machine; nothing here ever calls another one. Throws 400. */
export function loopbackUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw validationError("The notification URL is not valid.");
  if (!loopback.has(url.hostname)) {
    throw validationError(
      `Subscription validation request failed. The local Microsoft Graph reaches only this machine, not '${url.hostname}'.`,
    );
  }
  return url;
}

const failed = (why: string): GraphError => validationError(`Subscription validation request failed. ${why}`);

/** The handshake: the address answers 200 with the token, as plain text, within ten seconds. Throws 400. */
export async function shakeHands(notificationUrl: string): Promise<void> {
  const url = loopbackUrl(notificationUrl);
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()}`;
  url.searchParams.set("validationToken", token);
  let answer: Response;
  let said: string;
  try {
    answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "text/plain; charset=utf-8" },
      redirect: "manual",
      signal: AbortSignal.timeout(HANDSHAKE_MS),
    });
    said = await answer.text();
  } catch {
    throw failed("The notification URL did not answer in time.");
  }
  if (answer.status !== 200) throw failed("Notification endpoint must respond with 200 OK to validation request.");
  if (!/^text\/plain\b/i.test(answer.headers.get("content-type") ?? "") || said.trim() !== token) {
    throw failed("Response must exactly match validationToken query parameter, as text/plain.");
  }
}
