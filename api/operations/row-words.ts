import type { Kind } from "#domain/register/field.ts";
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
