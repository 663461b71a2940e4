import { z } from "zod";
import type { Kept, Register } from "#domain/register/register.ts";

/** A row as people get it: its key, version and history, and its answers. Restricted answers only when asked for with the right. */
export const rowAnswer = z.object({
  key: z.string(),
  etag: z.string(),
  headline: z.string(),
  answers: z.record(z.string(), z.unknown()),
  withheld: z.array(z.string()),
  changedAt: z.string(),
  changedByName: z.string(),
  createdAt: z.string(),
  createdByName: z.string(),
  history: z.array(
    z.object({
      at: z.string(),
      by: z.string(),
      byName: z.string(),
      did: z.string(),
      from: z.string().optional(),
      to: z.string().optional(),
      reason: z.string().optional(),
    }),
  ),
});

export type RowAnswer = z.infer<typeof rowAnswer>;

type Shown = "withheld" | "shown";
const made: Readonly<Record<Shown, WeakMap<Kept, RowAnswer>>> = { withheld: new WeakMap(), shown: new WeakMap() };

/**
 * Lists never carry restricted answers; the page of one row does, for who may open it. Made once for a version of a row,
 * and forgotten with it: rows in memory never change.
 */
export function answerOf(register: Register, row: Kept, restricted: Shown): RowAnswer {
  const known = made[restricted].get(row);
  if (known) return known;
  const answer = newAnswerOf(register, row, restricted);
  made[restricted].set(row, answer);
  return answer;
}

function newAnswerOf(register: Register, row: Kept, restricted: Shown): RowAnswer {
  const values: Readonly<Record<string, unknown>> = { ...row };
  const shown: Record<string, unknown> = {};
  const withheld: string[] = [];
  for (const [name, field] of Object.entries(register.fields)) {
    if (values[name] === undefined) continue;
    if (field.restricted && restricted === "withheld") withheld.push(name);
    else shown[name] = values[name];
  }
  const { key, etag, changedAt, changedByName, createdAt, createdByName, history } = row;
  const headline = String(values[register.headline] ?? key);
  return {
    key,
    etag,
    headline,
    answers: shown,
    withheld,
    changedAt,
    changedByName,
    createdAt,
    createdByName,
    history: [...history],
  };
}
