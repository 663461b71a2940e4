import { directionWords, type FigureInPack, ratings, signals } from "#domain/packs/figure-in-pack.ts";
import type { PackContent } from "#domain/packs/pack-content.ts";
import type { Lineage, LineageOf } from "./lineage-row.ts";
import { instantWords, periodWords, sentence, specificationWords } from "./plain-words.ts";
import { type Sheet, type WorkbookCell, writeWorkbook } from "./workbook.ts";

/**
 * `figures.xlsx`. Both editions: about, figures, by service, by month, definitions, samples. The internal one, given
 * `lineage`, also has a sheet `Rows <indicator>` for each figure with every source row and what it adds to the
 * numerator and the denominator, so that anybody can add the figure up again.
 */
export const figuresWorkbook = (path: string, content: PackContent, lineage?: LineageOf): Promise<void> =>
  writeWorkbook(path, [
    about(content),
    figures(content),
    byService(content),
    byMonth(content),
    definitions(content),
    samples(content),
    ...content.figures.flatMap(({ indicator }) => {
      const source = lineage?.(indicator);
      return source === undefined ? [] : [rowsSheet(indicator, source)];
    }),
  ]);

const about = (content: PackContent): Sheet => ({
  name: "About",
  head: ["What", "Value"],
  widths: [26, 70],
  rows: [
    ["Provider", content.provider],
    ["Commissioner", content.commissioner],
    ["Contract", `${content.contract.title} (${content.contract.reference})`],
    ["Period", periodWords(content.period)],
    ["Data cut-off", `${instantWords(content.cutOff)}, London time`],
    ["Pack", `${content.cycle}, version ${content.packVersion}, ${content.edition} edition`],
    ["Specification", specificationWords(content.specification)],
    ["Snapshot", content.snapshot],
    [
      "How to read a figure",
      "Figure = numerator × multiplier ÷ denominator, halves away from zero; a count is its numerator. “withheld” protects people when numbers are small.",
    ],
  ],
});

const figures = ({ figures }: PackContent): Sheet => ({
  name: "Figures",
  head: [
    "Indicator",
    "Edition",
    "Name",
    "Figure",
    "Numerator",
    "Denominator",
    "Multiplier",
    "Divided by denominator",
    "Decimals",
    "Unit",
    "Target",
    "Standing",
    "Month to month",
    "Last pack",
    "Cells SHA-256",
    "Query SHA-256",
  ],
  widths: [22, 8, 40, 12, 12, 14, 11, 12, 9, 24, 18, 18, 44, 12, 66, 66],
  rows: figures.map((figure) => [
    figure.indicator,
    figure.edition,
    figure.name,
    figure.display,
    orWithheld(figure, figure.numerator),
    orWithheld(figure, figure.denominator),
    figure.unit.multiplier,
    figure.unit.divides ? "yes" : "no",
    figure.unit.decimals,
    figure.unit.name,
    figure.target ?? null,
    ratings[figure.rating],
    signals[figure.signal],
    figure.previous?.display ?? null,
    figure.cellsHash ?? null,
    figure.queryHash ?? null,
  ]),
});

const byService = ({ figures, services }: PackContent): Sheet => ({
  name: "By service",
  head: ["Indicator", "Service", "Service name", "Figure", "Numerator", "Denominator", "Standing"],
  widths: [22, 16, 32, 12, 12, 14, 18],
  rows: figures.flatMap(({ indicator, cells }) =>
    cells.map((cell) => [
      indicator,
      cell.service,
      services.find(({ key }) => key === cell.service)?.name ?? cell.service,
      cell.display,
      orWithheld(cell, cell.numerator),
      orWithheld(cell, cell.denominator),
      ratings[cell.rating],
    ]),
  ),
});

const byMonth = ({ figures }: PackContent): Sheet => ({
  name: "By month",
  head: ["Indicator", "Month", "Value", "Numerator", "Denominator", "What the chart says"],
  widths: [22, 10, 12, 12, 14, 22],
  rows: figures.flatMap(({ indicator, points }) =>
    points.map(({ month, value, numerator, denominator, mark }) => [
      indicator,
      month,
      value,
      numerator,
      denominator,
      mark,
    ]),
  ),
});

const definitions = ({ figures }: PackContent): Sheet => ({
  name: "Definitions",
  head: [
    "Indicator",
    "Edition",
    "Name",
    "Definition",
    "Numerator by the rule",
    "Denominator by the rule",
    "Direction",
    "Small numbers",
  ],
  widths: [22, 8, 32, 80, 44, 44, 28, 16],
  rows: figures.map((figure) => [
    figure.indicator,
    figure.edition,
    figure.name,
    figure.definition,
    sentence(figure.numeratorMeans),
    sentence(figure.denominatorMeans),
    directionWords[figure.direction],
    figure.smallNumbers === "protect" ? "withheld" : "shown",
  ]),
});

const samples = ({ assurance }: PackContent): Sheet => ({
  name: "Samples",
  head: [
    "Plan",
    "Direction",
    "What was sampled",
    "Frame",
    "Size",
    "Agreed",
    "Discrepancies",
    "Accuracy",
    "At least (95 %)",
    "Plan asks for",
  ],
  widths: [30, 18, 48, 10, 10, 10, 14, 12, 16, 14],
  rows: assurance.samples.map((each) => [
    each.plan,
    each.direction,
    each.what,
    each.frame,
    each.size,
    each.agreed,
    each.discrepancies,
    each.accuracy,
    each.lowerBound,
    each.threshold,
  ]),
});

const rowsSheet = (indicator: string, { columns, rows }: Lineage): Sheet => ({
  name: `Rows ${indicator}`,
  head: [
    "Service",
    "In numerator",
    "In denominator",
    "Dataset",
    "Row",
    "Record",
    "Version",
    "Source file SHA-256",
    ...columns,
  ],
  widths: [16, 13, 15, 18, 10, 28, 9, 66, ...columns.map(() => 18)],
  rows: rowCells(rows),
});

async function* rowCells(rows: Lineage["rows"]): AsyncGenerator<readonly WorkbookCell[]> {
  for await (const { service, numerator, denominator, dataset, row, record, version, file, values } of rows) {
    yield [service, numerator, denominator, dataset, row, record, version, file, ...values];
  }
}

const orWithheld = ({ rating }: Pick<FigureInPack, "rating">, count: number | null): WorkbookCell =>
  count === null && rating === "withheld" ? "withheld" : count;
