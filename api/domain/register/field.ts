/** The kinds of answer a register can hold. Every surface maps all of them, with `satisfies Record<Kind, …>`. */
export type Kind =
  | "text"
  | "note"
  | "number"
  | "yes-no"
  | "choice"
  | "many"
  | "day"
  | "instant"
  | "person"
  | "reference"
  | "part"
  | "hash";

interface Options {
  /** Shown under the label, in the words a care worker would use. */
  readonly help?: string;
  readonly required?: boolean;
  /** Never leaves the register: not on cards, in channels, search results, logs or packs. */
  readonly restricted?: boolean;
  /** The text is the code of a row of this register, or codes with commas between: it reads as the row's name. */
  readonly codeOf?: string;
  /** Kept as an indexed column, at most 20 in a list with the ones every list has. */
  readonly indexed?: boolean;
}

export interface Field<Value = unknown, Needed extends boolean = boolean> {
  readonly kind: Kind;
  readonly label: string;
  readonly required: Needed;
  readonly restricted: boolean;
  readonly indexed: boolean;
  readonly help?: string;
  /** Slug of the register whose rows the text names by their `code`. */
  readonly codeOf?: string;
  /** Longest text, in characters. */
  readonly max?: number;
  /** What a choice may be; for `many`, what each may be, or absent for free keys. */
  readonly options?: readonly string[];
  /** Slug of the register a reference, or each of many, points to. */
  readonly to?: string;
  /** The fields of each entry of a `part`. */
  readonly fields?: Readonly<Record<string, Field>>;
  /** Carries the value's type; never set. */
  readonly value?: Value;
}

type Needed<O> = O extends { readonly required: true } ? true : false;
type Extra = Pick<Field, "max" | "options" | "to" | "fields">;

const field = <Value, const O extends Options>(
  kind: Kind,
  label: string,
  options: O,
  extra: Extra = {},
): Field<Value, Needed<O>> => ({
  ...options,
  ...extra,
  kind,
  label,
  required: (options.required ?? false) as Needed<O>,
  restricted: options.restricted ?? false,
  indexed: options.indexed ?? false,
});

/** One line, at most 255 characters. */
export const text = <const O extends Options & { readonly max?: number }>(label: string, options = {} as O) =>
  field<string, O>("text", label, options, { max: options.max ?? 255 });

/** Several lines, at most 60,000 characters; longer content is a file with its hash. */
export const note = <const O extends Options>(label: string, options = {} as O) =>
  field<string, O>("note", label, options, { max: 60_000 });

export const number = <const O extends Options>(label: string, options = {} as O) =>
  field<number, O>("number", label, options);

export const yesNo = <const O extends Options>(label: string, options = {} as O) =>
  field<boolean, O>("yes-no", label, options);

export const choice = <const V extends string, const O extends Options>(
  label: string,
  values: readonly V[],
  options = {} as O,
) => field<V, O>("choice", label, options, { options: values });

/** Several of a fixed list. */
export const many = <const V extends string, const O extends Options>(
  label: string,
  values: readonly V[],
  options = {} as O,
) => field<readonly V[], O>("many", label, options, { options: values });

/** Several rows of another register, by key. */
export const references = <const O extends Options>(label: string, to: string, options = {} as O) =>
  field<readonly string[], O>("many", label, options, { to });

/** Several words or keys from no fixed list, e.g. column names of a file. */
export const several = <const O extends Options>(label: string, options = {} as O) =>
  field<readonly string[], O>("many", label, options);

/** A civil day in London, `YYYY-MM-DD`. */
export const day = <const O extends Options>(label: string, options = {} as O) =>
  field<string, O>("day", label, options);

/** A moment, UTC ISO text. */
export const instant = <const O extends Options>(label: string, options = {} as O) =>
  field<string, O>("instant", label, options);

/** A person by Entra object id; their name comes from the directory. */
export const person = <const O extends Options>(label: string, options = {} as O) =>
  field<string, O>("person", label, options, { max: 36 });

/** One row of another register, by key. */
export const reference = <const O extends Options>(label: string, to: string, options = {} as O) =>
  field<string, O>("reference", label, options, { to, max: 120 });

/** SHA-256 in lower-case hex. */
export const hash = <const O extends Options>(label: string, options = {} as O) =>
  field<string, O>("hash", label, options, { max: 64 });

type Fields = Readonly<Record<string, Field>>;
type Value<X> = X extends Field<infer V> ? V : never;
type NeededOf<F> = { [K in keyof F]: F[K] extends Field<unknown, true> ? K : never }[keyof F];

/** What a person answers for a set of fields: the required ones always, the others perhaps. */
export type AnswersTo<F extends Fields> = { readonly [K in NeededOf<F>]: Value<F[K]> } & {
  readonly [K in Exclude<keyof F, NeededOf<F>>]?: Value<F[K]> | undefined;
};

/** A typed list kept inside the row as JSON, at most 60,000 characters. Its entries are flat: no part within a part. */
export const part = <const F extends Fields, const O extends Options>(label: string, fields: F, options = {} as O) =>
  field<readonly AnswersTo<F>[], O>("part", label, options, { fields, max: 60_000 });
