import { fromFields } from "#api/graph/row-fields.ts";
import type { Row } from "#domain/register/register.ts";
import { type actions as Actions, actions } from "#domain/registers/actions.ts";
import { categories } from "#domain/registers/category.ts";

const contracts = ["westshire", "eastmoor", "northvale", "southmere"];
const sources = ["pack-theme", "commissioner-request", "audit", "internal-improvement"];
const states = ["open", "in-progress", "blocked", "complete", "effective"];
const from = <T>(all: readonly T[], number: number): T => all[number % all.length] as T;
const two = (number: number) => String(number).padStart(2, "0");

/** The fields of one action as SharePoint has them. Numbers stand in for chance (Knuth's multiplicative hash). */
export function actionFields(number: number): Record<string, unknown> & { readonly key: string } {
  const chance = Math.imul(number + 1, 2_654_435_761) >>> 0;
  const day = (spread: number) =>
    `2026-${two(1 + ((chance >>> spread) % 12))}-${two(1 + ((chance >>> (spread + 4)) % 28))}`;
  const at = `${day(3)}T${two(chance % 24)}:${two((chance >>> 5) % 60)}:00.000Z`;
  const by = `aaaaaaaa-0000-4000-8000-${String(chance % 200).padStart(12, "0")}`;
  return {
    key: `action-${number}`,
    Title: `Look into visit ${number}`,
    action: `Look into visit ${number} and agree with the family what changes`,
    category: from(categories, chance >>> 8),
    source: from(sources, chance >>> 10),
    contract: from(contracts, chance >>> 12),
    service: `service-${(chance >>> 14) % 40}`,
    owner: by,
    deadline: day(7),
    status: from(states, chance >>> 16),
    context: "Only those who do it need to know this sentence.",
    createdAt: at,
    createdBy: by,
    createdByName: `Person ${chance % 200}`,
    changedAt: at,
    changedBy: by,
    changedByName: `Person ${chance % 200}`,
    auditEvent: `event-${number}`,
    history: JSON.stringify([{ at, by, byName: `Person ${chance % 200}`, did: "action.open", to: "open" }]),
  };
}

/** So many actions as rows in memory. */
export const manyActions = (count: number): readonly Row<typeof Actions>[] =>
  Array.from({ length: count }, (_, number) => fromFields(actions, '"g,1"', actionFields(number)) ?? never(number));

function never(number: number): never {
  throw new RangeError(`Action ${number} is no row.`);
}
