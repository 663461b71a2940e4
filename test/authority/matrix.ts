import { operations } from "#api/operations/index.ts";
import { type Action, authorise, type ItemScope } from "#domain/people/authorise.ts";
import { personOf } from "#domain/people/person-of.ts";
import { type Role, roles } from "#domain/people/role.ts";
import { writers } from "#domain/people/writers.ts";
import { registers } from "#domain/registers/index.ts";
import { demoContractRows, demoServiceRows } from "../../infra/demo/organisation/places.ts";
import { kept } from "../support/rows.ts";

/** What the code says who may do, worked out from the code: for docs/authority.md, and to be held against the oracle. */

const now = "2026-10-12T08:00:00.000Z";
const rowsOf = (rows: Readonly<Record<string, object>>) =>
  Object.entries(rows).map(([key, answers]) => ({ ...kept(key), ...answers }) as never);
const places = { services: rowsOf(demoServiceRows.rows), contracts: rowsOf(demoContractRows.rows) };

/** A role over a part of the demo provider. */
export const overs = {
  "the organisation": { over: "organisation" },
  "region north": { over: "region", where: ["north"] },
  "service ashdown": { over: "service", where: ["ashdown"] },
  "contract westshire": { over: "contract", where: ["westshire"] },
} as const;
export type Over = keyof typeof overs;

const plain = { safeguarding: false } as const;
/** What a row is about. Services and contracts are those of the demo provider. */
export const items = {
  "a row of Ashdown": { ...plain, services: ["ashdown"] },
  "a row of Birchwood": { ...plain, services: ["birchwood"] },
  "a row of Coppice": { ...plain, services: ["coppice"] },
  "a row of Ashdown and Coppice": { ...plain, services: ["ashdown", "coppice"] },
  "Eastmoor's row at Birchwood": { ...plain, contract: "eastmoor", services: ["birchwood"] },
  "a row of Westshire": { ...plain, contract: "westshire", services: [] },
  "totals of Westshire": { ...plain, contract: "westshire", services: [], totals: true },
  "a row of Eastmoor": { ...plain, contract: "eastmoor", services: [] },
  "a row of the organisation": { ...plain, services: [] },
  "a safeguarding row of Ashdown": { services: ["ashdown"], safeguarding: true },
} as const satisfies Record<string, ItemScope>;
export type Item = keyof typeof items;

/** `rw`, `r` or `-`: what somebody with this one role over this part may do to such a row, the operation allowing. */
export function reach(role: Role, over: Over, item: Item, safeguarding: boolean): string {
  const row = { ...kept("p"), person: "p", name: "P", status: "active" as const, safeguarding };
  const person = personOf("p", { ...places, people: [{ ...row, assignments: [{ role, ...overs[over] }] }] }, now);
  const may = (action: Action) => person !== undefined && authorise(person, [role], action, items[item]);
  return `${may("read") ? "r" : ""}${may("write") ? "w" : ""}` || "-";
}

/** Who may ask for each operation. */
export const whoMayAsk: Readonly<Record<string, "anyone" | readonly Role[]>> = Object.fromEntries(
  operations.map(({ name, who }) => [name, who === "anyone" ? who : roles.filter((role) => who.includes(role))]),
);

/** Who edits the plain answers of each register; of the others nobody does. */
export const whoEdits: Readonly<Record<string, readonly Role[]>> = Object.fromEntries(
  registers.map(({ slug }) => [slug, roles.filter((role) => writers[slug]?.includes(role))]),
);
