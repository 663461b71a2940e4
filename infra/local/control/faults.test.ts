import { expect, test } from "vitest";
import { GraphError } from "../graph/graph-error.ts";
import type { CallSite } from "../graph/watch.ts";
import { type Fault, Faults } from "./faults.ts";

const site = (name: string, more: Partial<CallSite> = {}): CallSite => ({ name, units: 1, ...more });
const items = site("POST /sites/{site-id}/lists/{list-id}/items [cycles]");

/** The status it is answered with: 0 cut, undefined served. */
function struck(faults: Faults, at: CallSite, when: Fault["when"] = "before"): number | undefined {
  try {
    return faults.strike(at, when)?.status;
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return error.status;
  }
}
const of = (...all: Partial<Fault>[]): Faults => {
  const faults = new Faults();
  faults.set(all.map((fault) => ({ when: "before", seed: 1, ...fault })));
  return faults;
};
const run = (faults: Faults, calls: number) => Array.from({ length: calls }, () => struck(faults, items));

test.each([
  ["POST /sites/{site-id}/lists/{list-id}/items [cycles]", true],
  ["POST */items [cycles]", true],
  ["* [cycles]", true],
  ["*", true],
  ["POST */items [people]", false],
  ["POST */items", false],
  ["items", false],
  ["POST ./sites*", false],
])("the pattern %s takes the call in: %s", (pattern, strikes) => {
  expect(struck(of({ status: 503, site: pattern }), items)).toBe(strikes ? 503 : undefined);
});

test("several strike each by its own share, the first one first, and the same way for the same seed", () => {
  const mix = () => of({ status: 429, share: 0.1, seed: 3 }, { status: 0, share: 0.05, seed: 4 });
  const first = run(mix(), 2000);
  const share = (status: number) => first.filter((one) => one === status).length / 2000;
  expect(share(429)).toBeGreaterThan(0.08);
  expect(share(429)).toBeLessThan(0.12);
  expect(share(0)).toBeGreaterThan(0.03);
  expect(share(0)).toBeLessThan(0.07);
  expect(run(mix(), 2000)).toEqual(first);
});

test("a share ends when it has struck as often as told", () => {
  expect(run(of({ status: 504, share: 0.5, times: 3 }), 200).filter(Boolean)).toEqual([504, 504, 504]);
});

test("within a batch, or only outside of one", () => {
  const inside = site("GET /users", { batched: true });
  expect(struck(of({ status: 429, within: "batch" }), inside)).toBe(429);
  expect(struck(of({ status: 429, within: "batch" }), site("GET /users"))).toBeUndefined();
  expect(struck(of({ status: 429, within: "alone" }), inside)).toBeUndefined();
});

test("only before or only after the commit", () => {
  const faults = of({ status: 504, when: "after" });
  expect([struck(faults, items), struck(faults, items, "after")]).toEqual([undefined, 504]);
});

test("slow answers add up, and are answers all the same", () => {
  const faults = of({ slowMs: 200, times: 1 }, { slowMs: 50 });
  expect([struck(faults, items), faults.slow(items), faults.slow(items)]).toEqual([undefined, 250, 50]);
});
