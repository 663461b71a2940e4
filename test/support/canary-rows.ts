import type { Outside } from "#api/outside.ts";
import type { Field } from "#domain/register/field.ts";
import type { Register } from "#domain/register/register.ts";
import { demoId } from "../../infra/demo/people.ts";

/** Where a row of canaries belongs. */
export interface Place {
  readonly contract: string;
  readonly service: string;
  readonly safeguarding?: boolean;
}

/** What begins every answer of a restricted field. */
export const RESTRICTED = "canary-restricted";
/** What begins every other text of a row of this place. */
export const canaryOf = ({ contract, service, safeguarding = false }: Place): string =>
  `canary-${contract}-${service}${safeguarding ? "-safeguarding" : ""}`;

/**
 * Whether a manager of one service alone may see a row of another place, worked out by hand from where such rows lie: a
 * service's own, a contract's that the manager's service is bought under, totals of a contract for nobody of one
 * service, and what has no place for everybody.
 */
export function managerSees({ scope, slug }: Register, place: Place, own: Place): boolean {
  if (slug === "contracts") return place.contract === own.contract;
  if (scope.services) return place.service === own.service;
  if (scope.totals) return false;
  return scope.contract === undefined || place.contract === own.contract;
}

/** Adds a row with every field filled to a register, each text a canary. Answers its key; undefined where no such row can be. */
export async function addCanary(
  { store }: Pick<Outside, "store">,
  register: Register,
  place: Place,
  canary = canaryOf(place),
): Promise<string | undefined> {
  const { scope, fields, slug } = register;
  const safeguarding = scope.safeguarding;
  if (place.safeguarding && !safeguarding) return undefined;
  if (safeguarding === "always" && !place.safeguarding) return undefined;
  const key = `${canaryOf(place)}-${slug}`;
  const answers = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, answerTo(canary, field, `${slug}-${name}`, place)]),
  );
  const marked =
    place.safeguarding && typeof safeguarding === "object"
      ? { [safeguarding.field]: answerOfKind(fields[safeguarding.field], safeguarding.is[0]) }
      : {};
  await store.add(register, key, { ...answers, ...marked } as never, { by: "system", did: "test.canary" });
  return key;
}

const answerOfKind = (field: Field | undefined, value: string | undefined): unknown =>
  field?.kind === "many" ? [value] : value;

function answerTo(canary: string, field: Field, about: string, place: Place): unknown {
  const { kind, options = [], to, max = 255, fields = {}, restricted } = field;
  const words = `${restricted ? RESTRICTED : canary} ${about}`.slice(0, max);
  const key =
    (to && { services: place.service, contracts: place.contract, cycles: `${place.contract}-2026-q3` }[to]) ?? "canary";
  switch (kind) {
    case "text":
    case "note":
      return words;
    case "number":
      return 1;
    case "yes-no":
      return false;
    case "choice":
      return options[0];
    case "many":
      return options.length > 0 ? options.slice(0, 1) : [to ? key : words];
    case "day":
      return "2026-10-01";
    case "instant":
      return "2026-10-01T09:00:00.000Z";
    case "person":
      return demoId(9);
    case "reference":
      return key;
    case "hash":
      return "c0".repeat(32);
    case "part": {
      const entry = Object.entries(fields).map(([name, each]) => [
        name,
        answerTo(canary, { ...each, restricted }, `${about}-${name}`, place),
      ]);
      return [Object.fromEntries(entry)];
    }
    default:
      return kind satisfies never;
  }
}
