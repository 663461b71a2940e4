import { z } from "zod";
import { personalData } from "#domain/registers/personal-data.ts";
import { dueForErasure } from "../jobs/erase-due.ts";
import { nameOf } from "./everybody.ts";
import { operation } from "./operation.ts";
import { isOverAll, notOverAll } from "./over-all.ts";

const who = ["auditor", "senior-leader", "safeguarding-lead"] as const;

/** A month of what was opened and given out, for the monthly review; what is held, and what is to be erased next. */
export const readPersonalData = operation({
  name: "read-personal-data",
  method: "GET",
  path: "/personal-data/:month",
  summary: "Who opened what with names or restricted answers in a month, what is held, and what is to be erased.",
  who,
  input: z.strictObject({ month: z.string().regex(/^\d{4}-\d{2}$/, "must be a month such as 2026-10") }),
  answer: z.object({
    entries: z.array(
      z.object({
        key: z.string(),
        kind: z.string(),
        about: z.string(),
        subject: z.string(),
        reason: z.string(),
        by: z.string(),
        at: z.string(),
      }),
    ),
    opened: z.array(
      z.object({ person: z.string(), did: z.string(), register: z.string(), rows: z.number(), last: z.string() }),
    ),
    originals: z.array(
      z.object({ import: z.string(), due: z.string().optional(), held: z.string().optional(), now: z.boolean() }),
    ),
    reviewed: z.object({ by: z.string(), at: z.string() }).optional(),
  }),
  async run({ month }, { outside, person }) {
    if (!isOverAll(person, who)) return notOverAll();
    const named = (id: string | undefined) => (id === undefined ? "Line of Sight" : nameOf(outside, id));
    const log = outside.store.all(personalData).toSorted((a, b) => (a.at < b.at ? -1 : 1));
    const review = log.findLast(({ kind, subject }) => kind === "review" && subject === month);
    const { standing, due } = dueForErasure(outside);
    const dueNow = new Set(due.map((each) => each.import));
    return {
      entries: log
        .filter(({ at }) => at.startsWith(month))
        .map(({ key, kind, about, subject, reason, by, at }) => ({
          key,
          kind,
          about,
          subject,
          reason,
          by: named(by),
          at,
        })),
      opened: (await openedIn(outside, month)).map(({ actor, ...each }) => ({ ...each, person: named(actor) })),
      originals: standing.map((each) => ({
        import: each.import,
        ...(each.due && { due: each.due }),
        ...(each.held && { held: each.held }),
        now: dueNow.has(each.import),
      })),
      ...(review && { reviewed: { by: named(review.by), at: review.at } }),
    };
  },
});

interface OpenedCount {
  readonly actor: string;
  readonly did: string;
  readonly register: string;
  rows: number;
  last: string;
}

/** Counts of what the audit trail says was opened or given out in the month: by person, what and register. */
async function openedIn(
  { sharePoint }: Parameters<typeof nameOf>[0] & { readonly sharePoint: { readonly trail: Trail } },
  month: string,
): Promise<readonly OpenedCount[]> {
  const counts = new Map<string, OpenedCount>();
  for await (const page of sharePoint.trail.events())
    for (const { actor, did, register, at } of page) {
      if (!at.startsWith(month) || !/\.(open|export)$/.test(did)) continue;
      const name = JSON.stringify([actor, did, register]);
      const count = counts.get(name) ?? { actor, did, register, rows: 0, last: at };
      count.rows += 1;
      if (count.last < at) count.last = at;
      counts.set(name, count);
    }
  return [...counts.values()].toSorted((a, b) => b.rows - a.rows);
}

type Trail = { events(): AsyncGenerator<readonly { actor: string; did: string; register: string; at: string }[]> };
