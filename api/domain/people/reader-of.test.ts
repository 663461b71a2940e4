import fc from "fast-check";
import { expect, it } from "vitest";
import { everyList } from "../registers/index.ts";
import { authorise, scopeOf } from "./authorise.ts";
import { readerOf } from "./reader-of.ts";
import { roles } from "./role.ts";

const key = fc.constantFrom("ashdown", "birchwood", "westshire", "eastmoor", "");
const over = fc.oneof(fc.constant("all" as const), fc.array(key, { maxLength: 3 }));
const person = fc.record({
  id: fc.constant("aaaaaaaa-0000-4000-8000-000000000001"),
  name: fc.constant("Amal"),
  safeguarding: fc.boolean(),
  deputyFor: fc.constant([]),
  assignments: fc.array(
    fc.record(
      { role: fc.constantFrom(...roles), services: over, contracts: over, serves: fc.array(key, { maxLength: 2 }) },
      { requiredKeys: ["role", "services", "contracts"] },
    ),
    { maxLength: 3 },
  ),
});
const value = fc.oneof(key, fc.array(key, { maxLength: 3 }), fc.constantFrom(undefined, "safeguarding", 7));

it("lets through exactly the rows that authorise does, in every register", () => {
  for (const register of everyList) {
    const { scope } = register;
    const guarded = typeof scope.safeguarding === "object" ? scope.safeguarding : undefined;
    const fields = [scope.services, scope.contract, guarded?.field].filter((name) => name !== undefined);
    const guards = fc.constantFrom(...(guarded?.is ?? ["x"]));
    const row = fc.record(Object.fromEntries(fields.map((name) => [name, fc.oneof(value, guards)])));
    fc.assert(
      fc.property(person, fc.array(row, { minLength: 1, maxLength: 8 }), (who, rows) => {
        const sees = readerOf(who, register);
        for (const one of rows) expect(sees(one)).toBe(authorise(who, "anyone", "read", scopeOf(register, one)));
      }),
      { numRuns: 60 },
    );
  }
});
