import { randomUUID } from "node:crypto";
import { type Answer, json } from "../http/answer.ts";

/** A refusal as Entra answers it. `number` is its AADSTS number. */
export class EntraError extends Error {
  readonly status: number;
  readonly code: string;
  readonly number: number;

  constructor(code: string, number: number, message: string, status = code === "invalid_client" ? 401 : 400) {
    super(message);
    this.code = code;
    this.number = number;
    this.status = status;
  }
}

export function entraFailure(error: EntraError, now: Date): Answer {
  const trace = randomUUID();
  return json(
    {
      error: error.code,
      error_description: `AADSTS${error.number}: ${error.message} Trace ID: ${trace}`,
      error_codes: [error.number],
      timestamp: now.toISOString().replace("T", " ").replace(/\.\d+/, ""),
      trace_id: trace,
      correlation_id: trace,
    },
    error.status,
    { "cache-control": "no-store" },
  );
}
