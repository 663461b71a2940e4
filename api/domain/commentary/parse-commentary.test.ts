import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { citationsIn, parseCommentary } from "./parse-commentary.ts";

const proseOf = (text: string) => parseCommentary(text).map(({ prose }) => prose);

describe("commentary", () => {
  it("reads a citation as belonging to the sentence it stands in", () => {
    const [first, second] = parseCommentary(
      "Missed visits rose to 2.1 % [missed-visits], most at Ashdown [missed-visits@ashdown]. Two carers left. [manager's account]",
    );
    expect(first).toEqual({
      text: "Missed visits rose to 2.1 % [missed-visits], most at Ashdown [missed-visits@ashdown].",
      prose: "Missed visits rose to 2.1 %, most at Ashdown.",
      cites: ["missed-visits", "missed-visits@ashdown"],
      managersAccount: false,
    });
    expect(second).toMatchObject({ prose: "Two carers left.", cites: [], managersAccount: true });
  });

  it.each([
    ["a decimal point", "It was 2.1 % [a].", 1],
    ["a citation after the full stop", "It rose. [a] It fell. [b]", 2],
    ["a line break without a full stop", "It rose [a]\nIt fell [b]", 2],
    ["an abbreviation", "It rose by approx. 3 points, e.g. In July, St. Mary’s.", 1],
    ["a question and a quotation", "“Why?” “Because it rained.” So we asked.", 3],
    ["nothing at all", "  \n ", 0],
  ])("ends sentences where a reader would: %s", (_what, text, sentences) => {
    expect(parseCommentary(text)).toHaveLength(sentences);
  });

  it("takes the mark with a straight or a curly apostrophe, whatever the case", () => {
    for (const mark of ["[manager's account]", "[Manager’s account]"])
      expect(parseCommentary(`It rained ${mark}.`)[0]).toMatchObject({ prose: "It rained.", managersAccount: true });
  });

  it("reads other brackets as prose", () => {
    expect(proseOf("It rose [Table 3] and [see appendix].")).toEqual(["It rose [Table 3] and [see appendix]."]);
  });

  it("names each citation of the whole text once", () => {
    expect(citationsIn("A [b] [a]. C [b@ashdown] [a].")).toEqual(["a", "b", "b@ashdown"]);
  });

  it("loses nothing but blanks, whatever is written", () => {
    const words = fc.constantFrom(
      "It rose",
      ".",
      " ",
      "\n",
      "2.1 %",
      "[a]",
      "[manager's account]",
      "!",
      "e.g.",
      "”",
      "5",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(words).map((some) => some.join("")),
          fc.string({ unit: "grapheme" }),
        ),
        (text) => {
          const kept = parseCommentary(text)
            .map((each) => each.text)
            .join("");
          expect(kept.replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
        },
      ),
    );
  });
});
