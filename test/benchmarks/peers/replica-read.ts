import type { Action } from "#domain/registers/actions.ts";

export interface PlainQuery {
  readonly field: "status" | "category" | "contract" | "source";
  readonly is: string;
  readonly sort: "deadline" | "changedAt" | "action" | "service" | "owner";
  readonly order: "up" | "down";
  readonly from: number;
  readonly most: number;
}

export interface Page {
  readonly total: number;
  readonly keys: readonly string[];
}

/** What one would write by hand over an array in memory, knowing the register, for one person's services. */
export function filterAndSort(rows: readonly Action[], services: ReadonlySet<string>, query: PlainQuery): Page {
  const { field, is, sort, order, from, most } = query;
  const up = order === "up" ? 1 : -1;
  const found = rows
    .filter((row) => row[field] === is && row.category !== "safeguarding" && services.has(row.service ?? ""))
    .sort((a, b) => {
      const [one = "", other = ""] = [a[sort], b[sort]];
      if (one === other) return a.key < b.key ? -1 : 1;
      return one < other ? -up : up;
    });
  return { total: found.length, keys: found.slice(from, from + most).map(({ key }) => key) };
}
