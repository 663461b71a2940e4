import type { Field, Kind } from "#domain/register/field.ts";
import { optionWords } from "#domain/register/option-words.ts";
import type { Register } from "#domain/register/register.ts";
import { registerBySlug } from "#domain/registers/index.ts";
import { dayWords, instantWords, numberWords } from "../packs/plain-words.ts";
import { nameOf } from "./everybody.ts";
import type { Call } from "./operation.ts";

type Words = (value: unknown, to: string | undefined, call: Call) => string;

const text: Words = (value) => String(value);

const reference: Words = (value, to = "", { rows }) => {
  const register = registerBySlug(to);
  const row = register && rows.one(register, String(value));
  return row ? headlineOf(register, row) : String(value);
};

const wordsWith = {
  text,
  note: text,
  hash: (value) => String(value).slice(0, 12),
  number: (value) => (Number.isInteger(value) ? numberWords(Number(value)) : String(value)),
  "yes-no": (value) => (value === true ? "yes" : "no"),
  choice: (value) => optionWords(String(value)),
  day: (value) => dayWords(String(value)),
  instant: (value) => instantWords(String(value)),
  person: (value, _to, { outside }) => nameOf(outside, String(value)),
  reference,
  many: (value, to, call) =>
    (Array.isArray(value) ? value : [])
      .map((each) => (to === undefined ? optionWords(String(each)) : reference(each, to, call)))
      .join(", "),
  part: (value) => `${Array.isArray(value) ? value.length : 0}`,
} satisfies Record<Kind, Words>;

/** An answer as people read it: names for keys and accounts, days and moments in words, a list's entries one after another. */
export function wordsOf(field: Field, value: unknown, call: Call): string {
  if (value === undefined || value === null || value === "") return "";
  if (field.kind !== "part") return wordsWith[field.kind](value, field.to, call);
  const { fields = {} } = field;
  return (Array.isArray(value) ? value : [])
    .map((entry: Readonly<Record<string, unknown>>) =>
      Object.entries(fields)
        .flatMap(([name, each]) => wordsOf(each, entry[name], call) || [])
        .join(", "),
    )
    .join("; ");
}

/** What names a row; never restricted. */
export function headlineOf(register: Register, row: { readonly key: string }): string {
  const value = Reflect.get(row, register.headline);
  return typeof value === "string" && value !== "" ? value : row.key;
}

/** The brief fields of a row that have an answer, in reading order, names and days in words; nothing restricted. */
export function briefOf(
  register: Register,
  row: { readonly key: string },
  call: Call,
): { readonly label: string; readonly value: string }[] {
  return register.brief
    .filter((name) => name !== register.headline)
    .flatMap((name) => {
      const field = register.fields[name];
      const value = Reflect.get(row, name);
      if (!field || field.restricted || value === undefined || value === "") return [];
      return [{ label: field.label, value: wordsWith[field.kind](value, field.to, call) }];
    });
}
