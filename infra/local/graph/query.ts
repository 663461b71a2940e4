import { invalidRequest } from "./graph-error.ts";

const odata = [
  "filter",
  "select",
  "expand",
  "orderby",
  "top",
  "skip",
  "skiptoken",
  "count",
  "search",
  "apply",
  "compute",
  "format",
  "levels",
] as const;
export type Option = (typeof odata)[number];

const isOption = (name: string): name is Option => (odata as readonly string[]).includes(name);

/** Query options; `$` and capitals are optional, as Graph has it. */
export class Query {
  readonly #options = new Map<Option, string>();
  readonly #others = new Map<string, string>();

  constructor(parameters: URLSearchParams) {
    for (const [name, value] of parameters) {
      const option = name.replace(/^\$/, "").toLowerCase();
      if (isOption(option)) this.#options.set(option, value);
      else this.#others.set(name, value);
    }
  }

  option(name: Option): string | undefined {
    return this.#options.get(name);
  }

  other(name: string): string | undefined {
    return this.#others.get(name);
  }

  /** The same query with one option left out. */
  without(name: Option): Query {
    const kept = new Query(new URLSearchParams([...this.#others]));
    for (const [option, value] of this.#options) if (option !== name) kept.#options.set(option, value);
    return kept;
  }

  /** The first option that is not among those a route knows. */
  firstUnknown(known: readonly Option[]): Option | undefined {
    return [...this.#options.keys()].find((option) => !known.includes(option));
  }

  /** `$top`, or what the service gives when it is not said. Throws invalidRequest. */
  top(otherwise: number, most: number): number {
    const said = this.option("top");
    if (said === undefined) return otherwise;
    if (!/^\d{1,9}$/.test(said) || Number(said) === 0) {
      throw invalidRequest(
        `Invalid value '${said}' for $top query option found. The $top query option requires a positive integer value.`,
      );
    }
    return Math.min(Number(said), most);
  }

  /** Names in `$select`; undefined when everything is wanted. */
  selected(): readonly string[] | undefined {
    return namesIn(this.option("select"));
  }

  /** `$expand` by name: `fields($select=a,b)` gives `fields` → its inner query. */
  expanded(): ReadonlyMap<string, Query> {
    const found = new Map<string, Query>();
    for (const part of splitOutside(this.option("expand") ?? "", ",")) {
      const [, name, inner] = /^\s*(\w+)\s*(?:\((.*)\))?\s*$/s.exec(part) ?? [];
      if (name === undefined) throw invalidRequest(`Parsing OData Select and Expand failed: '${part}'.`);
      found.set(name, new Query(new URLSearchParams(splitOutside(inner ?? "", ";").join("&"))));
    }
    return found;
  }

  /** The same options with some changed, for next links; undefined removes one. */
  with(changes: Readonly<Record<string, string | undefined>>): string {
    const pairs = new Map<string, string | undefined>([
      ...[...this.#options].map(([name, value]) => [`$${name}`, value] as const),
      ...this.#others,
      ...Object.entries(changes),
    ]);
    return [...pairs]
      .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
      .join("&");
  }
}

const namesIn = (text: string | undefined): readonly string[] | undefined => {
  const names = (text ?? "").split(",").map((name) => name.trim());
  return names.some(Boolean) ? names.filter(Boolean) : undefined;
};

/** Splits on a mark that is not within parentheses. */
function splitOutside(text: string, mark: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "(") depth++;
    else if (text[at] === ")") depth--;
    else if (text[at] === mark && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts.filter((part) => part.trim() !== "");
}
