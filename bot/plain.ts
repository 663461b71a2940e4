/** Words as they are compared: lower case, no punctuation or accents, and a call is a visit. */
export const plain = (said: string): string =>
  said
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]s?\b/g, "")
    .replace(/[^\p{L}\p{N} ]/gu, " ")
    .replace(/\bcall(s?)\b/g, "visit$1")
    .replace(/\s+/g, " ")
    .trim();

/** A name in the singular and the plural: “safeguarding action”, “safeguarding actions”. */
export function formsOf(name: string): readonly string[] {
  const word = plain(name);
  const one = word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.replace(/(?<=[^s])s$/, "");
  const many = /[^aeiou]y$/.test(one) ? `${one.slice(0, -1)}ies` : `${one}s`;
  return [...new Set([word, one, many])];
}

/** The thing with the longest name among the words, and the words without it; a gap is left where it stood. */
export function take<Thing>(
  words: readonly string[],
  things: readonly Thing[],
  namesOf: (thing: Thing) => readonly string[],
): { readonly found?: Thing; readonly rest: readonly string[] } {
  const matches = things.flatMap((thing) =>
    namesOf(thing).flatMap((name) => {
      const wanted = plain(name).split(" ");
      const at = placeOf(words, wanted);
      return at < 0 || wanted[0] === "" ? [] : [{ thing, at, length: wanted.length, letters: wanted.join("").length }];
    }),
  );
  const best = matches.toSorted((a, b) => b.length - a.length || b.letters - a.letters)[0];
  if (best === undefined) return { rest: words };
  return {
    found: best.thing,
    rest: words.with(best.at, "").filter((_, at) => at <= best.at || at >= best.at + best.length),
  };
}

const placeOf = (words: readonly string[], wanted: readonly string[]): number =>
  words.findIndex((_, at) => wanted.every((word, next) => words[at + next] === word));
