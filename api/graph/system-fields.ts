import type { Act } from "#domain/ports.ts";
import type { Moved, Row } from "#domain/register/register.ts";
import { historyNote } from "./row-fields.ts";

const SYSTEM = { id: "system", name: "Line of Sight" };

/** Whoever does it, by Entra object id and name. */
export const actorOf = ({ by }: Act): { readonly id: string; readonly name: string } =>
  by === "system" ? SYSTEM : { id: by.id, name: by.name };

/** What the system keeps of a change: who, when, its audit event, and one entry more in the row's own history. */
export function changedFields(act: Act, event: string, at: string, before: Row | undefined) {
  const by = actorOf(act);
  const { from, to, reason } = act;
  const moved: Moved = {
    at,
    by: by.id,
    byName: by.name,
    did: act.did,
    ...(from && { from }),
    ...(to && { to }),
    ...(reason && { reason }),
    event,
  };
  const history = historyNote([...(before?.history ?? []), moved]);
  return { changedAt: at, changedBy: by.id, changedByName: by.name, auditEvent: event, history };
}

/** The same for the first time. */
export function createdFields(act: Act, event: string, at: string) {
  const changed = changedFields(act, event, at, undefined);
  return { ...changed, createdAt: at, createdBy: changed.changedBy, createdByName: changed.changedByName };
}
