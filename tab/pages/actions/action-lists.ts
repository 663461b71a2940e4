import type { RowAnswer } from "#api/operations/row-answer.ts";
import { byDueState } from "#domain/actions/due-state.ts";
import type { Day } from "#domain/day.ts";
import type { Action } from "#domain/registers/actions.ts";
import type { Scope } from "../../frame/scope.ts";

/** An action as lists show it: restricted answers stay in its own page. */
export interface ListedAction {
  readonly key: string;
  readonly action: string;
  readonly owner: string;
  readonly deadline: Day;
  readonly status: Action["status"];
  readonly service?: string;
  readonly contract?: string;
  readonly category: string;
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

export const listed = ({ key, headline, answers }: RowAnswer): ListedAction => ({
  key,
  action: headline,
  owner: text(answers.owner),
  deadline: text(answers.deadline),
  status: text(answers.status) as Action["status"],
  category: text(answers.category),
  ...(answers.service ? { service: text(answers.service) } : {}),
  ...(answers.contract ? { contract: text(answers.contract) } : {}),
});

/** Whose actions: one's own, those of the services one looks after, or all one may see. */
export type Whose = "mine" | "services" | "all";

interface Choice {
  readonly whose: Whose;
  readonly me: string;
  readonly services: readonly string[];
  readonly scope: Scope;
}

/** The actions chosen, in groups by when they are due. */
export function grouped(actions: readonly ListedAction[], { whose, me, services, scope }: Choice, today: Day) {
  const chosen = actions
    .filter(({ owner, service }) => {
      if (whose === "mine") return owner === me;
      return whose === "all" || (service !== undefined && services.includes(service));
    })
    .filter(({ service }) => !scope.service || service === scope.service)
    .filter(({ contract }) => !scope.contract || contract === scope.contract);
  return byDueState(chosen, today);
}
