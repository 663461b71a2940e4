import type { Register } from "../register/register.ts";
import { authorise, scopeOf } from "./authorise.ts";
import type { Person } from "./person.ts";

type Sees = (row: object) => boolean;

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
  const guarded = new Set(is);
  return (row) => {
    const value: unknown = Reflect.get(row, field);
    const isGuarded = Array.isArray(value) ? value.some((each) => guarded.has(each)) : guarded.has(value as string);
    return !isGuarded && inScope(row);
  };
}

/** Rows of the same service and contract are answered alike: asked once, then remembered. */
function scopeReader(person: Person, register: Register): Sees {
  const { services, contract } = register.scope;
  const sees: Sees = (row) =>
    authorise(person, "anyone", "read", { ...scopeOf(register, { ...row }), safeguarding: false });
  const known = new Map<unknown, Map<unknown, boolean>>();
  return (row) => {
    const service: unknown = services === undefined ? undefined : Reflect.get(row, services);
    if (Array.isArray(service)) return sees(row);
    const under: unknown = contract === undefined ? undefined : Reflect.get(row, contract);
    const ofService = known.get(service) ?? new Map<unknown, boolean>();
    const remembered = ofService.get(under);
    if (remembered !== undefined) return remembered;
    const answer = sees(row);
    known.set(service, ofService.set(under, answer));
    return answer;
  };
}
