import { z } from "zod";
import { canBeDue, daysPast, rowStates, selectRows } from "#domain/actions/select-rows.ts";
import { londonDay } from "#domain/day.ts";
import { notFound } from "#domain/errors.ts";
import { refuse } from "#domain/refusal.ts";
import type { Register } from "#domain/register/register.ts";
import { registerBySlug } from "#domain/registers/index.ts";
import { linkTo } from "./cycle-answer.ts";
import { operation } from "./operation.ts";
import { briefOf, headlineOf } from "./row-words.ts";

const MOST = 20;

/** Finds what is overdue, due soon or not finished in any register, e.g. overdue safeguarding actions at one service. */
export const findRows = operation({
  name: "find-rows",
  method: "GET",
  path: "/registers/:register/found",
  summary: "What is overdue, due or open in a register, within what you may see.",
  who: "anyone",
  input: z.strictObject({
    register: z.string(),
    state: z.enum(rowStates),
    view: z.string().max(120).optional(),
    category: z.string().max(60).optional(),
    service: z.string().max(120).optional(),
    contract: z.string().max(120).optional(),
  }),
  answer: z.object({
    asOf: z.string(),
    total: z.number(),
    rows: z.array(
      z.object({
        key: z.string(),
        headline: z.string(),
        facts: z.array(z.object({ label: z.string(), value: z.string() })),
        daysOverdue: z.number().optional(),
        link: z.string(),
      }),
    ),
  }),
  async run({ register: slug, view, ...query }, call) {
    const register = registerBySlug(slug);
    if (!register) throw notFound("register", slug);
    if (!canBeDue(register))
      return refuse(
        "register.nothing-due",
        `${register.title} has nothing that is open or due.`,
        "Open it in the tab to see what is in it.",
      );
    const today = londonDay(call.now);
    const found = selectRows(register, call.rows.all(register), query, today).filter(inView(register, view));
    return {
      asOf: call.now,
      total: found.length,
      rows: found.slice(0, MOST).map((row) => {
        const daysOverdue = daysPast(register, row, today);
        return {
          key: row.key,
          headline: headlineOf(register, row),
          facts: briefOf(register, row, call),
          ...(daysOverdue !== undefined && { daysOverdue }),
          link: linkTo({ subject: { register: slug, key: row.key, title: "" } }),
        };
      }),
    };
  },
});

/** Rows of a view of the register: all of them when it is none of its views or holds every row. */
const inView = ({ views }: Register, name: string | undefined) => {
  const where = views.find((each) => each.name === name)?.where;
  return (row: object): boolean => where === undefined || where.is.includes(String(Reflect.get(row, where.field)));
};
