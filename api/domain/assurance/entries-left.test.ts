import { expect, it } from "vitest";
import { plans } from "../../../test/support/facts.ts";
import { aValidationRow } from "../../../test/support/rows.ts";
import { drawnEntries } from "./drawn-entries.ts";
import { entriesLeft } from "./entries-left.ts";

const plan = plans.find(({ direction }) => direction === "source-to-figure");
if (!plan) throw new Error("The facts have no plan from a source to the figures.");
const drawn = { ...plan, seed: "s", size: 3, frameSize: 20 };
const entries = drawnEntries("s", { entries: 20, size: 3 });
const looked = (entry: number, told: object = { result: "agrees" }) =>
  aValidationRow({ key: `${plan.key}-${String(entry).padStart(2, "0")}`, plan: plan.key, ...told });

it("leaves every drawn entry before anything is looked up", () => {
  expect(entriesLeft(drawn, [])).toEqual(entries);
});

it("leaves out what has a result, and only that", () => {
  const [first = 0, second = 0, third] = entries;
  expect(entriesLeft(drawn, [looked(first), looked(second, {})])).toEqual([second, third]);
});

it.each([
  ["a plan that is not drawn", { ...drawn, drawnAt: undefined }],
  ["a plan of every case", { ...drawn, direction: "every-case" as const }],
])("has no entries in %s", (_what, other) => expect(entriesLeft(other, [])).toBeUndefined());
