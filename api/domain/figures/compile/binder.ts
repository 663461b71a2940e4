/** Collects the values of a query, each under a name; the text of the query only ever holds the names. */
export interface Binder {
  /** `$name` for a fixed name. */
  named(name: string, value: string | number): string;
  /** `$v1`, `$v2` …; equal values share one. */
  value(value: string | number): string;
  readonly parameters: Readonly<Record<string, string | number>>;
}

export function binder(): Binder {
  const parameters: Record<string, string | number> = {};
  const names = new Map<string | number, string>();
  const named = (name: string, value: string | number) => {
    parameters[name] = value;
    return `$${name}`;
  };
  return {
    named,
    value(value) {
      const name = names.get(value) ?? `v${names.size + 1}`;
      names.set(value, name);
      return named(name, value);
    },
    parameters,
  };
}
