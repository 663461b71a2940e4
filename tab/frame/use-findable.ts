import type { readRegister } from "#api/operations/read-register.ts";
import { registers } from "#domain/registers/index.ts";
import { useAnswer } from "../ask/use-answer.ts";
import { places } from "./places.ts";

/** Something with a page of its own. */
interface Findable {
  readonly path: string;
  readonly name: string;
  readonly kind: string;
  /** Other words people use for it. */
  readonly also: string;
}

const pages: readonly Findable[] = places.map(({ path, name }) => ({ path, name, kind: "Page", also: "" }));

const lists: readonly Findable[] = registers.map(({ slug, title, words, views }) => ({
  path: `/registers/${slug}`,
  name: title,
  kind: "Register",
  also: [words.one, words.many, ...(words.also ?? []), ...views.map(({ name }) => name)].join(" "),
}));

const pageOf: Readonly<Record<string, (key: string) => string>> = {
  cycles: (key) => `/cycles/${key}`,
  actions: (key) => `/actions/${key}`,
};

/** What the words may mean, best first: names that begin with them, then names and other words that hold all of them. */
export function useFindable(words: string): readonly Findable[] {
  const cycles = useRows("cycles", "Cycle");
  const actions = useRows("actions", "Action");
  const services = useRows("services", "Service");
  const indicators = useRows("indicators", "Indicator");
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const all = [...pages, ...cycles, ...services, ...lists, ...indicators, ...actions];
  if (wanted.length === 0) return all;
  const begins = ({ name }: Findable) => (name.toLowerCase().startsWith(wanted.join(" ")) ? 0 : 1);
  return all
    .filter(({ name, also }) => wanted.every((word) => `${name} ${also}`.toLowerCase().includes(word)))
    .toSorted((a, b) => begins(a) - begins(b));
}

function useRows(slug: string, kind: string): readonly Findable[] {
  const { data } = useAnswer<typeof readRegister>(`/registers/${slug}/rows`, { query: { most: 500 } });
  const path = pageOf[slug] ?? ((key: string) => `/registers/${slug}/${key}`);
  return (data?.rows ?? []).map(({ key, headline }) => ({ path: path(key), name: headline, kind, also: key }));
}
