import { expect, it } from "vitest";
import { person } from "../../../test/support/rows.ts";
import { whoToAsk } from "./who-to-ask.ts";

const needed = { role: "quality-lead", capacity: "validator", confirms: "" } as const;
const quality = person("quality", ["quality-lead"]);
const elsewhere = person("elsewhere", [], {
  assignments: [{ role: "quality-lead", services: "all", contracts: ["eastmoor"] }],
});
const leader = person("leader", ["senior-leader"]);
const reviewer = person("reviewer", ["external-reviewer"]);
const everybody = [elsewhere, reviewer, leader, quality];
const asked = (told: Partial<Parameters<typeof whoToAsk>[0]> = {}) =>
  whoToAsk({
    needed,
    contract: "westshire",
    hands: { author: [], validator: [], approver: [] },
    profile: "standard",
    everybody,
    asked: [],
    ...told,
  })?.id;

it.each([
  ["who holds the role over the contract", {}, "quality"],
  [
    "the next distinct person when that one wrote it",
    { hands: { author: ["quality"], validator: [], approver: [] } },
    "leader",
  ],
  ["somebody not asked already", { asked: ["quality", "leader"] }, "reviewer"],
  ["nobody when nobody is free", { asked: ["quality", "leader", "reviewer"] }, undefined],
])("asks %s", (_who, told, expected) => {
  expect(asked(told)).toBe(expected);
});
