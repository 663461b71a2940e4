import { GraphClientError, GraphError } from "@microsoft/microsoft-graph-client";
import { LineOfSightError } from "#domain/errors.ts";
import { errandNow } from "../errand.ts";

/** Graph was not asked: this process or this person has used what a minute holds. Goes through the SDK as it is. */
export class LongWait extends GraphClientError {
  readonly seconds: number;

  constructor(seconds: number) {
    super("The wait for Microsoft Graph would be too long.");
    // The SDK's own constructor makes every subclass into its base.
    Object.setPrototypeOf(this, new.target.prototype);
    this.seconds = seconds;
  }
}

/** No answer at all, however often it was tried: a lost connection. Whether the call was carried out is not known. */
export class Unanswered extends GraphClientError {
  readonly clientRequest: string;
  override readonly cause: unknown;

  constructor(clientRequest: string, cause: unknown) {
    super("Microsoft Graph did not answer.");
    Object.setPrototypeOf(this, new.target.prototype);
    this.clientRequest = clientRequest;
    this.cause = cause;
  }
}

/** The HTTP status Graph answered a failed call with; 0 when there was no answer at all, or it was cut short. */
export function statusOf(error: unknown): number {
  if (error instanceof GraphError) return error.statusCode >= 400 ? error.statusCode : 0;
  return isNameTaken(error) ? 409 : 0;
}

/** True when the call may have been carried out although it failed. */
export const isDoubtful = (error: unknown): boolean =>
  !(error instanceof LongWait) && [0, 500, 502, 503, 504].includes(statusOf(error));

/** Graph's upload task throws the body of a refused slice as it came. */
const isNameTaken = (error: unknown): boolean =>
  (error as { error?: { code?: unknown } } | undefined)?.error?.code === "nameAlreadyExists";

/**
 * A failed call as the error people and the log see: what was being done, Graph's code, its request id and ours, the
 * reference of the request it was for; never content.
 */
export function unavailable(doing: string, error: unknown): LineOfSightError {
  if (error instanceof LineOfSightError) return error;
  const facts: Record<string, string | number> = { doing, status: statusOf(error), ...idsOf(error) };
  const reference = errandNow()?.reference;
  if (reference) facts.errand = reference;
  const seconds = secondsToWait(error);
  const say = error instanceof Unanswered ? OUT_OF_REACH : SILENT;
  if (seconds === undefined) return new LineOfSightError("unavailable", say, { facts, cause: error });
  return new LineOfSightError("unavailable", busy(seconds), { facts: { ...facts, retryAfter: seconds }, cause: error });
}

const SILENT =
  "SharePoint did not answer as expected. Nothing was lost: try again in a minute, and tell your administrator if it goes on.";

const OUT_OF_REACH =
  "SharePoint cannot be reached at the moment, so that this could not be saved. You can go on reading what was there when it last answered. Try again in a minute: nothing is saved twice.";

const busy = (seconds: number) =>
  `SharePoint takes no more from us for the moment. Nothing was lost: try again in ${seconds === 1 ? "a second" : `${seconds} seconds`}.`;

function secondsToWait(error: unknown): number | undefined {
  if (error instanceof LongWait) return error.seconds;
  if (statusOf(error) !== 429) return undefined;
  const told = Number(headersOf(error)?.get("retry-after") ?? Number.NaN);
  return Number.isFinite(told) ? told : 60;
}

function idsOf(error: unknown): Record<string, string> {
  if (error instanceof Unanswered) return { clientRequest: error.clientRequest };
  if (!(error instanceof GraphError)) return {};
  const headers = headersOf(error);
  const request = error.requestId ?? headers?.get("request-id");
  const clientRequest = headers?.get("client-request-id");
  return {
    ...(error.code && { code: error.code }),
    ...(request && { request }),
    ...(clientRequest && { clientRequest }),
  };
}

/** The headers of a refusal. */
export const headersOf = (error: unknown): Headers | undefined =>
  error instanceof GraphError ? (error.headers as Headers | undefined) : undefined;
