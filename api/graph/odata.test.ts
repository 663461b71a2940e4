import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { actions } from "#domain/registers/actions.ts";
import { changeFeed } from "#domain/registers/change-feed.ts";
import { hostile } from "./hostile.testing.ts";
import { allOf, drivePath, filterFor, pathWith, systemFilter } from "./odata.ts";

/** Reads a filter as OData does (ABNF: a quote inside text is two), independently of how it was made. */
function read(filter: string): { column: string; operator: string; value: string }[] {
  const found: { column: string; operator: string; value: string }[] = [];
  const one = /^fields\/(\w+) (eq|ne|lt|gt|le|ge) '((?:[^']|'')*)'(?: and |$)/s;
  for (let rest = filter; rest !== ""; ) {
    const [all, column = "", operator = "", value = ""] = one.exec(rest) ?? [];
    if (all === undefined) throw new SyntaxError(`This is not a filter: ${rest}`);
    found.push({ column, operator, value: value.replaceAll("''", "'") });
    rest = rest.slice(all.length);
  }
  return found;
}

describe("whatever a person types", () => {
  it("stays one value of one condition, in the filter and in the address", () => {
    fc.assert(
      fc.property(hostile, hostile, (first, second) => {
        const filter = allOf(systemFilter("key", "eq", first), filterFor(changeFeed)("list", "ne", second));
        const address = new URL(
          pathWith("https://graph.microsoft.com/v1.0/sites/s/lists/l/items", { $filter: filter, $top: 1 }),
        );
        expect([...address.searchParams.keys()]).toEqual(["$filter", "$top"]);
        expect(address.hash).toBe("");
        expect(address.pathname).toBe("/v1.0/sites/s/lists/l/items");
        expect(read(address.searchParams.get("$filter") ?? "")).toEqual([
          { column: "key", operator: "eq", value: first.toWellFormed().replaceAll("\0", "\ufffd") },
          { column: "list", operator: "ne", value: second.toWellFormed().replaceAll("\0", "\ufffd") },
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it("stays one part of a path in a drive", () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const part = name.replaceAll("/", "").replaceAll("\\", "").toWellFormed();
        fc.pre(part !== "");
        if (part === "." || part === "..") return void expect(() => drivePath(part)).toThrow(TypeError);
        const { pathname, search, hash } = new URL(`https://graph.microsoft.com/a/${drivePath(part)}`);
        expect([pathname.split("/").length, search, hash]).toEqual([3, "", ""]);
        expect(decodeURIComponent(pathname.slice(3))).toBe(part);
      }),
      { numRuns: 300 },
    );
  });
});

it("filters by indexed fields of the register alone, in the types and at run time", () => {
  const filter = filterFor(actions);
  expectTypeOf(filter).parameter(0).toEqualTypeOf<keyof typeof actions.fields | "key" | "changedAt" | "auditEvent">();
  for (const column of ["toString", "__proto__", "constructor", "Title", "key eq 'x' or fields/key", "action"])
    expect(() => filter(column as "key", "eq", "x"), column).toThrow(TypeError);
  expect(filter("changedAt", "ge", "2026-10-12")).toBe("fields/changedAt ge '2026-10-12'");
  expect(() => filter("key", "eq", Number.NaN)).toThrow(TypeError);
});

it("writes numbers, yes and no plain, and starts-with as a function", () => {
  expect(systemFilter("key", "gt", 7)).toBe("fields/key gt 7");
  expect(systemFilter("key", "eq", true)).toBe("fields/key eq true");
  expect(systemFilter("key", "startswith", "o'b")).toBe("startswith(fields/key,'o''b')");
});
