import { LineOfSightError, notFound } from "#domain/errors.ts";
import { authorise, scopeOf } from "#domain/people/authorise.ts";
import type { Person } from "#domain/people/person.ts";
import { readerOf } from "#domain/people/reader-of.ts";
import { type Role, roleNames } from "#domain/people/role.ts";
import type { Rows, Store } from "#domain/ports.ts";
import type { Answers, Register, Row } from "#domain/register/register.ts";
import { auditTrail } from "#domain/registers/audit-trail.ts";

/**
 * The store as one person may use it for one operation. Lists hold only rows within their scope and a row outside it is
 * not there; a write needs one of the operation's roles over the whole of the row, before and after.
 */
export function scopedRows(person: Person, who: readonly Role[] | "anyone", store: Store): Rows {
  const readers = new Map<string, (row: object) => boolean>();
  const reader = (register: Register) => {
    const made = readers.get(register.slug) ?? readerOf(person, register);
    readers.set(register.slug, made);
    return made;
  };
  const mayWrite = (register: Register, row: object) => {
    if (!authorise(person, who, "write", scopeOf(register, { ...row }))) throw notAllowed(register, who);
  };
  const seen = <R extends Register>(register: R, row: Row<R> | undefined) =>
    row && reader(register)(row) ? row : undefined;

  return {
    all: (register) => store.all(readHere(register)).filter(reader(register)),
    one: (register, key) => seen(register, store.one(readHere(register), key)),
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

/** Only its end is kept in memory, to write the next entry. */
function readHere<R extends Register>(register: R): R {
  if (register.slug !== auditTrail.slug) return register;
  throw new LineOfSightError(
    "not-found",
    "The audit trail is not shown here: an administrator reads it in SharePoint, in the list of that name. What happened to one row is on the row's own page.",
  );
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
