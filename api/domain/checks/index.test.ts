import { describe, expect, it } from "vitest";
import { facts, now } from "../../../test/support/facts.ts";
import { warningKey } from "./early-warning.ts";
import { checks, checksOn, findAll } from "./index.ts";

/** Marked ■ in good practice's list of checks, as far as the main job meets them. */
const blocking = [
  ...["map.missing-source", "map.unclear-owner", "map.broken-column", "kpi.ambiguous", "kpi.untested"],
  ...["spec.missing-measure", "data.uncovered-period", "data.rejected-rows", "data.local-knowledge"],
  ...["validate.incomplete", "validate.open-discrepancy", "validate.no-audit-trail", "narrative.unexplained"],
  ...["narrative.wrong-number", "narrative.stale", "signoff.same-person", "signoff.void", "pack.unversioned"],
  ...["store.changed-outside", "audit.chain-broken"],
];

describe("the checks", () => {
  it("find nothing where everything is in order", () => {
    expect(findAll(facts(), now)).toEqual([]);
  });

  it.each(blocking)("block a gate with %s", (id) => {
    expect(checks.find((check) => check.id === id)?.blocks).not.toHaveLength(0);
  });

  it("have different ids, and say what, why and how to clear it in sentences", () => {
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
    for (const { finds, why, clear } of checks)
      for (const sentence of [finds, why, clear]) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  it("can be turned off for one contract or for all", () => {
    const off = (contract?: string) =>
      checksOn(
        facts({
          settings: {
            ...facts().settings,
            checksOff: [{ check: "kpi.untested", contract, reason: "x" }],
          },
        }),
      ).some(({ id }) => id === "kpi.untested");
    expect([off("westshire"), off("eastmoor"), off(undefined)]).toEqual([false, true, false]);
  });

  it("give the same fault on the same thing the same key, and different faults different keys", () => {
    const spoilt = facts({ evidenceMap: [], indicators: [], reviews: [], plans: [], validationLog: [], signOffs: [] });
    const keys = findAll(spoilt, now).map(warningKey);
    expect(keys.length).toBeGreaterThan(7);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[a-z0-9][a-z0-9.-]{0,119}$/);
  });
});
