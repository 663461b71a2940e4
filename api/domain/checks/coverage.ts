import { addDays, type Day, londonDay } from "../day.ts";
import { datasets } from "../figures/dataset.ts";
import { monthPeriod, type Period } from "../period.ts";
import type { MappedSource } from "../registers/evidence-map.ts";
import type { Import } from "../registers/imports.ts";

/** Kinds of record that exist on every day, so that their first and last day say which days a file covers. */
const daily: readonly MappedSource["dataset"][] = ["visits", "planned-visits"];

/**
 * The first run of days in the period that no accepted import of the source covers; undefined when all are. Records that
 * do not happen every day (a month may pass without a complaint) are taken to cover the whole months their file touches.
 * A source whose every export replaces the last covers the period when one was accepted after it ended.
 */
export function uncoveredDays(source: MappedSource, imports: readonly Import[], period: Period): Period | undefined {
  const accepted = imports.filter((each) => each.status === "accepted" && isOf(each, source));
  if (source.dataset !== undefined && datasets[source.dataset].split === "whole")
    return accepted.some((each) => londonDay(each.acceptedAt ?? each.createdAt) > period.to) ? undefined : period;
  const spans = accepted.flatMap((each) => spanOf(each, source)).toSorted((a, b) => a.from.localeCompare(b.from));
  return firstGap(spans, period);
}

const isOf = ({ profile, files = [] }: Import, source: MappedSource): boolean =>
  source.profile === undefined ? files.some(({ dataset }) => dataset === source.dataset) : profile === source.profile;

function spanOf({ periodFrom, periodTo }: Import, { dataset }: MappedSource): readonly Period[] {
  if (periodFrom === undefined || periodTo === undefined) return [];
  if (daily.includes(dataset)) return [{ from: periodFrom, to: periodTo }];
  return [{ from: monthPeriod(periodFrom.slice(0, 7)).from, to: monthPeriod(periodTo.slice(0, 7)).to }];
}

function firstGap(spans: readonly Period[], { from, to }: Period): Period | undefined {
  let next: Day = from;
  for (const span of spans) {
    if (span.from > next) return { from: next, to: addDays(span.from, -1) < to ? addDays(span.from, -1) : to };
    if (span.to >= next) next = addDays(span.to, 1);
    if (next > to) return undefined;
  }
  return { from: next, to };
}
