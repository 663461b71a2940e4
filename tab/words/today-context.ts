import { createContext, use } from "react";
import type { Day } from "#domain/day.ts";

/** The London day it is for the server: the tab has no calendar of its own. */
export const TodayContext = createContext<Day | null>(null);

export function useToday(): Day {
  const today = use(TodayContext);
  if (!today) throw new Error("Rendered without a TodayContext.");
  return today;
}
