import { beforeEach, describe, expect, it } from "vitest";
import { LineOfSightError } from "#domain/errors.ts";
import { type RateLimit, rateLimit } from "./rate-limit.ts";

let now = 0;
let limit: RateLimit;
beforeEach(() => {
  now = 0;
  limit = rateLimit({ writesAMinute: 3, readsAMinute: 5, atOnce: 2, atOnceOfAll: 3 }, () => now);
});

const once = (person: string, kind: "read" | "write" = "write") => limit.enter(person, kind)();

function refused(attempt: () => unknown): LineOfSightError {
  try {
    attempt();
  } catch (error) {
    if (error instanceof LineOfSightError) return error;
  }
  throw new Error("It was let in.");
}

describe("somebody who does too much in a minute", () => {
  it("is told in plain words how long to wait, and that nothing was changed", () => {
    for (let at = 0; at < 3; at++) once("ann");
    const { code, message, facts } = refused(() => once("ann"));
    expect(code).toBe("too-many");
    expect(message).toBe(
      "That is more changes than one person may do in a minute. Nothing was changed. Wait 20 seconds and try again.",
    );
    expect(facts).toEqual({ retryAfter: 20 });
  });

  it("may go on after waiting as long as told, and not before", () => {
    for (let at = 0; at < 3; at++) once("ann");
    now = 19_000;
    expect(refused(() => once("ann")).facts).toEqual({ retryAfter: 1 });
    now = 20_000;
    once("ann");
    expect(refused(() => once("ann")).facts).toEqual({ retryAfter: 20 });
  });

  it("holds up nobody else, and not their own reading", () => {
    for (let at = 0; at < 3; at++) once("ann");
    once("ben");
    for (let at = 0; at < 5; at++) once("ann", "read");
    expect(refused(() => once("ann", "read")).message).toMatch(/^That is more reading than one person may do/);
  });

  it("saves nothing up over a quiet hour", () => {
    now = 3_600_000;
    for (let at = 0; at < 3; at++) once("ann");
    expect(refused(() => once("ann")).code).toBe("too-many");
  });
});

describe("requests under way at once", () => {
  it("are few for one person, and a place is free again when one is over", () => {
    const leave = limit.enter("ann", "read");
    limit.enter("ann", "read");
    expect(refused(() => limit.enter("ann", "read")).message).toMatch(/^You have too many requests under way/);
    leave();
    limit.enter("ann", "read");
  });

  it("are few for everybody together", () => {
    limit.enter("ann", "read");
    limit.enter("ann", "read");
    limit.enter("ben", "read");
    expect(refused(() => limit.enter("cat", "read")).message).toMatch(/^Line of Sight is busier than it can serve/);
  });
});
