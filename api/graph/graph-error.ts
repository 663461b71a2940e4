import { GraphError } from "@microsoft/microsoft-graph-client";
import { LineOfSightError } from "#domain/errors.ts";

/** The HTTP status Graph answered a failed call with; 0 when there was no answer at all. */
export function statusOf(error: unknown): number {
  if (error instanceof GraphError) return Math.max(error.statusCode, 0);
  return isNameTaken(error) ? 409 : 0;
}

/** Graph's upload task throws the body of a refused slice as it came. */
const isNameTaken = (error: unknown): boolean =>
  (error as { error?: { code?: unknown } } | undefined)?.error?.code === "nameAlreadyExists";

/** A failed call as the error people and the log see: what was being done, Graph's code and request id, never content. */
export function unavailable(doing: string, error: unknown): LineOfSightError {
  const facts: Record<string, string | number> = { doing, status: statusOf(error) };
  if (error instanceof GraphError) {
    if (error.code) facts.code = error.code;
    if (error.requestId) facts.request = error.requestId;
  }
  return new LineOfSightError(
    "unavailable",
    "SharePoint did not answer as expected. Nothing was lost: try again in a minute, and tell your administrator if it goes on.",
    { facts, cause: error },
  );
}
