import { describe, expect, it } from "vitest";
import { roles } from "#domain/people/role.ts";
import { type Item, items, type Over, overs, reach, whoEdits, whoMayAsk } from "./matrix.ts";
import { administratorReaches, edits, mayAsk, needsSafeguarding, reaches } from "./oracle.ts";

const sorted = (who: "anyone" | readonly string[] | undefined) => (Array.isArray(who) ? who.toSorted() : who);

describe("who may ask for", () => {
  it.each(Object.entries(whoMayAsk))("%s is what the hand-written table says", (name, who) => {
    expect(mayAsk, `say in test/authority/oracle.ts who may ask for “${name}”`).toHaveProperty([name]);
    expect(sorted(who)).toEqual(sorted(mayAsk[name]));
  });

  it("what is no longer there is not in the table either", () => {
    expect(Object.keys(mayAsk).filter((name) => !Object.hasOwn(whoMayAsk, name))).toEqual([]);
  });
});

it.each(Object.entries(whoEdits))("%s is edited by whom the hand-written table says", (slug, who) => {
  expect(sorted(who)).toEqual(sorted(edits[slug] ?? []));
});

/** Every role × part × kind of row × with and without the safeguarding right, for reading and for writing. */
const cells = roles.flatMap((role) =>
  (Object.keys(overs) as Over[]).flatMap((over) =>
    (Object.keys(items) as Item[]).flatMap((item) => [true, false].map((right) => ({ role, over, item, right }))),
  ),
);

it.each(roles)("a %s reaches exactly what the hand-written table says", (role) => {
  for (const { over, item, right } of cells.filter((cell) => cell.role === role)) {
    const barred =
      (needsSafeguarding.includes(item) && !right) ||
      (role === "administrator" && !administratorReaches.includes(item));
    expect(reach(role, over, item, right), `${role} over ${over}, ${item}`).toBe(barred ? "-" : reaches[item]?.[over]);
  }
});
