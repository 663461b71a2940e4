import type { AnswersTo, Field } from "./field.ts";

export type Fields = Readonly<Record<string, Field>>;

/** Which rows a person may see depends on these fields of the row. A register without any is the organisation's. */
export interface ScopeOf<Name extends string = string> {
  readonly contract?: Name;
  /** One service, or several when the field is `many`. */
  readonly services?: Name;
  /** Rows hold totals over all services of the contract: seeing one of them is not enough. */
  readonly totals?: true;
  /** A row is a safeguarding one when this field has one of these values; `always` for the whole register. */
  readonly safeguarding?: "always" | { readonly field: Name; readonly is: readonly string[] };
}

/** A name good practice has for some of the rows, so that people find the word they know. */
export interface View {
  readonly name: string;
  /** Only rows whose field has one of these values; without it, every row. */
  readonly where?: { readonly field: string; readonly is: readonly string[] };
}

/** A register as every surface sees it, whatever its fields. */
export interface Register {
  /** File name, route segment and list name; never changes once provisioned. */
  readonly slug: string;
  readonly title: string;
  /** One sentence a new manager understands. */
  readonly purpose: string;
  readonly words: { readonly one: string; readonly many: string; readonly also?: readonly string[] };
  readonly views: readonly View[];
  readonly fields: Fields;
  /** The field that names a row in lists, cards and links: never restricted. Kept in SharePoint's Title as well. */
  readonly headline: string;
  /** What fits on a card or a phone: three to five fields, in reading order, none restricted. */
  readonly brief: readonly string[];
  readonly scope: ScopeOf;
  /** The choice field that says where the row stands, when it has moves. */
  readonly status?: string;
  /** Rows that carry authority have a keyed seal; one whose seal is wrong is ignored and raised. */
  readonly sealed: boolean;
  /** Rows are only ever added. */
  readonly appendOnly: boolean;
  /** `operational` lists are kept like registers and shown to nobody as one. */
  readonly kind: "set-up" | "cycle" | "improvement" | "outcomes" | "scrutiny" | "governance" | "operational";
}

interface Definition<F extends Fields> extends Omit<Register, "sealed" | "appendOnly" | "views" | "scope"> {
  readonly fields: F;
  readonly headline: keyof F & string;
  readonly brief: readonly (keyof F & string)[];
  /** `key` where the row itself is the contract or the service. */
  readonly scope?: ScopeOf<(keyof F & string) | "key">;
  readonly status?: keyof F & string;
  readonly views?: readonly View[];
  readonly sealed?: boolean;
  readonly appendOnly?: boolean;
}

export interface RegisterOf<F extends Fields> extends Register {
  readonly fields: F;
}

/** What a person answers for one row. */
export type Answers<R extends Register> = AnswersTo<R["fields"]>;

/** What the system knows about every row, whatever its register. */
export interface Kept {
  readonly key: string;
  /** The version SharePoint gave it; a change names the one it saw. */
  readonly etag: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly createdByName: string;
  readonly changedAt: string;
  readonly changedBy: string;
  readonly changedByName: string;
  /** Id of the audit event of the last change. */
  readonly auditEvent: string;
  /** Every move of the row, oldest first. */
  readonly history: readonly Moved[];
}

/** One entry of a row's own history. */
export interface Moved {
  readonly at: string;
  readonly by: string;
  readonly byName: string;
  /** What was done, e.g. `accept` or `edit`. */
  readonly did: string;
  readonly from?: string;
  readonly to?: string;
  readonly reason?: string;
  /** Id of its audit event, by which a writer whose answer was lost finds out that it is there. */
  readonly event?: string;
}

export type Row<R extends Register = Register> = Answers<R> & Kept;

export const register = <const F extends Fields>(definition: Definition<F>): RegisterOf<F> => ({
  views: [],
  scope: {},
  sealed: false,
  appendOnly: false,
  ...definition,
});
