import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "./check.ts";
import {
  choice,
  day,
  hash,
  instant,
  many,
  note,
  number,
  part,
  person,
  reference,
  references,
  several,
  text,
  yesNo,
} from "./field.ts";
import { register } from "./register.ts";

const visits = register({
  slug: "visits",
  title: "Visits",
  purpose: "Fields of every kind, for the tests of the language.",
  kind: "operational",
  words: { one: "visit", many: "visits" },
  headline: "name",
  brief: ["name", "colour", "on"],
  fields: {
    name: text("Name", { required: true, max: 10 }),
    story: note("Story"),
    size: number("Size"),
    done: yesNo("Done"),
    colour: choice("Colour", ["red", "green"]),
    tags: many("Tags", ["early", "late"]),
    friends: references("Friends", "visits"),
    columns: several("Columns"),
    on: day("Day"),
    at: instant("Moment"),
    owner: person("Owner"),
    parent: reference("Parent", "visits"),
    lines: part("Lines", { what: text("What", { required: true, max: 20 }), amount: number("Amount") }),
    print: hash("Fingerprint"),
  },
});

const oid = "aaaaaaaa-0000-4000-8000-000000000007";
const good = {
  name: "Ashdown",
  story: "One\ntwo",
  size: 1.5,
  done: false,
  colour: "red",
  tags: ["early", "late"],
  friends: ["a.b-1"],
  columns: ["Visit Date", "Actual Start"],
  on: "2026-02-28",
  at: "2026-02-28T08:00:00Z",
  owner: oid,
  parent: "westshire-2026-q3",
  lines: [{ what: "Tea", amount: 2 }, { what: "Toast" }],
  print: "0f".repeat(32),
};

const says = (answers: Readonly<Record<string, unknown>>) => check(visits, answers);

describe("check", () => {
  it("finds nothing wrong with good answers, all of them or only the required one", () => {
    expect(says(good)).toEqual([]);
    expect(says({ name: "Ashdown" })).toEqual([]);
  });

  it.each([undefined, null, ""])("takes %o as no answer: a required one is missing, another is not", (nothing) => {
    expect(says({ name: nothing })).toEqual([{ field: "name", say: "Name is missing" }]);
    const empty = Object.fromEntries(Object.keys(visits.fields).map((name) => [name, nothing]));
    expect(says({ ...empty, name: "Ashdown" })).toEqual([]);
  });

  it("does not take no or nought for no answer", () => {
    expect(says({ name: "A", done: false, size: 0, tags: [], lines: [] })).toEqual([]);
  });

  const key121 = "a".repeat(121);
  it.each([
    ["name", "12345678901", "Name is longer than 10 characters"],
    ["name", "two\nlines", "Name must be one line"],
    ["name", "two\rlines", "Name must be one line"],
    ["name", 7, "Name is not text"],
    ["name", ["x"], "Name is not text"],
    ["story", {}, "Story is not text"],
    ["story", "x".repeat(60_001), "Story is longer than 60,000 characters"],
    ["size", "3", "Size is not a number"],
    ["size", Number.NaN, "Size is not a number"],
    ["size", Number.POSITIVE_INFINITY, "Size is not a number"],
    ["done", "true", "Done must be yes or no"],
    ["done", 1, "Done must be yes or no"],
    ["colour", "blue", "Colour must be one of: red, green"],
    ["colour", "Red", "Colour must be one of: red, green"],
    ["colour", ["red"], "Colour is not text"],
    ["tags", "early", "Tags is not a list"],
    ["tags", [1], "Tags is not a list"],
    ["tags", ["noon"], "Tags may only hold: early, late"],
    ["tags", ["late", "late"], "Tags holds the same one twice"],
    ["friends", ["Not a key"], "Friends holds something that is not a key"],
    ["friends", [key121], "Friends holds something that is not a key"],
    ["friends", ["a", "a"], "Friends holds the same one twice"],
    ["columns", ["a", "a"], "Columns holds the same one twice"],
    ["columns", [null], "Columns is not a list"],
    ["on", "2026-02-30", "Day is not a date"],
    ["on", "28/02/2026", "Day is not a date"],
    ["at", "2026-02-28", "Moment is not a date and time"],
    ["at", "2026-02-28T08:00:00+01:00", "Moment is not a date and time"],
    ["owner", "Grace", "Owner is not a person in your organisation"],
    ["owner", oid.toUpperCase(), "Owner is not a person in your organisation"],
    ["owner", `${oid}0`, "Owner is longer than 36 characters"],
    ["parent", "../secret", "Parent is not a key"],
    ["parent", "-starts-badly", "Parent is not a key"],
    ["parent", key121, "Parent is longer than 120 characters"],
    ["print", "0F".repeat(32), "Fingerprint is not a SHA-256 hash"],
    ["print", "0f".repeat(31), "Fingerprint is not a SHA-256 hash"],
    ["print", "0f".repeat(33), "Fingerprint is longer than 64 characters"],
    ["lines", { what: "Tea" }, "Lines is not a list"],
    ["lines", [{ amount: 1 }], "Lines has problems: line 1: What is missing"],
    [
      "lines",
      [{ what: "Tea" }, 7, { what: "x".repeat(21) }],
      "Lines has problems: line 2: is not a set of answers; line 3: What is longer than 20 characters",
    ],
    ["lines", [null], "Lines has problems: line 1: is not a set of answers"],
    ["lines", Array(3001).fill({ what: "12345678901" }), "Lines is too long: 60,000 characters at most"],
  ])("refuses %s = %j", (field, value, say) => {
    expect(says({ ...good, [field]: value })).toEqual([{ field, say }]);
  });

  it("says everything that is wrong at once", () => {
    const problems = says({ name: "", size: "big", on: "soon", extra: 1 });
    expect(problems.map(({ field }) => field).sort()).toEqual(["extra", "name", "on", "size"]);
  });

  it("knows no fields but its own, not even those every object has", () => {
    expect(says({ name: "A", nmae: "B" })).toEqual([{ field: "nmae", say: "Visits has no “nmae”" }]);
    expect(says({ name: "A", toString: "B", constructor: "C" }).map(({ field }) => field)).toEqual([
      "toString",
      "constructor",
    ]);
  });

  it("answers any value whatever with words, and never throws", () => {
    const names = Object.keys(visits.fields);
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.anything(), (name, value) => {
        const problems = says({ name: "Ashdown", [name]: value });
        expect(problems.every(({ field, say }) => field === name && say.length > 5)).toBe(true);
      }),
    );
  });

  it("judges each field by itself", () => {
    const wrong = { name: 7, size: "x", done: "x", colour: "x", on: "x", at: "x", owner: "x", print: "x" };
    fc.assert(
      fc.property(fc.subarray(Object.keys(wrong) as (keyof typeof wrong)[]), (chosen) => {
        const answers = { ...good, ...Object.fromEntries(chosen.map((name) => [name, wrong[name]])) };
        expect(new Set(says(answers).map(({ field }) => field))).toEqual(new Set(chosen));
      }),
    );
  });
});
