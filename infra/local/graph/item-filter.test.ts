import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonObject } from "./call.ts";
import type { Column } from "./columns.ts";
import { GraphError } from "./graph-error.ts";
import { readFilter } from "./item-filter.ts";

const column = (name: string, facet: JsonObject): Column => ({ id: name, name, definition: facet, builtIn: false });
const columns = [
  column("status", { text: {} }),
  column("count", { number: {} }),
  column("due", { dateTime: {} }),
  column("open", { boolean: {} }),
  column("tags", { choice: { displayAs: "checkBoxes" } }),
];

test.each([
  ["fields/status eq 'it''s'", ["it's"]],
  ["fields/count ge 3 and fields/status ne 'x'", [3, "x"]],
  ["fields/due lt '2026-10-12T09:00:00.500Z'", ["2026-10-12T09:00:00Z"]],
  ["fields/due lt 2026-10-12", ["2026-10-12T00:00:00Z"]],
  ["fields/open eq true or fields/open eq null", [1, null]],
  ["not (startswith(fields/status,'a'))", ["a", "a\u{10FFFF}"]],
  ["fields/status eq 'a' and (fields/count eq 1 or fields/count eq -2.5)", ["a", 1, -2.5]],
])("%s compares with %j", (filter, values) => {
  expect(readFilter(filter, columns).condition.values).toEqual(values);
});

test("names the columns it looks at", () => {
  const { used } = readFilter("fields/status eq 'a' and fields/count eq 1", columns);
  expect(used.map(({ name }) => name)).toEqual(["status", "count"]);
});

test.each([
  "",
  "status eq 'a'",
  "fields/nothing eq 'a'",
  "fields/status",
  "fields/status eq",
  "fields/status like 'a'",
  "fields/status eq 'a' fields/count eq 1",
  "(fields/status eq 'a'",
  "fields/status eq 'a",
  "fields/status eq other",
  "fields/count eq 'many'",
  "fields/due gt 'yesterday'",
  "fields/tags eq 'a'",
  "contains(fields/status,'a')",
])("refuses %j", (filter) => {
  expect(() => readFilter(filter, columns)).toThrow(GraphError);
});

test("never puts what was asked into the SQL", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { condition } = readFilter(`fields/status eq '${text.replaceAll("'", "''")}'`, columns);
      expect(condition).toEqual({ sql: "json_extract(fields, '$.status') COLLATE NOCASE = ?", values: [text] });
    }),
  );
});
