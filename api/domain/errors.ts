/** What can fail, named once. `api/mount.ts` maps every code to a status; the tab and bot show the message as it is. */
export type Code =
  | "not-signed-in"
  | "not-allowed"
  | "not-found"
  | "invalid"
  | "conflict"
  | "too-large"
  | "too-many"
  | "unavailable";

/** A failure. What a rule expects and refuses is a {@link Refusal} value instead, never thrown. */
export class LineOfSightError extends Error {
  override readonly name = "LineOfSightError";
  readonly code: Code;
  /** Facts for the log: keys, slugs and codes, never the content of a row. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** What the person needs to put it right, e.g. each problem in a form, or the row as it now stands. Scoped like any answer. */
  readonly details: unknown;

  constructor(
    code: Code,
    message: string,
    {
      facts = {},
      details,
      cause,
    }: { facts?: Record<string, string | number>; details?: unknown; cause?: unknown } = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.facts = facts;
    this.details = details;
  }
}

export const notFound = (what: string, key: string) =>
  new LineOfSightError("not-found", `There is no ${what} “${key}” that you can see.`, { facts: { key } });
