import { expect, it } from "vitest";
import { sampleFacts, samplePack } from "../../../test/support/sample-pack.ts";
import { commissionerEdition } from "./commissioner-edition.ts";
import { packContent } from "./pack-content.ts";

const content = samplePack();
const sent = commissionerEdition(content);
const figure = (of: typeof content, code: string) => of.figures.find(({ indicator }) => indicator === code);

it("shows figures about visits as they are", () => {
  expect(figure(sent, "missed-visits")).toEqual(figure(content, "missed-visits"));
});

it("withholds a small service, and another so that it cannot be worked out", () => {
  const cells = figure(sent, "safeguarding-24h")?.cells ?? [];
  const withheld = cells.filter(({ rating }) => rating === "withheld");
  expect(withheld.map(({ service }) => service)).toEqual(["birchwood", "dovecote"]);
  for (const cell of withheld) expect(cell).toMatchObject({ numerator: null, denominator: null, display: "withheld" });
});

it("says nothing of a withheld number in prose, and keeps the rest", () => {
  const sentences = sent.commentary.flatMap((each) => each.sentences.map(({ text }) => text));
  expect(sentences).toContain("22 of 24 concerns were raised within 24 hours.");
  expect(sentences.join(" ")).not.toContain("5 of 7");
  expect(sentences.filter((text) => text.startsWith("[Withheld"))).toHaveLength(1);
});

it("says nothing of it in themes and in what actions achieved", () => {
  const cites = ["safeguarding-24h@birchwood"];
  const facts = sampleFacts();
  const told = commissionerEdition(
    packContent({
      ...facts,
      themes: facts.themes.map((each) => ({ ...each, because: "5 of 7", cites })),
      actions: facts.actions.map((each) => ({ ...each, result: "5 of 7", cites })),
    }),
  );
  expect(JSON.stringify([told.themes, told.actions])).not.toContain("5 of 7");
});

it("leaves out whatever would give a withheld number away", () => {
  expect(sent).not.toHaveProperty("blind");
  expect(figure(sent, "safeguarding-24h")).not.toHaveProperty("cellsHash");
  expect(figure(sent, "missed-visits")).toHaveProperty("cellsHash");
});

it("leaves out the average when a month is withheld", () => {
  const facts = sampleFacts();
  const oneSmallMonth = packContent({
    ...facts,
    figures: facts.figures.map((each) =>
      each.indicator === "safeguarding-24h"
        ? {
            ...each,
            points: each.points.map((point, at) => (at === 0 ? { ...point, numerator: 2, denominator: 3 } : point)),
          }
        : each,
    ),
  });
  const shown = figure(commissionerEdition(oneSmallMonth), "safeguarding-24h");
  expect(shown?.points[0]).toMatchObject({ numerator: null, denominator: null, value: null });
  expect(shown).not.toHaveProperty("chart");
});

it("withholds how many cases there were when there were few", () => {
  expect(sent.assurance.everyCase.find(({ category }) => category === "Deaths")).toMatchObject({
    cases: null,
    checked: null,
  });
  expect(sent.assurance.everyCase.find(({ category }) => category === "Missed visits")).toMatchObject({ cases: 98 });
});
