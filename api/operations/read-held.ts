import { z } from "zod";
import { barredFromAnswering, erasureStanding } from "#domain/governance/erasure.ts";
import { hasRole, type Person } from "#domain/people/person.ts";
import { imports } from "#domain/registers/imports.ts";
import { personalData } from "#domain/registers/personal-data.ts";
import { dueForErasure } from "../jobs/erase-due.ts";
import { answerErasure } from "./answer-erasure.ts";
import { askErasure } from "./ask-erasure.ts";
import { nameOf } from "./everybody.ts";
import { exportAudit } from "./export-audit.ts";
import { exportPerson } from "./export-person.ts";
import { holdOriginal } from "./hold-original.ts";
import { openOriginal } from "./open-original.ts";
import { type Call, type Operation, operation } from "./operation.ts";
import { isOverAll } from "./over-all.ts";
import { readPersonalData } from "./read-personal-data.ts";
import { reviewPersonalData } from "./review-personal-data.ts";

const who = [
  "contracts-manager",
  "quality-lead",
  "safeguarding-lead",
  "auditor",
  "senior-leader",
  "ecm-administrator",
] as const;

/** What is held with names in it, which erasures wait, and what of it this person may do. */
export const readHeld = operation({
  name: "read-held",
  method: "GET",
  path: "/personal-data",
  summary: "Originals that are still kept, requests to erase a person that wait, and what you may do about either.",
  who,
  input: z.strictObject({}),
  answer: z.object({
    may: z.object({
      open: z.boolean(),
      hold: z.boolean(),
      exportPerson: z.boolean(),
      askErasure: z.boolean(),
      answerErasure: z.boolean(),
      readMonth: z.boolean(),
      reviewMonth: z.boolean(),
      exportAudit: z.boolean(),
    }),
    /** The newest first. */
    originals: z.array(
      z.object({
        import: z.string(),
        fileName: z.string(),
        sourceSystem: z.string(),
        periodFrom: z.string().optional(),
        periodTo: z.string().optional(),
        byName: z.string(),
        at: z.string(),
        /** The first day it may be erased; absent while a cycle it serves is open or none is there yet. */
        due: z.string().optional(),
        /** Why it is kept beyond that. */
        held: z.string().optional(),
      }),
    ),
    /** Asked for or agreed to, and not carried out; the oldest first. None for who may neither ask nor answer. */
    erasures: z.array(
      z.object({
        key: z.string(),
        subject: z.string(),
        reason: z.string(),
        byName: z.string(),
        at: z.string(),
        agreed: z.boolean(),
        /** Why the asker may not answer it; absent when they may. */
        barred: z.string().optional(),
      }),
    ),
  }),
  async run(_input, call) {
    const may = mayOf(call.person);
    return {
      may,
      originals: may.open || may.hold ? originalsIn(call) : [],
      erasures: may.askErasure || may.answerErasure ? erasuresIn(call) : [],
    };
  },
});

/** Most of it takes the role over the whole organisation; holding an original, over a part of what is in it. */
const mayOf = (person: Person) => {
  const overAll = ({ who }: Pick<Operation, "who">) => who === "anyone" || isOverAll(person, who);
  const { who: holders } = holdOriginal;
  return {
    open: overAll(openOriginal),
    hold: holders === "anyone" || hasRole(person, ...holders),
    exportPerson: overAll(exportPerson) && person.safeguarding,
    askErasure: overAll(askErasure),
    answerErasure: overAll(answerErasure),
    readMonth: overAll(readPersonalData),
    reviewMonth: overAll(reviewPersonalData),
    exportAudit: overAll(exportAudit),
  };
};

function originalsIn({ rows, outside }: Call) {
  const standing = new Map(dueForErasure(outside).standing.map((each) => [each.import, each]));
  return rows
    .all(imports)
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
    .flatMap(({ key, fileName, sourceSystem, periodFrom, periodTo, createdByName, createdAt }) => {
      const stands = standing.get(key);
      if (!stands) return [];
      const { due, held } = stands;
      return [
        { import: key, fileName, sourceSystem, periodFrom, periodTo, byName: createdByName, at: createdAt, due, held },
      ];
    });
}

function erasuresIn({ outside, person }: Call) {
  const log = outside.store.all(personalData);
  return log
    .filter(({ kind }) => kind === "erasure-ask")
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .flatMap((ask) => {
      const standing = erasureStanding(ask, log);
      if (standing !== "asked" && standing !== "agreed") return [];
      const { key, subject, reason, at } = ask;
      const barred = barredFromAnswering(ask, person, log)?.refused.say;
      const byName = ask.by === undefined ? "Line of Sight" : nameOf(outside, ask.by);
      return [{ key, subject, reason, byName, at, agreed: standing === "agreed", barred }];
    });
}
