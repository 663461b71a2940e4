import type { JsonObject } from "./call.ts";
import { GraphError, notImplemented } from "./graph-error.ts";

type Holds = (entity: JsonObject) => boolean;
type Value = string | number | boolean | null;

const token =
  /\s*(?:(?<text>'(?:[^']|'')*')|(?<number>-?\d+(?:\.\d+)?)(?![\w-])|(?<word>[A-Za-z_][\w/]*)|(?<mark>[(),]))/y;

interface Token {
  readonly kind: "text" | "number" | "word" | "mark";
  readonly text: string;
}

const invalid = (filter: string): GraphError =>
  new GraphError(400, "Request_UnsupportedQuery", `Invalid filter clause: '${filter}'.`);

function tokens(filter: string): Token[] {
  const found: Token[] = [];
  token.lastIndex = 0;
  const end = filter.trimEnd().length;
  while (token.lastIndex < end) {
    const groups = token.exec(filter)?.groups;
    const [kind, text] = Object.entries(groups ?? {}).find(([, value]) => value !== undefined) ?? [];
    if (kind === undefined || text === undefined) throw invalid(filter);
    found.push({ kind: kind as Token["kind"], text });
  }
  return found;
}

const words: ReadonlyMap<string, Value> = new Map<string, Value>([
  ["null", null],
  ["true", true],
  ["false", false],
]);

/** Text compares without regard to capitals. */
const plain = (value: unknown): unknown => (typeof value === "string" ? value.toLowerCase() : (value ?? null));

const compares: Readonly<Record<string, (held: unknown, value: unknown) => boolean>> = {
  eq: (held, value) => held === value,
  ne: (held, value) => held !== value,
  ge: (held, value) => held !== null && String(held) >= String(value),
  le: (held, value) => held !== null && String(held) <= String(value),
  gt: (held, value) => held !== null && String(held) > String(value),
  lt: (held, value) => held !== null && String(held) < String(value),
};

const functions: Readonly<Record<string, (held: string, value: string) => boolean>> = {
  startswith: (held, value) => held.startsWith(value),
  endswith: (held, value) => held.endsWith(value),
};

/** What Graph answers only with `ConsistencyLevel: eventual` and `$count=true`. */
const advanced = new Set(["ne", "not", "endswith"]);

/** Reads `$filter` over people and groups: comparisons, startswith, endswith, in, and, or, not, parentheses. */
class DirectoryFilter {
  isAdvanced = false;
  readonly #filter: string;
  readonly #tokens: Token[];
  #at = 0;

  constructor(filter: string) {
    this.#filter = filter;
    if (/\/(?:any|all)\(|:/.test(filter.replace(/'(?:[^']|'')*'/g, ""))) throw notImplemented(`the filter '${filter}'`);
    this.#tokens = tokens(filter);
  }

  whole(): Holds {
    const holds = this.#either();
    if (this.#at < this.#tokens.length) throw invalid(this.#filter);
    return holds;
  }

  #next(): Token {
    const next = this.#tokens[this.#at++];
    if (!next) throw invalid(this.#filter);
    if (next.kind === "word" && advanced.has(next.text.toLowerCase())) this.isAdvanced = true;
    return next;
  }

  #take(text: string): boolean {
    const next = this.#tokens[this.#at];
    if (!next || next.kind === "text" || next.text.toLowerCase() !== text) return false;
    this.#next();
    return true;
  }

  #need(text: string): void {
    if (!this.#take(text)) throw invalid(this.#filter);
  }

  #either(): Holds {
    const parts = [this.#both()];
    while (this.#take("or")) parts.push(this.#both());
    return (entity) => parts.some((holds) => holds(entity));
  }

  #both(): Holds {
    const parts = [this.#one()];
    while (this.#take("and")) parts.push(this.#one());
    return (entity) => parts.every((holds) => holds(entity));
  }

  #one(): Holds {
    if (this.#take("not")) {
      const inner = this.#one();
      return (entity) => !inner(entity);
    }
    if (this.#take("(")) {
      const inner = this.#either();
      this.#need(")");
      return inner;
    }
    const { kind, text } = this.#next();
    if (kind !== "word") throw invalid(this.#filter);
    return this.#take("(") ? this.#function(text) : this.#comparison(text);
  }

  #function(name: string): Holds {
    const holds = functions[name.toLowerCase()];
    if (!holds) throw invalid(this.#filter);
    const property = this.#next().text;
    this.#need(",");
    const value = String(plain(this.#literal()));
    this.#need(")");
    return (entity) => typeof entity[property] === "string" && holds(String(plain(entity[property])), value);
  }

  #comparison(property: string): Holds {
    const operator = this.#next().text.toLowerCase();
    if (operator === "in") {
      const values = this.#list();
      return (entity) => values.includes(plain(entity[property]));
    }
    const compare = compares[operator];
    if (!compare) throw invalid(this.#filter);
    const value = plain(this.#literal());
    return (entity) => compare(plain(entity[property]), value);
  }

  #list(): readonly unknown[] {
    this.#need("(");
    const values = [plain(this.#literal())];
    while (this.#take(",")) values.push(plain(this.#literal()));
    this.#need(")");
    return values;
  }

  #literal(): Value {
    const { kind, text } = this.#next();
    if (kind === "text") return text.slice(1, -1).replaceAll("''", "'");
    if (kind === "number") return Number(text);
    const value = kind === "word" ? words.get(text.toLowerCase()) : undefined;
    if (value === undefined) throw invalid(this.#filter);
    return value;
  }
}

/** A `$filter`, and whether Graph asks for `ConsistencyLevel: eventual` to answer it. Throws 400, 501. */
export function readDirectoryFilter(filter: string): { readonly holds: Holds; readonly isAdvanced: boolean } {
  const reader = new DirectoryFilter(filter);
  const holds = reader.whole();
  return { holds, isAdvanced: reader.isAdvanced };
}
