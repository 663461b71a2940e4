import { LineOfSightError, notFound } from "#domain/errors.ts";
import { authorise, scopeOf } from "#domain/people/authorise.ts";
import type { Person } from "#domain/people/person.ts";
import { type Role, roleNames } from "#domain/people/role.ts";
import type { Rows, Store } from "#domain/ports.ts";
import type { Answers, Register, Row } from "#domain/register/register.ts";

/**
 * The store as one person may use it for one operation. Lists hold only rows within their scope and a row outside it is
 * not there; a write needs one of the operation's roles over the whole of the row, before and after.
 */
export function scopedRows(person: Person, who: readonly Role[] | "anyone", store: Store): Rows {
  const sees = (register: Register, row: object) => authorise(person, "anyone", "read", scopeOf(register, { ...row }));
  const mayWrite = (register: Register, row: object) => {
    if (!authorise(person, who, "write", scopeOf(register, { ...row }))) throw notAllowed(register, who);
  };
  const seen = <R extends Register>(register: R, row: Row<R> | undefined) =>
    row && sees(register, row) ? row : undefined;

  return {
    all: (register) => store.all(register).filter((row) => sees(register, row)),
    one: (register, key) => seen(register, store.one(register, key)),
    fresh: async (register, key) => seen(register, await store.fresh(register, key)),
    add: async <R extends Register>(
      register: R,
      key: string,
      answers: Answers<R>,
      act: Parameters<Store["add"]>[3],
    ) => {
      mayWrite(register, answers);
      return store.add(register, key, answers, act);
    },
    change: async (register, key, etag, changes, act) => {
      const row = seen(register, store.one(register, key));
      if (!row) throw notFound(register.words.one, key);
      mayWrite(register, row);
      mayWrite(register, { ...row, ...changes });
      return store.change(register, key, etag, changes, act);
    },
  };
}

export function whoCan(who: readonly Role[] | "anyone"): string {
  if (who === "anyone") return "someone whose role covers this service or contract";
  return new Intl.ListFormat("en-GB", { type: "disjunction" }).format(
    who.map((role) =>
      `a ${roleNames[role]}`
        .replace("a auditor", "an auditor")
        .replace("a ECM", "an ECM")
        .replace("a external", "an external")
        .replace("a administrator", "an administrator"),
    ),
  );
}

const notAllowed = (register: Register, who: readonly Role[] | "anyone") =>
  new LineOfSightError(
    "not-allowed",
    `You can look at this ${register.words.one} but not change it. It takes ${whoCan(who)} for its service or contract.`,
    {
      facts: { register: register.slug },
    },
  );
