import type { ColumnDefinition } from "@microsoft/microsoft-graph-types";
import { libraries } from "#domain/ports.ts";
import type { Register } from "#domain/register/register.ts";
import { columnsOf } from "./columns.ts";
import { listName } from "./list.ts";

export const everyLibrary = [...libraries, "Claims"] as const;

/** A list or library of the site as Graph tells it. */
export interface ListFacts {
  readonly id: string;
  readonly displayName: string;
  readonly columns?: readonly ColumnDefinition[];
}

/** One thing that is not there yet. */
export type Lacking =
  | { readonly made: "list" | "library"; readonly name: string; readonly columns?: readonly ColumnDefinition[] }
  | { readonly made: "column"; readonly name: string; readonly list: string; readonly column: ColumnDefinition };

export interface Difference {
  readonly lacking: readonly Lacking[];
  /** What is there in another form than ours, in words. Nothing of it is mended by itself. */
  readonly drift: readonly string[];
}

/** What a site lacks of the lists, columns and libraries we keep, and what it has otherwise. */
export function schemaDifference(lists: readonly ListFacts[], registers: readonly Register[]): Difference {
  const named = new Map(lists.map((list) => [list.displayName.toLowerCase(), list]));
  const lacking: Lacking[] = [];
  const drift: string[] = [];
  for (const register of registers) {
    const [name, columns] = [listName(register), columnsOf(register)];
    const there = named.get(name);
    if (!there) {
      lacking.push({ made: "list", name, columns });
      continue;
    }
    const have = new Map((there.columns ?? []).map((column) => [column.name, column]));
    for (const column of columns) {
      const own = have.get(column.name);
      const called = `${register.slug}.${column.name}`;
      if (own) drift.push(...otherwise(called, column, own));
      else lacking.push({ made: "column", name: called, list: there.id, column });
    }
  }
  for (const name of everyLibrary) if (!named.has(name.toLowerCase())) lacking.push({ made: "library", name });
  return { lacking, drift };
}

const types = ["text", "number", "boolean", "choice", "dateTime", "lookup", "personOrGroup", "currency"] as const;

/** What a column holds, in words people use in SharePoint. */
function sayType(column: ColumnDefinition): string {
  const type = types.find((each) => column[each]);
  if (type === "text") return column.text?.allowMultipleLines ? "several lines of text" : "a single line of text";
  if (type === "boolean") return "yes or no";
  return type === undefined ? "something else" : type.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function otherwise(name: string, ours: ColumnDefinition, theirs: ColumnDefinition): readonly string[] {
  const [wanted, found] = [sayType(ours), sayType(theirs)];
  return [
    ...(wanted === found
      ? []
      : [`The column ${name} holds ${found}, not ${wanted}. It is left as it is: what it held is not thrown away.`]),
    ...(ours.indexed && theirs.indexed === false
      ? [`The column ${name} is no longer indexed, so finding rows by it fails beyond 5,000 rows.`]
      : []),
    ...(ours.enforceUniqueValues && theirs.enforceUniqueValues === false
      ? [`The column ${name} no longer refuses the same value twice.`]
      : []),
  ];
}
