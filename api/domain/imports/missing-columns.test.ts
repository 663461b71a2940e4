import { describe, expect, it } from "vitest";
import { columnsLacking, columnsWithout, lackingHeadings, sparedHeadings, standingOf } from "./missing-columns.ts";
import { accessAdultVisits } from "./profiles/access-adult-visits.ts";
import { complaints } from "./profiles/complaints.ts";
import { shippedProfiles } from "./shipped-profiles.ts";

describe("a heading a file can be read without", () => {
  it("fills nothing but columns that may be empty", () => {
    expect(sparedHeadings(complaints)).toEqual(["Answered Date", "Outcome"]);
    expect(sparedHeadings(accessAdultVisits)).not.toContain("StartTimeClaimed");
  });

  it("is none that tells one record from the next, in any profile", () => {
    for (const profile of shippedProfiles) {
      const { record } = profile;
      const own = "from" in record ? [record.from] : record.keyOf.headings;
      expect(sparedHeadings(profile).filter((heading) => own.includes(heading))).toEqual([]);
    }
  });

  it("leaves every column empty that rests on it", () => {
    expect(columnsWithout(complaints, ["Answered Date"])).toEqual(["answered_day"]);
    expect(columnsWithout(accessAdultVisits, ["ActualStartTime"])).toContain("actual_start");
  });
});

const brought = (key: string, status: "accepted" | "refused" | "received", day: string, missingColumns?: string[]) => ({
  key,
  status,
  profile: "complaints",
  createdAt: `2026-10-${day}T08:00:00.000Z`,
  missingColumns,
});
const without = ["Outcome"];

describe("what the data in use lacks", () => {
  it.each([
    ["nothing", [brought("a", "accepted", "01")], ["a"], undefined],
    ["the column of an import in use", [brought("a", "accepted", "01", without)], ["a"], without],
    [
      "nothing of an import that was replaced",
      [brought("a", "accepted", "01", without), brought("b", "accepted", "02")],
      ["b"],
      undefined,
    ],
    [
      "the column of another month’s import still in use",
      [brought("a", "accepted", "01", without), brought("b", "accepted", "02")],
      ["a", "b"],
      without,
    ],
    [
      "the column that had the newest refused",
      [brought("a", "accepted", "01"), brought("b", "refused", "02", ["Theme"])],
      ["a"],
      ["Theme"],
    ],
    [
      "nothing once another came in after the refused one",
      [brought("b", "refused", "02", ["Theme"]), brought("c", "accepted", "03")],
      ["c"],
      undefined,
    ],
    ["nothing of what was only looked at", [brought("a", "received", "01", without)], [], undefined],
  ])("is %s", (_, imports, used, expected) => {
    const lacking = lackingHeadings(
      imports,
      used.map((key) => ({ import: key })),
    );
    expect(lacking.get("complaints")).toEqual(expected);
  });

  it("is told by dataset and column for the figures", () => {
    expect(columnsLacking(new Map([["complaints", ["Outcome", "Theme"]]]), shippedProfiles)).toEqual({
      complaints: ["theme", "outcome"],
    });
  });
});

describe("a mapped source", () => {
  const lacking = new Map([["complaints", without]]);
  const source = { status: "confirmed", profile: "complaints", columns: ["Outcome"], confirmedBy: "somebody" } as const;
  const whole = new Map<string, readonly string[]>();

  it.each([
    ["breaks when a column it names is missing", source, lacking, "broken"],
    ["stays as it is when another is missing", { ...source, columns: ["Theme"] }, lacking, "confirmed"],
    ["stays as it is when another export is the one", { ...source, profile: "feedback" }, lacking, "confirmed"],
    ["is whole again, still confirmed by somebody", { ...source, status: "broken" }, whole, "confirmed"],
    [
      "is whole again, not confirmed by anybody",
      { ...source, status: "broken", confirmedBy: undefined },
      whole,
      "mapped",
    ],
    ["stays mapped", { ...source, status: "mapped" }, whole, "mapped"],
  ] as const)("%s", (_, row, lacks, expected) => {
    expect(standingOf({ ...row, columns: [...row.columns] }, lacks)).toBe(expected);
  });
});
