import { within } from "../period.ts";
import type { EveryCaseInPack } from "./assurance-in-pack.ts";
import type { CellInPack, Counted, FigureInPack, PointInPack } from "./figure-in-pack.ts";
import type { PackContent } from "./pack-content.ts";
import { type Count, withhold } from "./small-numbers.ts";
import type { ActionInPack, SentenceInPack, ThemeInPack } from "./story-in-pack.ts";

/**
 * What the commissioner is sent: every aggregate, denominator, sample result and hash, less the small numbers this
 * commissioner may not see and the sentences that speak of them. Never rows.
 */
export function commissionerEdition({ blind: _, ...content }: PackContent): PackContent {
  const { threshold } = content.smallNumbers;
  const figures = content.figures.map((figure) => protect(figure, content));
  const hidden = new Set(figures.flatMap(withheldCites));
  const speaksOf = (cites: readonly string[]) => cites.some((cite) => hidden.has(cite));
  const cases = (each: EveryCaseInPack): EveryCaseInPack =>
    each.cases !== null && isSmall(each.cases, threshold)
      ? { ...each, cases: null, checked: null, discrepancies: null }
      : each;
  return {
    ...content,
    edition: "commissioner",
    figures,
    commentary: content.commentary.map((each) => ({
      ...each,
      sentences: each.sentences.map((sentence) => (speaksOf(sentence.cites) ? withheldSentence(sentence) : sentence)),
    })),
    themes: content.themes.map(
      (each): ThemeInPack => (speaksOf(each.cites) ? { ...each, because: withheldText } : each),
    ),
    actions: content.actions.map(
      (each): ActionInPack =>
        each.result !== undefined && speaksOf(each.cites) ? { ...each, result: withheldText } : each,
    ),
    assurance: { ...content.assurance, everyCase: content.assurance.everyCase.map(cases) },
  };
}

const withheldText = "[Withheld here: words about numbers so small that they could point to somebody.]";
const withheldSentence = (sentence: SentenceInPack): SentenceInPack => ({ ...sentence, text: withheldText });
const isSmall = (count: number, threshold: number) => count > 0 && count < threshold;

function protect(
  figure: FigureInPack,
  { period, smallNumbers }: Pick<PackContent, "period" | "smallNumbers">,
): FigureInPack {
  const total = counted(figure);
  if (figure.smallNumbers === "show" || total === undefined) return figure;
  const rule = { threshold: smallNumbers.threshold, share: smallNumbers.leftOver && figure.unit.multiplier === 100 };
  const inPeriod = figure.points.filter(({ month }) => within(`${month}-01`, period));
  const byService = withhold(total, figure.cells.map(orZero), rule);
  const byMonth = withhold(total, inPeriod.map(orZero), rule);
  const points = figure.points.map((point) => {
    const at = inPeriod.indexOf(point);
    const hide = at < 0 ? withhold(orZero(point), [], rule).total : byMonth.cells[at];
    return hide ? withheldPoint(point) : point;
  });
  const before = figure.previous && counted(figure.previous);
  const hidePrevious = before !== undefined && withhold(before, [], rule).total;
  const anyHidden = byService.total || byMonth.total || byService.cells.includes(true) || points.some(isWithheld);
  const { chart, cellsHash, previous, ...rest } = figure;
  return {
    ...rest,
    ...(byService.total || byMonth.total ? withheldCount : {}),
    ...(previous && { previous: hidePrevious ? { ...previous, ...withheldCount } : previous }),
    cells: figure.cells.map((cell, at): CellInPack => (byService.cells[at] ? { ...cell, ...withheldCount } : cell)),
    points,
    // The centre line is a mean of all months, and the hash is of all cells: either would give a single gap away.
    ...(chart && !points.some(isWithheld) && { chart }),
    ...(cellsHash && !anyHidden && { cellsHash }),
  };
}

const withheldCount = { numerator: null, denominator: null, display: "withheld", rating: "withheld" } as const;

const withheldPoint = (point: PointInPack): PointInPack => ({
  month: point.month,
  numerator: null,
  denominator: null,
  value: null,
  mark: "usual",
});

const isWithheld = ({ denominator }: PointInPack) => denominator === null;

const counted = ({ numerator, denominator }: Pick<Counted, "numerator" | "denominator">): Count | undefined =>
  numerator === null || denominator === null ? undefined : { numerator, denominator };

const orZero = (count: Pick<Counted, "numerator" | "denominator">): Count =>
  counted(count) ?? { numerator: 0, denominator: 0 };

function withheldCites({ indicator, rating, previous, cells }: FigureInPack): string[] {
  return [
    ...(rating === "withheld" ? [indicator] : []),
    ...(previous?.rating === "withheld" ? [`${indicator}@before`] : []),
    ...cells.filter((cell) => cell.rating === "withheld").map(({ service }) => `${indicator}@${service}`),
  ];
}
