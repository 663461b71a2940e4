import { describe, expect, it } from "vitest";
import { LongWait } from "./graph-error.ts";
import type { Pace } from "./pace.ts";
import { noLimit, RequestBudget, usualBudget } from "./request-budget.ts";
import { virtualPace } from "./virtual-pace.testing.ts";

const MINUTE = 60_000;

/** Everything asked at once; answers who went when, and who was told to come back. */
async function asked(
  budget: RequestBudget,
  pace: Pace,
  calls: readonly { readonly person?: string; readonly following?: true; readonly units: number }[],
) {
  const went: { who: string; units: number; at: number }[] = [];
  const refused: string[] = [];
  await Promise.all(
    calls.map(async ({ units, ...errand }) => {
      const who = errand.person ?? (errand.following ? "following" : "background");
      try {
        await budget.take(units, errand);
        went.push({ who, units, at: pace.now() });
      } catch (error) {
        if (!(error instanceof LongWait)) throw error;
        refused.push(who);
      }
    }),
  );
  return { went, refused };
}

const many = <T>(count: number, call: T): T[] => Array.from({ length: count }, () => call);
const unitsWithin = (went: readonly { units: number; at: number }[], from: number) =>
  went.filter(({ at }) => at >= from && at < from + MINUTE).reduce((sum, { units }) => sum + units, 0);

describe("the request units of a process", () => {
  it("never go over the tenant's limit in any minute, and everything goes in the end", async () => {
    const pace = virtualPace();
    const { went } = await asked(new RequestBudget(pace, usualBudget), pace, many(3000, { units: 2 }));
    expect(went).toHaveLength(3000);
    for (const { at } of went) expect(unitsWithin(went, at)).toBeLessThanOrEqual(1250);
    expect(pace.now()).toBeGreaterThan(6 * MINUTE);
  });

  it("let people go before background work that asked first", async () => {
    const pace = virtualPace();
    const budget = new RequestBudget(pace, { ...usualBudget, unitsPerMinute: 100 });
    const calls = [...many(100, { units: 2 }), ...many(10, { units: 2, person: "amal" })];
    const { went, refused } = await asked(budget, pace, calls);
    expect(refused).toEqual([]);
    expect(went.filter(({ who }) => who === "amal").every(({ at }) => at === 0)).toBe(true);
    expect(unitsWithin(went, 0)).toBe(80);
    expect(went).toHaveLength(110);
  });

  it("keep one person to a share, so that others are served at once", async () => {
    const pace = virtualPace();
    const budget = new RequestBudget(pace, usualBudget);
    const greedy = asked(budget, pace, many(400, { units: 2, person: "amal" }));
    const other = await asked(budget, pace, many(20, { units: 2, person: "beth" }));
    expect(other.went.every(({ at }) => at === 0)).toBe(true);
    const { went, refused } = await greedy;
    expect(unitsWithin(went, 0)).toBe(312);
    expect(refused.length).toBe(400 - went.length);
    expect(refused.length).toBeGreaterThan(0);
  });

  it("always leave room to follow the other processes, whatever people and background do", async () => {
    const pace = virtualPace();
    const budget = new RequestBudget(pace, usualBudget);
    const crowd = Array.from({ length: 10 }, (_, at) => many(100, { units: 2, person: `person-${at}` })).flat();
    void asked(budget, pace, [...crowd, ...many(500, { units: 2 })]);
    const { went } = await asked(budget, pace, many(20, { units: 1, following: true }));
    expect(went.every(({ at }) => at === 0)).toBe(true);
  });

  it("stop altogether for as long as Graph says after a 429", async () => {
    const pace = virtualPace();
    const budget = new RequestBudget(pace, noLimit);
    budget.hold(7_000);
    const { went } = await asked(budget, pace, [
      { units: 1, person: "amal" },
      { units: 1, following: true },
    ]);
    expect(went.map(({ at }) => at)).toEqual([7_000, 7_000]);
  });

  it("slow down when RateLimit headers say that little is left: background first, then everybody", async () => {
    const pace = virtualPace();
    const budget = new RequestBudget(pace, noLimit);
    budget.hear(new Headers({ "ratelimit-limit": "1250", "ratelimit-remaining": "200", "ratelimit-reset": "20" }));
    const { went } = await asked(budget, pace, [{ units: 2 }, ...many(60, { units: 2, person: "amal" })]);
    expect(went.find(({ who }) => who === "background")?.at).toBe(20_000);
    expect(went.filter(({ who, at }) => who === "amal" && at === 0)).toHaveLength(50);
    expect(went.filter(({ who, at }) => who === "amal" && at === 20_000)).toHaveLength(10);
  });
});
