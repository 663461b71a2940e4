import { createContext, use } from "react";
import type { me } from "#api/operations/me.ts";
import type { Role } from "#domain/people/role.ts";
import type { AnswerOf } from "../ask/answer-of.ts";

export type Me = AnswerOf<typeof me>;

/** Whoever is signed in, as the people register has them. */
export const MeContext = createContext<Me | null>(null);

export function useMe(): Me {
  const me = use(MeContext);
  if (!me) throw new Error("Rendered without a MeContext.");
  return me;
}

export const holds = ({ roles }: Me, ...wanted: readonly Role[]): boolean =>
  wanted.some((role) => roles.includes(role));
