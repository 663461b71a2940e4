import { expect, it } from "vitest";
import { checks } from "#domain/checks/index.ts";
import { stages } from "#domain/cycle/stages.ts";
import { whereToClear } from "./where-to-clear.ts";

const about = (check: string, register = "imports") =>
  whereToClear("westshire-2026-q3", { check, subject: { register, key: "one", title: "One" } });

it("leads to the part of the cycle where the work is done", () => {
  expect(about("review.readiness-open", "manager-reviews")).toBe("/cycles/westshire-2026-q3/define#answers");
  expect(about("data.rejected-rows")).toBe("/cycles/westshire-2026-q3/collect#files");
});

it("leads to the row itself where the row is what is wrong", () => {
  expect(about("map.unclear-owner", "evidence-map")).toBe("/registers/evidence-map/one");
  expect(about("action.overdue", "actions")).toBe("/actions/one");
});

it.each(checks.map(({ id, blocks }) => [id, blocks] as const))(
  "leads from %s to a stage it blocks, or to a row",
  (id, blocks) => {
    const [, stage] = /^\/cycles\/westshire-2026-q3\/([a-z]+)/.exec(about(id)) ?? [];
    if (stage === undefined) expect(about(id)).toBe("/registers/imports/one");
    else {
      expect(stages).toContain(stage);
      expect(blocks).toContain(stage);
    }
  },
);
