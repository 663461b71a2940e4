import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Piece, piecesOf } from "./pieces.ts";

const back = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => {
      if (piece.kind === "cite") return `[${piece.cite}]`;
      return piece.kind === "account" ? "[manager's account]" : piece.text;
    })
    .join("");

describe("the pieces of a sentence", () => {
  it("shows a citation as a citation, and a number that is not the cited one as wrong", () => {
    expect(piecesOf("Missed visits were 2.4 % [missed-visits], up at Ashdown.", ["2.4 %"])).toEqual([
      { kind: "words", text: "Missed visits were " },
      { kind: "wrong", text: "2.4 %" },
      { kind: "words", text: " " },
      { kind: "cite", cite: "missed-visits" },
      { kind: "words", text: ", up at Ashdown." },
    ]);
  });

  it("marks a manager's account", () => {
    expect(piecesOf("Two carers left. [manager’s account]", []).at(-1)).toEqual({ kind: "account" });
  });

  it("keeps brackets that cite nothing as words", () => {
    expect(piecesOf("Two [sic] were late [See Annex 2].", [])).toContainEqual({
      kind: "words",
      text: " were late [See Annex 2].",
    });
  });

  it("loses nothing of any sentence", () => {
    const part = fc.oneof(fc.string(), fc.constantFrom("2.1 %", "[missed-visits@ashdown]", "[manager's account]"));
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const sentence = parts.join("");
        expect(back(piecesOf(sentence, ["2.1 %"])).toLowerCase()).toBe(sentence.replaceAll("’", "'").toLowerCase());
      }),
    );
  });
});
