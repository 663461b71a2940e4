import { describe, expect, it } from "vitest";
import { stages } from "../cycle/stages.ts";
import { figureStanding } from "./standing.ts";

const figure = { status: "computed", snapshot: "a1" } as const;
const cut = { snapshot: "a1", cutOffAt: "2026-10-12T08:00:00.000Z" } as const;

describe("a figure", () => {
  it.each([
    ["computed, before the cut-off", { snapshot: "a1", stage: "collect" }, [], "computed"],
    ["cut off with the data", { ...cut, stage: "collect" }, [], "cut-off"],
    ["cut off while its records are checked", { ...cut, stage: "validate" }, [], "cut-off"],
    ["validated once they were", { ...cut, stage: "explain" }, [], "validated"],
    ["validated while the pack is only drafted", { ...cut, stage: "submit" }, [{}], "validated"],
    ["submitted with the pack", { ...cut, stage: "submit" }, [{ submittedAt: cut.cutOffAt }], "submitted"],
    ["computed again when the cut-off was opened", { snapshot: "a1", stage: "explain" }, [], "computed"],
    ["computed when the cycle stands on other data", { ...cut, snapshot: "b2", stage: "submit" }, [], "computed"],
  ] as const)("is %s", (_, cycle, packs, expected) => {
    expect(figureStanding(figure, { cycle, packs })).toBe(expected);
  });

  it.each(["submitted", "revised"] as const)("stays %s whatever becomes of the cycle", (status) => {
    for (const stage of stages)
      expect(figureStanding({ ...figure, status }, { cycle: { snapshot: "b2", stage }, packs: [] })).toBe(status);
  });
});
