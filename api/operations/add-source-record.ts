import { z } from "zod";
import { drawnEntries } from "#domain/assurance/drawn-entries.ts";
import { sayRecord } from "#domain/assurance/say-record.ts";
import { LineOfSightError, notFound } from "#domain/errors.ts";
import { isRefusal, type Refusal, refuse } from "#domain/refusal.ts";
import { type AssurancePlan, assurancePlans } from "#domain/registers/assurance-plans.ts";
import { validationLog } from "#domain/registers/validation-log.ts";
import { scopeOfCycle } from "../records/cycle-figures.ts";
import { checkMove } from "./check-move.ts";
import { cutOffFiles } from "./cut-off-files.ts";
import { type Call, operation } from "./operation.ts";
import { rowAnswer } from "./row-answer.ts";
import { checkOfEntry, lookUp, type SourceEntry } from "./source-entry.ts";

const matched = z.object({ record: z.string(), service: z.string(), day: z.string(), says: z.string() });

/**
 * From the source to the figures: the checker enters what stands in the independent source and sees what the data has
 * of it; with a result, the check is written down.
 */
export const addSourceRecord = operation({
  name: "add-source-record",
  method: "POST",
  path: "/plans/:key/records",
  summary: "Enter a record found in an independent source, and see what the data has of it.",
  who: ["auditor", "external-reviewer"],
  input: z.strictObject({
    key: z.string(),
    /** Which entry of the source, as drawn. */
    entry: z.number().int().min(1),
    service: z.string(),
    day: z.iso.date("must be a date such as 2026-08-31"),
    /** When it was due or happened, London time; narrows visits down. */
    time: z
      .string()
      .regex(/^\d{2}:\d{2}$/, "must be a time such as 08:30")
      .optional(),
    /** The person's reference in the care system; never a name. It is not kept. */
    person: z.string().trim().min(1).max(60).optional(),
    /** The record's own number, when the source names it, or the match chosen. */
    record: z.string().trim().min(1).max(255).optional(),
    /** What the source says: numbers, times and codes. */
    value: z.string().trim().min(1, "say what stands in the source").max(2000),
    /** Without it nothing is written: what the data has is shown. */
    result: z.enum(["agrees", "differs", "not-found"]).optional(),
  }),
  answer: z.object({ matches: z.array(matched), check: rowAnswer.optional() }),
  async run({ key, result, ...entry }, call) {
    const plan = call.rows.one(assurancePlans, key);
    if (!plan) throw notFound("assurance plan", key);
    const refused = notDrawn(plan, entry.entry);
    if (refused) return refused;
    const found = await foundIn(call, plan, entry);
    if (isRefusal(found)) return found;
    const matches = found.map((row) => ({
      record: String(row.record),
      service: String(row.service),
      day: String(row.day),
      says: sayRecord(plan.dataset, row),
    }));
    if (result === undefined) return { matches };
    const answers = checkOfEntry(plan, entry, { result, found });
    if (isRefusal(answers)) return answers;
    const rowKey = `${key}-${String(entry.entry).padStart(2, "0")}`;
    const { row } = await call.rows.add(validationLog, rowKey, answers, { by: call.person, did: "check.open" });
    const check = await checkMove(
      call,
      row,
      result === "agrees"
        ? { move: "agrees", sourceValue: entry.value }
        : { move: "differs", result, sourceValue: entry.value },
    );
    return isRefusal(check) ? check : { matches, check };
  },
});

function notDrawn({ direction, drawnAt, seed = "", size, frameSize = 0 }: AssurancePlan, entry: number) {
  if (direction !== "source-to-figure")
    return refuse(
      "source.other-direction",
      "This plan checks records of the data, which are drawn, not entered.",
      "Check the records drawn, or choose the plan of an independent source.",
    );
  if (drawnAt === undefined)
    return refuse(
      "source.not-drawn",
      "The entries of this source are not drawn yet.",
      "The person who draws does so first.",
    );
  const drawn = drawnEntries(seed, { entries: frameSize, size });
  return drawn.includes(entry)
    ? undefined
    : refuse(
        "source.other-entry",
        `Entry ${entry} was not drawn: nobody chooses what is checked.`,
        `Look up ${drawn.length === 0 ? "none" : `entries ${drawn.join(", ")}`}.`,
      );
}

async function foundIn({ outside }: Call, plan: AssurancePlan, entry: SourceEntry) {
  if (!plan.cycle)
    throw new LineOfSightError("invalid", "This plan belongs to no cycle.", { facts: { key: plan.key } });
  const scope = scopeOfCycle(outside.store, plan.cycle);
  const files = await cutOffFiles(outside, scope);
  if (isRefusal(files)) return files;
  if (entry.day < scope.period.from || entry.day > scope.period.to) return outsidePeriod(entry.day);
  if (!scope.services.some(({ key }) => key === entry.service)) return otherService(entry.service);
  return lookUp(outside, { files, plan, entry });
}

const outsidePeriod = (day: string): Refusal =>
  refuse("source.outside-period", `${day} is not in the period of this cycle.`, "Choose an entry within the period.");

const otherService = (service: string): Refusal =>
  refuse(
    "source.other-service",
    `“${service}” is not a service of this contract.`,
    "Choose one of the contract’s services.",
  );
