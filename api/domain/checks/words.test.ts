import { describe, expect, it } from "vitest";
import {
  aCommentary,
  aFigure,
  anImport,
  anIndicator,
  aPack,
  aReview,
  asks,
  aTheme,
  decisions,
  facts,
  now,
  plans,
} from "../../../test/support/facts.ts";
import { anAction, aValidationRow } from "../../../test/support/rows.ts";
import type { Facts } from "./facts.ts";
import { checks, findAll } from "./index.ts";

const { cycle, specification, evidenceMap } = facts();
const asked = { ...aReview, status: "asked", answer: undefined, due: "2026-10-14" } as const;
const aboutPack = { ...asked, subjectKind: "specification", subject: specification.key } as const;
const aboutIndicator = { ...aReview, subjectKind: "indicator", subject: anIndicator.key, answer: "partly" } as const;
const corrected = { treatment: "data-correction", correctedBy: "amina", status: "closed" } as const;
const revised = {
  ...aFigure,
  status: "revised",
  snapshot: "def",
  key: "revised-1",
  cycle: "westshire-2026-q2",
} as const;
const repeated = { ...aTheme, verdicts: [], firstSeen: "2026-01-01", cyclesSeen: ["westshire-2026-q1", cycle.key] };

/** What can be wrong with a cycle, so that between them every check speaks. */
const spoilt: Readonly<Record<string, Partial<Facts>>> = {
  "nothing is mapped or defined": { evidenceMap: [], indicators: [], plans: [], validationLog: [], packs: [] },
  "a source nobody looks after": {
    evidenceMap: evidenceMap.map((each) => ({ ...each, owner: undefined, status: "broken" })),
  },
  "a definition nobody agreed or tested": { indicators: [{ ...anIndicator, status: "draft", tests: [] }] },
  "a specification without sections": { specification: { ...specification, sections: [], status: "draft" } },
  "open questions": { reviews: [asked, aboutPack, aboutIndicator] },
  "a manager who knows better": { reviews: [{ ...aReview, answer: "no", indicator: "missed-visits" }] },
  "nothing came in": { imports: [] },
  "rows nobody could read": { imports: [{ ...anImport, rejected: 3, missingColumns: ["Planned start"] }] },
  "no cut-off": { cycle: { ...cycle, cutOffAt: undefined }, figures: [], reviews: [] },
  "a blocked figure": { figures: [{ ...aFigure, rating: "blocked", blockedReason: "a column is missing" }] },
  "open checks": {
    plans,
    validationLog: (["to-check", "discrepancy", "cause-given", "treated", "re-checked"] as const).map((status) =>
      aValidationRow({ status, plan: plans[0]?.key ?? "" }),
    ),
  },
  "a correction without a reason": { validationLog: [aValidationRow(corrected)] },
  "figures nobody explained": { commentary: [] },
  "words that are wrong, stale, unsupported and too long": {
    commentary: [
      { ...aCommentary, text: `Missed visits were 9.9 % [missed-visits]. All is well. ${"So it is. ".repeat(60)}` },
    ],
  },
  "a theme that comes back": { themes: [repeated], actions: [anAction({ status: "open" })] },
  "an action that proves nothing": { actions: [anAction({ status: "effective", evidence: [] })] },
  "a pack its author signs": { packs: [{ ...aPack, authors: ["quality"] }] },
  "a pack that changed after it was signed": {
    signOffs: [...asks, ...decisions].map((row) => ({ ...row, contentHash: "another" })),
  },
  "nobody answers": { signOffs: asks.map((row) => ({ ...row, due: "2026-10-01" })) },
  "a pack sent unfiled": { packs: [{ ...aPack, files: [], manifestHash: undefined, route: "secure-email" }] },
  "a pack not sent": { packs: [{ ...aPack, submittedAt: undefined, submittedBy: undefined, status: "draft" }] },
  "a figure that comes out differently now": { figures: [aFigure, revised] },
  "the store was touched": {
    changedOutside: [{ register: "packs", key: aPack.key, title: aPack.name }],
    auditFaults: ["a record is missing"],
  },
};

const keyed = new Set<string>([anIndicator.code, "amina", "owner", "somebody"]);

/** Every key in the facts, also where another row refers to it, made recognisable; names stay as they are. */
function withCanaries(value: unknown, field = ""): unknown {
  if (Array.isArray(value)) return value.map((each) => withCanaries(each, field));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withCanaries(each, name)]));
  if (typeof value !== "string" || field === "name") return value;
  if (field === "text") return value.replaceAll(`[${anIndicator.code}`, `[canary-${anIndicator.code}`);
  return keyed.has(value) ? `canary-${value}` : value;
}

function collectKeys(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const [name, each] of Object.entries(value)) {
    if ((name === "key" || name === "id") && typeof each === "string") keyed.add(each);
    collectKeys(each);
  }
}

const found = Object.entries(spoilt).map(([what, told]) => {
  const whole = facts(told);
  collectKeys(whole);
  return [what, findAll({ ...(withCanaries(whole) as Facts), sha256: whole.sha256 }, now)] as const;
});

describe("what the checks say", () => {
  it("is heard from every check", () => {
    const heard = new Set(found.flatMap(([, warnings]) => warnings.map(({ check }) => check)));
    expect(checks.map(({ id }) => id).filter((id) => !heard.has(id))).toEqual([]);
  });

  it.each(found)(
    "names people’s names for things, and days as they are spoken, when there is %s",
    (_what, warnings) => {
      for (const { say, clear, subject } of warnings) {
        const words = [say, clear, subject.title].join(" | ");
        expect(words).not.toMatch(/canary-/);
        expect(words).not.toMatch(/\d{4}-\d{2}-\d{2}/);
        expect(say).toMatch(/\.$/);
      }
    },
  );
});
