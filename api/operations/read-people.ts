import { z } from "zod";
import { askedOf, barredFromAgreeing, mayAgree } from "#domain/people/rights.ts";
import { contracts } from "#domain/registers/contracts.ts";
import { type PersonRow, people } from "#domain/registers/people.ts";
import { services } from "#domain/registers/services.ts";
import { nameOf } from "./everybody.ts";
import { type Call, operation } from "./operation.ts";

const rights = z.object({
  assignments: z.array(
    z.object({
      role: z.string(),
      over: z.string(),
      where: z.array(z.string()),
      from: z.string().optional(),
      to: z.string().optional(),
    }),
  ),
  safeguarding: z.boolean(),
  deputy: z.string().optional(),
});

const named = z.array(z.object({ key: z.string(), name: z.string() }));

/** Everybody with their rights, and the changes of rights that wait for a second person. */
export const readPeople = operation({
  name: "read-people",
  method: "GET",
  path: "/people",
  summary: "Everybody's roles, scope and deputies, and the changes that wait for a second person.",
  who: mayAgree,
  input: z.strictObject({}),
  answer: z.object({
    people: z.array(
      rights.extend({
        key: z.string(),
        etag: z.string(),
        person: z.string(),
        name: z.string(),
        jobTitle: z.string(),
        status: z.enum(["asked-for", "active", "left"]),
        away: z.object({ from: z.string(), to: z.string().optional() }).optional(),
        /** The account is disabled or deleted in the directory: whatever the register says, they get nothing. */
        noAccount: z.boolean(),
        asked: rights
          .extend({
            status: z.enum(["active", "left"]),
            byName: z.string(),
            at: z.string(),
            reason: z.string(),
            /** Why the asker may not agree to it; absent when they may. */
            barred: z.string().optional(),
          })
          .optional(),
      }),
    ),
    regions: z.array(z.string()),
    services: named,
    contracts: named,
  }),
  async run(_input, call) {
    const { rows, outside } = call;
    const all = outside.store.all(services);
    return {
      people: rows
        .all(people)
        .toSorted((a, b) => a.name.localeCompare(b.name, "en-GB"))
        .map((row) => shown(row, call)),
      regions: [...new Set(all.flatMap(({ region }) => region ?? []))].toSorted(),
      services: all.map(({ key, name }) => ({ key, name })),
      contracts: outside.store.all(contracts).map(({ key, name }) => ({ key, name })),
    };
  },
});

function shown(row: PersonRow, { outside, person }: Call) {
  const asked = askedOf(row);
  return {
    ...plain(row),
    key: row.key,
    etag: row.etag,
    person: row.person,
    name: row.name,
    jobTitle: row.jobTitle ?? "",
    status: row.status,
    noAccount: row.status === "active" && outside.accounts.closed(row.person),
    ...(row.absentFrom && { away: { from: row.absentFrom, to: row.absentTo } }),
    ...(asked && {
      asked: {
        ...plain(asked),
        status: asked.status,
        byName: nameOf(outside, asked.by),
        at: asked.at,
        reason: row.askedReason ?? "",
        barred: barredFromAgreeing(row, person)?.refused.say,
      },
    }),
  };
}

const plain = ({
  assignments = [],
  safeguarding,
  deputy,
}: Pick<PersonRow, "assignments" | "safeguarding" | "deputy">) => ({
  assignments: assignments.map(({ role, over, where = [], from, to }) => ({ role, over, where: [...where], from, to })),
  safeguarding,
  deputy,
});
