import fc from "fast-check";
import { expect, it } from "vitest";
import { choice, note, number, part, references, text, yesNo } from "#domain/register/field.ts";
import { register } from "#domain/register/register.ts";
import { fromFields, historyNote, toFields } from "./row-fields.ts";

const things = register({
  slug: "things",
  title: "Things",
  purpose: "Something to try every kind of answer on, in one place.",
  kind: "operational",
  words: { one: "thing", many: "things" },
  headline: "name",
  brief: ["name"],
  fields: {
    name: text("Name", { required: true }),
    story: note("Story"),
    size: number("Size"),
    ready: yesNo("Ready"),
    colour: choice("Colour", ["red", "blue"]),
    friends: references("Friends", "things"),
    steps: part("Steps", { what: text("What", { required: true }), done: yesNo("Done") }),
  },
});

const word = fc.string({ minLength: 1, maxLength: 40 }).filter((each) => each.trim() !== "");
const answers = fc.record(
  {
    name: word,
    story: word,
    size: fc.double({ noNaN: true, noDefaultInfinity: true }),
    ready: fc.boolean(),
    colour: fc.constantFrom("red", "blue"),
    friends: fc.array(word, { minLength: 1 }),
    steps: fc.array(fc.record({ what: word, done: fc.boolean() }), { minLength: 1 }),
  },
  { requiredKeys: ["name"] },
);

/** What Graph does to fields on the way: numbers and yes/no may come back as text, empty ones are left out. */
const asGraphAnswers = (fields: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, typeof value === "number" ? String(value) : value]),
  );

it("brings every answer back as it went, whatever the kind", () => {
  fc.assert(
    fc.property(answers, (given) => {
      const back = fromFields(things, '"g,1"', { key: "t-1", ...asGraphAnswers(toFields(things, given)) });
      expect(back).toMatchObject(given.size === 0 ? { ...given, size: 0 } : given);
    }),
  );
});

it("empties a column for null and leaves out what was not answered", () => {
  expect(toFields(things, { story: null, size: undefined })).toEqual({ story: null });
});

it("is no row without a key", () => {
  expect(fromFields(things, '"g,1"', { name: "Added by hand" })).toBeUndefined();
});

it("keeps the newest history when it grows too long for a note", () => {
  const moves = Array.from({ length: 900 }, (_, at) => ({
    at: `${at}`,
    by: "a".repeat(36),
    byName: "Amal",
    did: "thing.edit",
    reason: "x".repeat(40),
  }));
  const kept: { at: string }[] = JSON.parse(historyNote(moves));
  expect(kept.at(-1)?.at).toBe("899");
  expect(historyNote(moves).length).toBeLessThanOrEqual(55_000);
});
