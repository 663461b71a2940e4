import { describe, expect, it } from "vitest";
import { anImport, facts } from "../../../test/support/facts.ts";
import { kept } from "../../../test/support/rows.ts";
import type { PersonalDataRow } from "../registers/personal-data.ts";
import { originalsDue, originalsStanding } from "./originals-due.ts";

const { cycle } = facts();
const closed = {
  ...cycle,
  stage: "closed",
  history: [{ at: "2026-11-02T10:00:00Z", by: "a", byName: "A", did: "cycle.move", from: "improve", to: "closed" }],
} as const;
const later = { ...closed, key: "eastmoor", history: [{ ...closed.history[0], at: "2026-11-20T10:00:00Z" }] };
const original = { ...anImport, sourcePath: "originals/a.gz" };
const entry = (kind: PersonalDataRow["kind"], at: string): PersonalDataRow => ({
  ...kept(`${kind}-${at}`),
  kind,
  about: "original",
  subject: original.key,
  reason: "A complaint is open",
  at,
});
const due = (told: Parameters<typeof originalsStanding>, now: string) =>
  originalsDue(originalsStanding(...told), now).map((each) => each.import);

describe("an original export", () => {
  it.each([
    ["on the ninetieth day after its cycle closed", [closed], "2027-01-31T09:00:00Z", true],
    ["on the day before", [closed], "2027-01-30T23:59:00Z", false],
    ["while its cycle is open", [cycle], "2030-01-01T09:00:00Z", false],
    [
      "while another cycle over the same days is open",
      [closed, { ...cycle, key: "eastmoor" }],
      "2030-01-01T09:00:00Z",
      false,
    ],
    ["90 days after the last of several closed", [closed, later], "2027-02-18T09:00:00Z", true],
    ["90 days after the first of several closed", [closed, later], "2027-02-17T09:00:00Z", false],
    ["when it serves no cycle", [], "2030-01-01T09:00:00Z", false],
  ])("%s is due: %#", (_when, cycles, now, expected) => {
    expect(due([[original], cycles, []], now)).toEqual(expected ? [original.key] : []);
  });

  it("is kept while it is held, and due again once released", () => {
    const hold = entry("hold", "2026-12-01T09:00:00Z");
    const release = entry("release", "2027-03-01T09:00:00Z");
    expect(due([[original], [closed], [hold]], "2030-01-01T09:00:00Z")).toEqual([]);
    expect(due([[original], [closed], [release, hold]], "2030-01-01T09:00:00Z")).toEqual([original.key]);
    const again = entry("hold", "2027-04-01T09:00:00Z");
    expect(due([[original], [closed], [again, release, hold]], "2030-01-01T09:00:00Z")).toEqual([]);
  });

  it("that is erased is not due a second time", () => {
    const gone = { ...original, originalErasedAt: "2027-02-01T09:00:00Z" };
    expect(due([[gone], [closed], []], "2030-01-01T09:00:00Z")).toEqual([]);
  });
});
