import type { z } from "zod";
import { extraDaysOf } from "#domain/clocks/extra-days.ts";
import { workingDaysBetween } from "#domain/clocks/working-days.ts";
import { type Gate, gate } from "#domain/cycle/gate.ts";
import { stages } from "#domain/cycle/stages.ts";
import { type Instant, londonDay } from "#domain/day.ts";
import { authorise } from "#domain/people/authorise.ts";
import type { Person } from "#domain/people/person.ts";
import { contracts } from "#domain/registers/contracts.ts";
import type { Cycle } from "#domain/registers/cycles.ts";
import { settings } from "#domain/registers/settings.ts";
import type { Outside } from "../outside.ts";
import type { cycleAnswer } from "./cycle-answer.ts";
import { cycleFacts } from "./cycle-facts.ts";
import { whereToClear } from "./where-to-clear.ts";

type View = z.infer<typeof cycleAnswer>;

/** A cycle with its gate, as the person may see it: blockers about services out of their scope are only counted. */
export async function cycleView(outside: Outside, cycle: Cycle, person: Person, now: Instant): Promise<View> {
  const { store } = outside;
  const contract = store.one(contracts, cycle.contract);
  const nation = contract?.nation ?? "england-and-wales";
  const extra = extraDaysOf(store.all(settings)[0], nation);
  const today = londonDay(now);
  const late = cycle.due < today;
  const days = late
    ? workingDaysBetween(cycle.due, today, nation, extra)
    : workingDaysBetween(today, cycle.due, nation, extra);
  return {
    key: cycle.key,
    etag: cycle.etag,
    name: cycle.name,
    contract: cycle.contract,
    commissioner: contract?.commissioner ?? "",
    period: { from: cycle.periodFrom, to: cycle.periodTo },
    stage: cycle.stage,
    step: stages.indexOf(cycle.stage) + 1,
    due: cycle.due,
    workingDaysLeft: late ? -days : days,
    ...(cycle.cutOffAt && { cutOffAt: cycle.cutOffAt }),
    gate:
      cycle.stage === "closed"
        ? open
        : gateView(gate(cycle.stage, await cycleFacts(outside, cycle.key), now), cycle.key, person),
  };
}

const open = { clear: true, blockers: [], excepted: [], qualified: [] };

function gateView({ clear, blockers, excepted, qualified }: Gate, cycle: string, person: Person): View["gate"] {
  const seen = blockers.filter(({ subject }) =>
    authorise(person, "anyone", "read", {
      contract: subject.contract,
      services: subject.services ?? [],
      safeguarding: subject.category === "safeguarding",
    }),
  );
  const hidden = blockers.length - seen.length;
  return {
    clear,
    blockers: [
      ...seen.map((each) => ({
        check: each.check,
        say: each.say,
        who: each.who,
        clear: each.clear,
        severity: each.severity,
        link: whereToClear(cycle, each),
        ...(each.by && { by: each.by }),
      })),
      ...(hidden > 0 ? [elsewhere(hidden)] : []),
    ],
    excepted: excepted.map(({ say }) => say),
    qualified: qualified.map(({ say }) => say),
  };
}

const elsewhere = (count: number) => ({
  check: "elsewhere",
  say: `${count} more in services that you do not look after.`,
  who: "their managers",
  clear: "Nothing for you to do.",
  severity: "blocking",
  link: "/cycles",
});
