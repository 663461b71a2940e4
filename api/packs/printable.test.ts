import { createRequire } from "node:module";
import fc from "fast-check";
import { expect, it } from "vitest";
import { printableAll, printer } from "./printable.ts";

const font = createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf");
const print = printer(font);

it.each([
  ["Zażółć, Ŵyn, naïve, £5, “quoted” – ½", "Zażółć, Ŵyn, naïve, £5, “quoted” – ½"],
  ["≥ 95 %", ">= 95 %"],
  ["done ✓", "done yes"],
  ["well 👍 done", "well ? done"],
  ["two\nlines\u0007", "two lines"],
  ["e\u0301", "é"],
])("prints %j as %j", (typed, printed) => {
  expect(print(typed)).toBe(printed);
});

it("changes nothing it has already made printable", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => print(print(text)) === print(text)));
});

it("reaches every string, however deep, and nothing else", () => {
  expect(printableAll({ a: ["✓", 1, null, { b: "≥" }], c: true }, print)).toEqual({
    a: ["yes", 1, null, { b: ">=" }],
    c: true,
  });
});
