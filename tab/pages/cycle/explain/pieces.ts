/** A stretch of a sentence as it is shown: plain words, a number that is not the cited one, a citation, a manager's mark. */
export type Piece =
  | { readonly kind: "words" | "wrong"; readonly text: string }
  | { readonly kind: "cite"; readonly cite: string }
  | { readonly kind: "account" };

const MARK = /(\[manager[’']s account\]|\[[a-z0-9]+(?:[-.][a-z0-9]+)*(?:@[a-z0-9]+(?:-[a-z0-9]+)*)?\])/gi;

/** Cuts a sentence at its citations; `wrong` are numbers as they were written that are not the cited figure's. */
export function piecesOf(sentence: string, wrong: readonly string[]): readonly Piece[] {
  return sentence
    .split(MARK)
    .filter((text) => text !== "")
    .flatMap((text): readonly Piece[] => {
      if (/^\[manager/i.test(text)) return [{ kind: "account" }];
      if (text.startsWith("[") && text.endsWith("]")) return [{ kind: "cite", cite: text.slice(1, -1) }];
      return markWrong(text, wrong);
    });
}

function markWrong(text: string, wrong: readonly string[]): readonly Piece[] {
  const first = wrong.find((written) => written !== "" && text.includes(written));
  if (first === undefined) return [{ kind: "words", text }];
  const at = text.indexOf(first);
  const rest: readonly Piece[] = [
    { kind: "words", text: text.slice(0, at) },
    { kind: "wrong", text: first },
    ...markWrong(text.slice(at + first.length), wrong),
  ];
  return rest.filter((piece) => piece.kind !== "words" || piece.text !== "");
}
