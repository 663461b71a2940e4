/** A “no” or a failure of the api, in its own plain words; shown as it is. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly status: number;
  readonly code: string;
  /** What to do about it, and who can. */
  readonly next?: string;
  /** Finds the request in the log. */
  readonly reference?: string;
  readonly details?: unknown;

  constructor(told: {
    readonly detail: string;
    readonly status: number;
    readonly code: string;
    readonly next?: string | undefined;
    readonly reference?: string | undefined;
    readonly details?: unknown;
  }) {
    super(told.detail);
    this.status = told.status;
    this.code = told.code;
    if (told.next) this.next = told.next;
    if (told.reference) this.reference = told.reference;
    if (told.details !== undefined) this.details = told.details;
  }
}

export const unreachable = () =>
  new Problem({
    detail: "Line of Sight cannot be reached just now. Nothing was saved.",
    next: "Check your connection and try again. What you see stays as it was.",
    status: 0,
    code: "unreachable",
  });

/** Worth asking again by itself: no connection, or the server is busy. */
export const passes = (error: unknown): boolean =>
  error instanceof Problem && (error.status === 0 || error.status === 429 || error.status >= 500);

/** Reads an `application/problem+json` answer; anything else is told plainly without its insides. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  const told = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const text = (name: string) => (typeof told[name] === "string" ? told[name] : undefined);
  return new Problem({
    detail: text("detail") ?? "Line of Sight could not answer that.",
    status: response.status,
    code: text("code") ?? "unavailable",
    next: text("next"),
    reference: text("reference"),
    details: told.details,
  });
}
