import type { Readable } from "node:stream";
import type { z } from "zod";
import type { Instant } from "#domain/day.ts";
import type { ItemScope } from "#domain/people/authorise.ts";
import type { Person } from "#domain/people/person.ts";
import type { Role } from "#domain/people/role.ts";
import type { Rows } from "#domain/ports.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { Colleagues } from "../graph/colleagues.ts";
import type { Outside } from "../outside.ts";

/** What an operation is given: who asks, when, their own view of the rows, and everything outside. */
export interface Call {
  readonly person: Person;
  /** The moment of the request. Rules take it; they never ask the clock. */
  readonly now: Instant;
  /** Rows within the person's scope. What goes into an answer comes from here. */
  readonly rows: Rows;
  /** Everything outside, unscoped: for rules, never for answers. */
  readonly outside: Outside;
  /** Throws `not-allowed` unless the person's role for this operation covers the whole of the item. */
  require(item: ItemScope): void;
  /** The body of an upload, unread. */
  readonly upload?: Readable;
  /** Microsoft 365 as the person themselves sees it. Not there when the bot asks: it has no sign-in of theirs. */
  readonly colleagues?: Colleagues;
}

/** What comes along with a request besides its input. */
export type Brought = Pick<Call, "upload" | "colleagues">;

/** A file as an answer: streamed as an attachment, never sniffed. */
export interface Download {
  readonly download: {
    readonly name: string;
    readonly type: string;
    readonly bytes: Uint8Array | Readable;
    /** Seconds the person's own browser may keep it; otherwise it keeps nothing. */
    readonly keptFor?: number;
  };
}

/**
 * One thing a person can do, as data. The server mounts it at `/api/v1` + path, the bot asks for it by name; both ways
 * the role is checked, the input parsed and refusals answered in the same place: `ask`.
 */
export interface Operation<Input extends z.ZodType = z.ZodType, Answer extends z.ZodType = z.ZodType> {
  /** Kebab-case, unique, the file's name: `read-row`. */
  readonly name: string;
  readonly method: "GET" | "POST" | "PATCH";
  /** After `/api/v1`, e.g. `/registers/:slug/rows/:key`. Parameters become input of the same name. */
  readonly path: string;
  /** One plain sentence for the OpenAPI document. */
  readonly summary: string;
  /** Roles that may. Scope is checked by the rows the operation reads and writes, and by `authorise` where it says so. */
  readonly who: readonly Role[] | "anyone";
  /** Strict object: path parameters, query (GET) and body fields together. */
  readonly input: Input;
  /** What it answers when not refused. `download` operations answer a {@link Download}. */
  readonly answer: Answer;
  /** The body is a file to be read as a stream; other input comes in the query. */
  readonly upload?: true;
  readonly download?: true;
  run(input: z.infer<Input>, call: Call): Promise<z.infer<Answer> | Refusal | Download>;
}

export const operation = <Input extends z.ZodType, Answer extends z.ZodType>(
  definition: Operation<Input, Answer>,
): Operation<Input, Answer> => definition;
