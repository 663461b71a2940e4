import type { Assignment, Person } from "#domain/people/person.ts";
import type { Role } from "#domain/people/role.ts";
import type { Kept } from "#domain/register/register.ts";
import type { Action } from "#domain/registers/actions.ts";
import type { ValidationRow } from "#domain/registers/validation-log.ts";

/** A person for tests: `person("amal", ["quality-lead"])`. Over everything unless told otherwise. */
export const person = (id: string, held: readonly Role[] = [], told: Partial<Person> = {}): Person => ({
  id,
  name: id,
  assignments: held.map((role): Assignment => ({ role, services: "all", contracts: "all" })),
  safeguarding: true,
  deputyFor: [],
  ...told,
});

/** What the system keeps about every row. */
export const kept = (key: string, told: Partial<Kept> = {}): Kept => ({
  key,
  etag: '"1"',
  createdAt: "2026-07-02T09:00:00Z",
  createdBy: "somebody",
  createdByName: "Somebody",
  changedAt: "2026-07-02T09:00:00Z",
  changedBy: "somebody",
  changedByName: "Somebody",
  auditEvent: "event-1",
  history: [],
  ...told,
});

export const anAction = (told: Partial<Action> = {}): Action => ({
  ...kept("action-1"),
  action: "Retrain the night staff",
  category: "safeguarding",
  source: "pack-theme",
  contract: "westshire",
  service: "ashdown",
  cause: "Nobody had been shown the form",
  owner: "owner",
  deadline: "2026-10-01",
  status: "open",
  ...told,
});

export const aValidationRow = (told: Partial<ValidationRow> = {}): ValidationRow => ({
  ...kept("westshire-2026-q3-visits-figure-to-source-01"),
  plan: "westshire-2026-q3-visits",
  cycle: "westshire-2026-q3",
  contract: "westshire",
  service: "ashdown",
  indicator: "missed-visits",
  dataset: "visits",
  record: "V-1",
  direction: "figure-to-source",
  status: "to-check",
  ...told,
});
