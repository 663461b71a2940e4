import type { Field } from "#domain/register/field.ts";
import { optionWords } from "#domain/register/option-words.ts";
import type { Register } from "#domain/register/register.ts";
import { codesIn } from "#domain/register/row-links.ts";
import type { AnswerWords } from "#domain/register/which-rows.ts";
import { useNames } from "./use-names.ts";
import { useRowNames } from "./use-row-names.ts";

/** An answer of the register as words to search and put in order by: names for keys, codes and accounts. */
export function useWords({ fields }: Register): AnswerWords {
  const { nameOf } = useNames();
  const named = Object.values(fields).flatMap(({ to, codeOf }) => to ?? codeOf ?? []);
  const slugs = [...new Set(named)];
  const namesOf = useRowNames(slugs);
  const names = new Map(
    slugs.flatMap((slug) =>
      namesOf(slug).flatMap(({ key, code, name }) => [
        [`${slug} ${key}`, name] as const,
        ...(code ? [[`${slug} ${code}`, name] as const] : []),
      ]),
    ),
  );
  const nameIn = (slug: string) => (key: string) => names.get(`${slug} ${key}`) ?? key;
  return (field, value) =>
    value === undefined || value === null ? "" : words(field, value, { person: nameOf, rowIn: nameIn });
}

interface Names {
  readonly person: (id: string) => string;
  readonly rowIn: (slug: string) => (key: string) => string;
}

function words({ kind, to, codeOf, options }: Field, value: unknown, { person, rowIn }: Names): string {
  if (kind === "person") return person(String(value));
  if (kind === "part") return JSON.stringify(value);
  const all = Array.isArray(value) ? value.map(String) : [String(value)];
  if (codeOf) return codesIn(value).map(rowIn(codeOf)).join(", ");
  if (to) return all.map(rowIn(to)).join(", ");
  return all.map(options ? optionWords : String).join(", ");
}
