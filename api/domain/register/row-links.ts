import type { Field } from "./field.ts";
import type { Kept, Register } from "./register.ts";

type Answers = Readonly<Record<string, unknown>>;

/** An answer that is another row's key. */
export interface Point {
  readonly field: string;
  readonly key: string;
  /** Slugs of the registers the key may be of, likeliest first. */
  readonly registers: readonly string[];
}

const raisedFrom = ["themes", "early-warnings", "validation-log", "scrutiny", "exceptions", "recording-audits"];

const subjects: Readonly<Record<string, string>> = {
  pack: "packs",
  specification: "specifications",
  indicator: "indicators",
  commentary: "commentary",
  exception: "cycles",
  rights: "people",
  minutes: "meetings",
};

const reviewed: Readonly<Record<string, string>> = { specification: "specifications", indicator: "indicators" };

/** The answers that are keys of rows in a register they do not name themselves. */
export function pointsOf({ slug }: Register, row: Answers): readonly Point[] {
  const point = (field: string, registers: readonly string[]) => {
    const key = row[field];
    return typeof key === "string" && key !== "" && registers.length > 0 ? [{ field, key, registers }] : [];
  };
  if (slug === "actions") return point("raisedFrom", raisedFrom);
  if (slug === "early-warnings") return point("subject", textsOf(row.subjectRegister));
  if (slug === "manager-reviews") return point("subject", textsOf(reviewed[String(row.subjectKind)]));
  if (slug === "sign-offs") return point("subject", textsOf(subjects[String(row.about)]));
  return [];
}

/** Every register that answers of this one may be a key of without saying so. */
export function mayPointTo(slug: string): readonly string[] {
  if (slug === "actions") return raisedFrom;
  if (slug === "manager-reviews") return Object.values(reviewed);
  return slug === "sign-offs" ? Object.values(subjects) : [];
}

/** The rows of one register that name a row of another, by the question whose answer does. */
export function linksFrom<R extends Kept>(
  from: Register,
  rows: readonly R[],
  to: Register,
  row: Answers,
): readonly { readonly label: string; readonly rows: readonly R[] }[] {
  const key = String(row.key);
  const asked = Object.entries(from.fields).flatMap(([name, field]) => {
    const names = namer(field, to, row);
    return names ? [{ label: field.label, names: (each: Answers) => names(each[name]) }] : [];
  });
  const points = mayPoint[from.slug];
  const pointing = {
    label: from.fields[points ?? ""]?.label ?? "",
    names: (each: Answers) =>
      pointsOf(from, each).some((point) => point.key === key && point.registers.includes(to.slug)),
  };
  return [...asked, ...(points ? [pointing] : [])]
    .map(({ label, names }) => ({ label, rows: rows.filter((each) => names({ ...(each as object) })) }))
    .filter(({ rows }) => rows.length > 0);
}

const mayPoint: Readonly<Record<string, string>> = {
  actions: "raisedFrom",
  "early-warnings": "subject",
  "sign-offs": "subject",
  "manager-reviews": "subject",
};

/** Whether an answer to this field names the row; undefined where no answer ever could. */
function namer(field: Field, to: Register, row: Answers): ((value: unknown) => boolean) | undefined {
  if (field.to === to.slug) return (value) => textsOf(value).includes(String(row.key));
  if (field.codeOf === to.slug && typeof row.code === "string") {
    const { code } = row;
    return (value) => codesIn(value).includes(code);
  }
  const inner = Object.entries(field.fields ?? {}).flatMap(([name, each]) => {
    const names = namer(each, to, row);
    return names ? [{ name, names }] : [];
  });
  if (inner.length === 0) return undefined;
  return (value) =>
    (Array.isArray(value) ? value : []).some((entry: Answers) => inner.some(({ name, names }) => names(entry[name])));
}

/** The codes an answer holds: one, several with commas between, or a list. */
export const codesIn = (value: unknown): readonly string[] =>
  textsOf(value).flatMap((each) => each.split(/[\s,;]+/).filter(Boolean));

const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((each) => typeof each === "string");
