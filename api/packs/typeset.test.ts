import { describe, expect, it } from "vitest";
import { typeset } from "./typeset.ts";

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
const made = (markup: string, data: object = {}) =>
  typeset({ template: markup, data, pictures: { "a.svg": svg }, at: "2026-10-06T11:00:00Z" });
const titled = '#set document(title: "A pack")\n#set text(font: "Noto Sans", fallback: false, lang: "en")\n';

describe("a PDF", () => {
  it("says that it is accessible: PDF/UA-1, tagged", () => {
    const pdf = Buffer.from(made(`${titled}= Visits\n#image("/a.svg", alt: "A square")`)).toString("latin1");
    expect(pdf).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(pdf).toContain("/MarkInfo");
  });

  it.each([
    ["a picture without alternative text", `${titled}= Visits\n#image("/a.svg")`, "missing alt text"],
    ["no title", '#set text(font: "Noto Sans", lang: "en")\n= Visits', "missing document title"],
    ["a heading level left out", `${titled}= Visits\n=== Late`, "skipped from heading level 1 to 3"],
  ])("is refused with %s", (_what, markup, says) => {
    expect(() => made(markup)).toThrow(
      expect.objectContaining({
        code: "invalid",
        cause: expect.objectContaining({ message: expect.stringContaining(says) }),
      }),
    );
  });

  it.each([
    "≥ 95 %",
    "done ✓ 👩🏽‍⚕️",
    "مرحبا",
    "日本",
    "bell \u0007 tab\t",
    "lone \ud800",
    "Łódź, Ŵ, ½ “quoted” …",
    "e\u0301",
  ])("is made whatever people typed: %j", (text) => {
    expect(made(`${titled}= Visits\n#json("/data.json").text`, { text }).length).toBeGreaterThan(1_000);
  });

  it("takes text as text, never as markup", () => {
    const text = '#panic("run") = Heading $x$ *bold* @cite </a>';
    expect(made(`${titled}= Visits\n#json("/data.json").text`, { text }).length).toBeGreaterThan(1_000);
  });
});
