import { isDay, isInstant } from "../day.ts";
import type { Field, Kind } from "./field.ts";
import type { Register } from "./register.ts";

/** Something wrong with one answer, in words to put beside it. */
export interface Problem {
  readonly field: string;
  readonly say: string;
}

type Wrong = (value: unknown, field: Field) => string | undefined;

const KEY = /^[a-z0-9][a-z0-9.-]{0,119}$/;
const PERSON = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const textual =
  (wrong: (value: string, field: Field) => string | undefined): Wrong =>
  (value, field) => {
    if (typeof value !== "string") return "is not text";
    return field.max && value.length > field.max
      ? `is longer than ${field.max.toLocaleString("en-GB")} characters`
      : wrong(value, field);
  };

const oneOf = (options: readonly string[]) => `must be one of: ${options.join(", ")}`;

const wrongWith = {
  text: textual((value) => (/[\n\r]/.test(value) ? "must be one line" : undefined)),
  note: textual(() => undefined),
  number: (value) => (typeof value === "number" && Number.isFinite(value) ? undefined : "is not a number"),
  "yes-no": (value) => (typeof value === "boolean" ? undefined : "must be yes or no"),
  choice: textual((value, { options = [] }) => (options.includes(value) ? undefined : oneOf(options))),
  many: (value, { options, to }) => {
    if (!Array.isArray(value) || value.some((each) => typeof each !== "string")) return "is not a list";
    if (options && value.some((each) => !options.includes(each))) return `may only hold: ${options.join(", ")}`;
    if (to && value.some((each) => !KEY.test(each))) return "holds something that is not a key";
    return new Set(value).size === value.length ? undefined : "holds the same one twice";
  },
  day: textual((value) => (isDay(value) ? undefined : "is not a date")),
  instant: textual((value) => (isInstant(value) ? undefined : "is not a date and time")),
  person: textual((value) => (PERSON.test(value) ? undefined : "is not a person in your organisation")),
  reference: textual((value) => (KEY.test(value) ? undefined : "is not a key")),
  part: (value, { fields = {}, max = 60_000 }) => {
    if (!Array.isArray(value)) return "is not a list";
    if (JSON.stringify(value).length > max) return `is too long: ${max.toLocaleString("en-GB")} characters at most`;
    const wrong = value.flatMap((entry, at) => problemsIn(fields, entry).map(({ say }) => `line ${at + 1}: ${say}`));
    return wrong.length > 0 ? `has problems: ${wrong.join("; ")}` : undefined;
  },
  hash: textual((value) => (/^[0-9a-f]{64}$/.test(value) ? undefined : "is not a SHA-256 hash")),
} satisfies Record<Kind, Wrong>;

/** Everything wrong with the answers, at once, in words to put beside each field. */
export function check(register: Register, answers: Readonly<Record<string, unknown>>): readonly Problem[] {
  const unknown = Object.keys(answers).filter((name) => !Object.hasOwn(register.fields, name));
  return [
    ...unknown.map((field) => ({ field, say: `${register.title} has no “${field}”` })),
    ...problemsIn(register.fields, answers),
  ];
}

function problemsIn(fields: Readonly<Record<string, Field>>, answers: unknown): readonly Problem[] {
  if (typeof answers !== "object" || answers === null) return [{ field: "", say: "is not a set of answers" }];
  const given: Readonly<Record<string, unknown>> = { ...answers };
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = given[name];
    if (value === undefined || value === null || value === "")
      return field.required ? [{ field: name, say: `${field.label} is missing` }] : [];
    const wrong = wrongWith[field.kind](value, field);
    return wrong ? [{ field: name, say: `${field.label} ${wrong}` }] : [];
  });
}
