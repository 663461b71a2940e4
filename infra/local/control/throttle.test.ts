import { expect, test } from "vitest";
import { GraphError } from "../graph/graph-error.ts";
import { DOCUMENTED_UNITS, Throttle } from "./throttle.ts";

let at = 0;
const throttled = (limit?: number): Throttle => {
  at = Date.parse("2026-10-12T09:00:00Z");
  const throttle = new Throttle(() => new Date(at));
  throttle.set(limit);
  return throttle;
};
/** Seconds to wait, or 0 when the call went through. */
const wait = (throttle: Throttle, app: string, units: number): number => {
  try {
    throttle.spend(app, units);
    return 0;
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    expect([error.status, error.code]).toEqual([429, "activityLimitReached"]);
    return Number(error.headers["retry-after"]);
  }
};

test("an application has 1,250 units a minute and no more", () => {
  const throttle = throttled(DOCUMENTED_UNITS);
  for (let n = 0; n < 625; n++) expect(wait(throttle, "a", 2)).toBe(0);
  at += 20_000;
  expect(wait(throttle, "a", 1)).toBe(40);
});

test("each application has its own", () => {
  const throttle = throttled(2);
  expect([wait(throttle, "a", 2), wait(throttle, "a", 1), wait(throttle, "b", 2)]).toEqual([0, 60, 0]);
});

test("it opens again on the clock, and calls refused meanwhile do not help", () => {
  const throttle = throttled(2);
  wait(throttle, "a", 2);
  at += 59_000;
  expect(wait(throttle, "a", 1)).toBe(1);
  at += 1000;
  expect(wait(throttle, "a", 2)).toBe(0);
});

test("calls that are refused count", () => {
  const throttle = throttled(10);
  wait(throttle, "a", 11);
  expect(throttle.headers("a")).toEqual({
    "ratelimit-limit": "10",
    "ratelimit-remaining": "0",
    "ratelimit-reset": "60",
  });
  expect(wait(throttle, "a", 1)).toBe(60);
});

test("the headers come at four fifths and go with the minute", () => {
  const throttle = throttled(10);
  wait(throttle, "a", 7);
  expect(throttle.headers("a")).toEqual({});
  wait(throttle, "a", 1);
  at += 30_000;
  expect(throttle.headers("a")).toEqual({
    "ratelimit-limit": "10",
    "ratelimit-remaining": "2",
    "ratelimit-reset": "30",
  });
  expect(throttle.headers("b")).toEqual({});
  at += 30_000;
  expect(throttle.headers("a")).toEqual({});
});

test("without a limit nothing is counted", () => {
  expect(wait(throttled(), "a", 1_000_000)).toBe(0);
});
