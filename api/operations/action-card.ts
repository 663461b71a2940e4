import { isDone } from "#domain/actions/moves.ts";
import { daysBetween, type Instant, londonDay } from "#domain/day.ts";
import { type Action, actions } from "#domain/registers/actions.ts";
import { services } from "#domain/registers/services.ts";
import type { Outside } from "../outside.ts";
import type { ActionCardFacts } from "./card-facts.ts";
import { nameOf } from "./everybody.ts";

/** What the owner may do from the card. */
export const actionVerbs = ["progress", "offer-evidence", "more-time"] as const;

/** What a reminder card tells about an action, as it stands now; never progress or evidence, which are restricted. */
export function actionCard(
  outside: Outside,
  action: Action,
  now: Instant,
  { nonce, answered }: Pick<ActionCardFacts, "nonce" | "answered">,
): ActionCardFacts {
  const { key, service, deadline, evidenceRequired } = action;
  const today = londonDay(now);
  return {
    key,
    title: action.action,
    ...(service && { service: outside.store.one(services, service)?.name ?? service }),
    owner: nameOf(outside, action.owner),
    due: deadline,
    daysOverdue: Math.max(0, daysBetween(deadline, today)),
    ...(evidenceRequired && !actions.fields.evidenceRequired.restricted && { evidenceRequired }),
    link: `/actions/${key}`,
    ...(answered && { answered }),
    ...(isDone(action) ? { done: true } : nonce && { nonce }),
  };
}
