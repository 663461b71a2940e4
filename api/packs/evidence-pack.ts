import { directionWords, type FigureInPack, ratings, signals } from "#domain/packs/figure-in-pack.ts";
import { firstPage, type Line, percent } from "#domain/packs/first-page.ts";
import type { PackContent } from "#domain/packs/pack-content.ts";
import { controlChart } from "./control-chart.ts";
import { frontMatter, type Signed } from "./front-matter.ts";
import {
  countHeads,
  countWords,
  instantWords,
  numberWords,
  ratingTones,
  sentence,
  shortDayWords,
  signalTones,
  signalWords,
} from "./plain-words.ts";
import { templateFile, typeset } from "./typeset.ts";

/** `pack.pdf`: the evidence pack as it is read and signed. */
export function evidencePack(content: PackContent, signed: Signed): Uint8Array {
  const charts = content.figures.map((figure) => ({ indicator: figure.indicator, chart: controlChart(figure) }));
  const pictures = Object.fromEntries(
    charts.flatMap(({ indicator, chart }) => (chart ? [[`${indicator}.svg`, chart.svg]] : [])),
  );
  const alts = new Map(charts.flatMap(({ indicator, chart }) => (chart ? [[indicator, chart.alt]] : [])));
  return typeset({
    template: templateFile("evidence-pack"),
    data: pages(content, signed, alts),
    pictures,
    at: content.cutOff,
  });
}

function pages(content: PackContent, signed: Signed, alts: ReadonlyMap<string, string>) {
  const { changed, worried, did, lastTime } = firstPage(content);
  const short = shortTo(content.limitations.length > 0 ? 3 : 4);
  return {
    ...frontMatter("Evidence pack", content, signed),
    limitations: content.limitations,
    first: [
      { title: "What changed", ...short(changed), none: "No figure changed since the last pack." },
      { title: "What we are worried about", ...short(worried), none: "No figure is off target or getting worse." },
      { title: "What we did", ...short(did), none: "No action was finished or begun this period." },
      {
        title: "What we said last time, and what happened",
        ...short(lastTime),
        none: "This is the first pack of this contract, or nothing was left open.",
      },
    ],
    tally: tally(content.figures),
    summary: content.figures.map(summaryRow),
    sections: content.specification.sections.map(({ title, indicators }) => ({
      title,
      figures: content.figures
        .filter(({ indicator }) => indicators.includes(indicator))
        .map((figure) => figurePage(figure, content, alts.get(figure.indicator))),
      commentary: content.commentary.filter(({ section }) => section === title),
    })),
    quality: quality(content),
    actions: content.actions.map((each) => [
      each.title,
      each.service ?? "All services",
      sentence(each.owner),
      shortDayWords(each.due),
      { tone: each.done ? "good" : "plain", words: sentence(each.status) },
      each.result === undefined ? "" : sentence(each.result),
    ]),
    exceptions: content.exceptions.map(({ gate, reason, askedBy, grantedBy, at }) => [
      gate,
      reason,
      askedBy,
      `${grantedBy}, ${instantWords(at)}`,
    ]),
  };
}

/** As many lines as fit on the first page when all are long. */
const shortTo = (atMost: number) => (lines: readonly Line[]) => ({
  lines: lines.slice(0, atMost),
  more: lines.length > atMost ? `and ${lines.length - atMost} more inside` : "",
});

const tallied = ["met", "near", "not-met", "no-target", "none-due", "blocked", "withheld"] as const;

const tally = (figures: readonly FigureInPack[]) =>
  tallied
    .map((rating) => ({
      tone: ratingTones[rating],
      count: String(figures.filter((figure) => figure.rating === rating).length),
      words: ratings[rating].toLowerCase(),
    }))
    .filter(({ count }) => count !== "0");

const summaryRow = (figure: FigureInPack) => [
  figure.name,
  figure.display,
  figure.previous?.display ?? "first time",
  figure.target ?? "none set",
  { tone: ratingTones[figure.rating], words: ratings[figure.rating] },
  { tone: signalTones[figure.signal], words: signalWords[figure.signal] },
];

function figurePage(figure: FigureInPack, { services }: PackContent, alt: string | undefined) {
  const heads = countHeads(figure.unit);
  const nameOf = (service: string) => services.find(({ key }) => key === service)?.name ?? service;
  return {
    name: figure.name,
    ...amountOf(figure),
    counts: [figure.numerator, figure.denominator].map((count, at) => `${heads[at]}: ${numberWords(count)}.`).join(" "),
    rating: { tone: ratingTones[figure.rating], words: ratings[figure.rating] },
    signal: signals[figure.signal],
    target: figure.target === undefined ? "No target set" : `Target ${figure.target}`,
    direction: directionWords[figure.direction],
    previous: figure.previous ? `Last pack ${figure.previous.display}` : "Reported for the first time",
    definition: `${figure.definition} (Definition: ${figure.indicator}, edition ${figure.edition}.)`,
    manual: figure.manual ? `Typed in by ${figure.manual.by}: ${figure.manual.reason}` : "",
    ...(alt !== undefined && { chart: { file: `${figure.indicator}.svg`, alt } }),
    heads: ["Service", ...heads, "Figure", "Standing"],
    services: figure.cells.map((cell) => [
      nameOf(cell.service),
      numberWords(cell.numerator),
      numberWords(cell.denominator),
      cell.display,
      { tone: ratingTones[cell.rating], words: ratings[cell.rating] },
    ]),
  };
}

/** A long unit stands under the number, in smaller print. */
function amountOf({ display, unit: { suffix } }: FigureInPack): { amount: string; per: string } {
  const long = suffix.length > " %".length && display.endsWith(suffix);
  return long ? { amount: display.slice(0, -suffix.length), per: suffix.trim() } : { amount: display, per: "" };
}

const quality = ({ assurance, figures, knownGaps, services }: PackContent) => ({
  samples: assurance.samples.map((sample) => [
    sentence(sample.what),
    `${numberWords(sample.size)} of ${numberWords(sample.frame)}`,
    countWords({ numerator: sample.agreed, denominator: sample.size, display: "" }),
    `${percent(sample.accuracy)} (at least ${percent(sample.lowerBound)})`,
    sample.accuracy >= sample.threshold
      ? { tone: "good", words: `Meets ${percent(sample.threshold)}` }
      : { tone: "bad", words: `Below ${percent(sample.threshold)}` },
  ]),
  everyCase: assurance.everyCase.map(({ category, cases, checked, discrepancies }) => [
    category,
    numberWords(cases),
    numberWords(checked),
    numberWords(discrepancies),
  ]),
  discrepancies: assurance.discrepancies.map((each) => [
    figures.find(({ indicator }) => indicator === each.figure)?.name ?? each.figure,
    services.find(({ key }) => key === each.service)?.name ?? each.service,
    each.found,
    sentence(each.cause),
    `${sentence(each.treatment)}; ${each.outcome}.`,
  ]),
  gaps: knownGaps,
  manual: figures.flatMap(({ name, manual }) => (manual ? [`${name}: ${manual.reason} (${manual.by})`] : [])),
});
