import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { commentary } from "#domain/registers/commentary.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { citedFigures } from "../records/cited-figures.ts";
import { figuresOfCycle, indicatorsAsked, readCells, scopeOfCycle } from "../records/cycle-figures.ts";
import { commentaryAnswer, commentaryAnswerOf } from "./commentary-answer.ts";
import { figureAnswer, figureAnswerOf } from "./figure-answer.ts";
import { type Call, operation } from "./operation.ts";
import { sightOf } from "./sight-of.ts";

const citable = z.object({
  cite: z.string(),
  indicator: z.string(),
  name: z.string(),
  value: z.string().optional(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  target: z.string().optional(),
});

/** The commentary of a cycle by section: figures, what is proposed, what managers said, texts read beside their figures. */
export const readCommentary = operation({
  name: "read-commentary",
  method: "GET",
  path: "/cycles/:cycle/commentary",
  summary: "The cycle's commentary by section, each text checked against its figures.",
  who: "anyone",
  input: z.strictObject({ cycle: z.string() }),
  answer: z.object({
    cycle: z.string(),
    /** What may be cited, as the person may see it. */
    citable: z.array(citable),
    sections: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        words: z.number(),
        wordBudget: z.number().optional(),
        figures: z.array(figureAnswer),
        commentary: z.array(commentaryAnswer),
      }),
    ),
  }),
  async run({ cycle: key }, call) {
    if (!call.rows.one(cycles, key)) throw notFound("cycle", key);
    const { figuresIn, cited, sight, specification } = await figuresSeen(call, key);
    const texts = call.rows
      .all(commentary)
      .filter(({ cycle }) => cycle === key)
      .toSorted((a, b) => a.key.localeCompare(b.key));
    const section = (code: string, title: string, indicators: readonly string[], wordBudget?: number) => {
      const known = (specification.sections ?? []).map((each) => each.code);
      const own = texts
        .filter(({ section = "" }) => section === code || (code === "" && !known.includes(section)))
        .map((row) => commentaryAnswerOf(row, cited))
        .map((each) => (sight.totals ? each : { ...each, sentences: each.sentences.map(unjudged) }));
      const words = own.reduce((total, each) => total + (each.answers.status === "dismissed" ? 0 : each.words), 0);
      return { code, title, words, ...(wordBudget && { wordBudget }), figures: figuresIn(indicators), commentary: own };
    };
    const sections = [
      ...(specification.sections ?? []).map(({ code, title, indicators = [], wordBudget }) =>
        section(code, title, indicators, wordBudget),
      ),
      section("", "Other", []),
    ].filter(({ code, commentary: own }) => code !== "" || own.length > 0);
    return {
      cycle: key,
      citable: cited
        .filter(({ cite }) => {
          const [, of] = cite.split("@");
          return sight.totals || (of !== undefined && of !== "before" && sight.sees(of));
        })
        .map((each) => citable.parse(each)),
      sections,
    };
  },
});

/** What is wrong with a sentence names the true totals, which not everybody may see. */
const unjudged = <S extends { problems: unknown[] }>(sentence: S): S => ({ ...sentence, problems: [] });

async function figuresSeen({ outside: { store, files }, person }: Call, key: string) {
  const scope = scopeOfCycle(store, key);
  const { specification } = scope;
  const sight = sightOf(person, scope);
  const asked = indicatorsAsked(store, scope);
  const path = figuresOfCycle(store, scope).find(({ cellsPath }) => cellsPath)?.cellsPath;
  if (!path) return { specification, sight, cited: [], figuresIn: () => [] };
  const cells = await readCells(files, path);
  const figuresIn = (codes: readonly string[]) =>
    codes.flatMap((code) => {
      const ready = asked.find(({ row }) => row.code === code)?.ready;
      return ready ? [figureAnswerOf(ready, cells, sight)] : [];
    });
  return { specification, sight, cited: citedFigures(asked, cells), figuresIn };
}
