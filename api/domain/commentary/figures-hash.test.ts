import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import type { CitedFigure } from "./cited-figure.ts";
import { figuresHash, isStale } from "./figures-hash.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const figure = (cite: string, hash: string): CitedFigure => ({
  cite,
  indicator: cite,
  name: cite,
  definition: "",
  hash,
});
const text = "It rose [missed-visits] [punctuality].";
const figures = [figure("missed-visits", "1"), figure("punctuality", "2"), figure("reviews", "3")];
const hash = figuresHash(text, figures, sha256);

it("is the same whatever order the figures come in, and however the sentence is rewritten", () => {
  expect(figuresHash("Both [punctuality], both [missed-visits]!", figures.toReversed(), sha256)).toBe(hash);
});

it.each([
  ["a cited figure changed", [figure("missed-visits", "1"), figure("punctuality", "9"), figure("reviews", "3")], true],
  ["a cited figure is gone", [figure("missed-visits", "1")], true],
  ["only a figure it does not cite changed", [...figures.slice(0, 2), figure("reviews", "9")], false],
])("when %s, stale is as it should be", (_what, now, stale) => {
  expect(isStale({ text, hash }, now, sha256)).toBe(stale);
});

it("is not stale before it was first hashed", () => {
  expect(isStale({ text, hash: undefined }, [], sha256)).toBe(false);
});
