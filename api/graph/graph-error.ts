import { GraphError } from "@microsoft/microsoft-graph-client";
import { LineOfSightError } from "#domain/errors.ts";

/** The HTTP status Graph answered a failed call with; 0 when there was no answer at all. */
export const statusOf = (error: unknown): number => (error instanceof GraphError ? Math.max(error.statusCode, 0) : 0);

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
