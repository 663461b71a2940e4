import type { Register } from "../register/register.ts";
import { authorise, scopeOf } from "./authorise.ts";
import type { Person } from "./person.ts";

type Sees = (row: object) => boolean;
type Answers = Readonly<Record<string, unknown>>;

const everything: Sees = () => true;

/**
 * Which rows of a register this person may read: `authorise(person, "anyone", "read", scopeOf(register, row))`, with what
 * is the same for every row worked out beforehand, so that 100,000 rows are told apart in milliseconds.
 */
export function readerOf(person: Person, register: Register): Sees {
  const { scope } = register;
  if (person.assignments.length === 0) return () => false;
  const inScope =
    scope.services === undefined && scope.contract === undefined ? everything : scopeReader(person, register);
  if (person.safeguarding || scope.safeguarding === undefined) return inScope;
  if (scope.safeguarding === "always") return () => false;
  const { field, is } = scope.safeguarding;
  return (row) => {
    const value = (row as Answers)[field];
    const isGuarded = Array.isArray(value) ? value.some((each) => is.includes(each)) : is.includes(value as string);
    return !isGuarded && inScope(row);
  };
}

/** Rows of the same service and contract are answered alike: asked once, then remembered. */
function scopeReader(person: Person, register: Register): Sees {
  const { services = "", contract = "" } = register.scope;
  const sees: Sees = (row) =>
    authorise(person, "anyone", "read", { ...scopeOf(register, { ...row }), safeguarding: false });
  const known = new Map<unknown, Map<unknown, boolean>>();
  const remember = (row: object, service: unknown, under: unknown): boolean => {
    const answer = sees(row);
    const ofContract = known.get(under) ?? new Map<unknown, boolean>();
    known.set(under, ofContract.set(service, answer));
    return answer;
  };
  return (row) => {
    const service = (row as Answers)[services];
    if (typeof service === "object") return sees(row);
    const under = (row as Answers)[contract];
    return known.get(under)?.get(service) ?? remember(row, service, under);
  };
}
