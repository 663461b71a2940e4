import { describe, expect, it } from "vitest";
import { sampleFacts, samplePack } from "../../../test/support/sample-pack.ts";
import { type PackFacts, packContent } from "./pack-content.ts";

const facts = sampleFacts();

it("is the same whatever order the facts came in", () => {
  const backwards: PackFacts = {
    ...facts,
    services: facts.services.toReversed(),
    figures: facts.figures
      .toReversed()
      .map((figure) => ({ ...figure, cells: figure.cells.toReversed(), points: figure.points.toReversed() })),
    commentary: facts.commentary.toReversed(),
    assurance: {
      samples: facts.assurance.samples.toReversed(),
      everyCase: facts.assurance.everyCase.toReversed(),
      discrepancies: facts.assurance.discrepancies.toReversed(),
    },
    themes: facts.themes.toReversed(),
    actions: facts.actions.toReversed(),
    exceptions: facts.exceptions.toReversed(),
    authors: facts.authors.toReversed(),
    validators: facts.validators.toReversed(),
  };
  expect(JSON.stringify(packContent(backwards))).toBe(JSON.stringify(samplePack()));
});

it("follows the specification's order", () => {
  expect(samplePack().figures.map(({ indicator }) => indicator)).toEqual([
    "missed-visits",
    "punctual-15",
    "reviews-on-time",
    "safeguarding-24h",
    "incidents-rate",
  ]);
});

describe("refuses content that contradicts itself", () => {
  const [first, ...rest] = facts.figures;
  if (first === undefined) throw new Error("The sample has figures.");
  const [cell] = first.cells;
  if (cell === undefined) throw new Error("The sample's figures have cells.");
  it.each<[string, Partial<PackFacts>, string]>([
    ["a figure twice", { figures: [first, ...facts.figures] }, "there twice"],
    ["a figure nobody asked for", { figures: [...facts.figures, { ...first, indicator: "extra" }] }, "no section"],
    ["a figure that is asked for and not there", { figures: rest }, "there is no such figure"],
    ["a total that is not its services'", { figures: [{ ...first, numerator: 97 }, ...rest] }, "not the sum"],
    [
      "another contract's service",
      {
        figures: [
          { ...first, cells: [...first.cells, { ...cell, service: "coppice", numerator: 0, denominator: 0 }] },
          ...rest,
        ],
      },
      "not in this contract",
    ],
    [
      "a service twice",
      { figures: [{ ...first, cells: [...first.cells, { ...cell, numerator: 0, denominator: 0 }] }, ...rest] },
      "ashdown twice",
    ],
    ["nobody to approve it", { approvalsNeeded: [] }, "nobody is asked"],
  ])("%s", (_what, changes, says) => {
    expect(() => packContent({ ...facts, ...changes })).toThrow(
      expect.objectContaining({ code: "invalid", details: [expect.stringContaining(says)] }),
    );
  });
});

it("takes a figure that could not be computed as what it is, never as a zero", () => {
  const blocked = facts.figures.map((figure) =>
    figure.indicator === "punctual-15"
      ? {
          ...figure,
          numerator: null,
          denominator: null,
          display: "not available",
          rating: "blocked" as const,
          cells: [],
        }
      : figure,
  );
  expect(packContent({ ...facts, figures: blocked }).figures[1]).toMatchObject({ numerator: null, rating: "blocked" });
});
