import { describe, expect, it } from "vitest";
import { assuranceStatement } from "#api/packs/assurance-statement.ts";
import { contentHash } from "#api/packs/content-hash.ts";
import { evidencePack } from "#api/packs/evidence-pack.ts";
import { commissionerEdition } from "#domain/packs/commissioner-edition.ts";
import { type PackContent, type PackFacts, packContent } from "#domain/packs/pack-content.ts";
import { sampleFacts, samplePack } from "../support/sample-pack.ts";
import { approvals } from "../support/signed-pack.ts";

const draft = (content: PackContent) => ({
  standing: "draft" as const,
  contentHash: contentHash(content),
  decisions: [],
});
const final = (content: PackContent) => ({
  ...draft(content),
  standing: "final" as const,
  decisions: approvals(content),
});
const pages = (pdf: Uint8Array) => Number(/\/Count (\d+)/.exec(Buffer.from(pdf).toString("latin1"))?.[1]);

/** Twenty further figures, forty actions: tables that break across pages. */
function long(): PackFacts {
  const facts = sampleFacts();
  const [figure] = facts.figures;
  const [action] = facts.actions;
  if (figure === undefined || action === undefined) throw new Error("The sample has figures and actions.");
  const more = Array.from({ length: 20 }, (_, at) => ({
    ...figure,
    indicator: `more-${at}`,
    name: `Figure number ${at}`,
  }));
  return {
    ...facts,
    figures: [...facts.figures, ...more],
    actions: Array.from({ length: 40 }, (_, at) => ({ ...action, title: `${action.title} ${at}` })),
    specification: {
      ...facts.specification,
      sections: [
        ...facts.specification.sections,
        { title: "More", indicators: more.map(({ indicator }) => indicator) },
      ],
    },
  };
}

const strings = [
  "name",
  "text",
  "because",
  "reason",
  "definition",
  "provider",
  "commissioner",
  "found",
  "saidLastTime",
  "result",
  "did",
  "display",
  "target",
];
const hostile = '"; #panic("x") ≥ 😀 \\ </svg> {{x}} $a$ ` <!-- \u0000';

describe("the evidence pack", () => {
  it.each(["draft", "final"] as const)("is accessible however long it gets, as a %s", (standing) => {
    const content = packContent(long());
    const pdf = evidencePack(content, standing === "draft" ? draft(content) : final(content));
    expect(pages(pdf)).toBeGreaterThan(12);
  });

  it("is accessible with next to nothing to say", () => {
    const facts = sampleFacts();
    const bare = packContent({
      ...facts,
      figures: facts.figures.map(({ previous: _, chart: __, ...figure }) => ({
        ...figure,
        points: [],
        cells: [],
        numerator: 0,
        denominator: 0,
        display: "none due",
        rating: "none-due",
      })),
      commentary: [],
      themes: [],
      actions: [],
      exceptions: [],
      knownGaps: [],
      validators: [],
      assurance: { samples: [], everyCase: [], discrepancies: [] },
    });
    expect(pages(evidencePack(bare, draft(bare)))).toBeGreaterThan(4);
    expect(pages(assuranceStatement(bare, draft(bare)))).toBe(1);
  });

  it("prints whatever people typed, anywhere", () => {
    const facts: PackFacts = JSON.parse(JSON.stringify(sampleFacts()), (name, value) =>
      strings.includes(name) && typeof value === "string" ? value + hostile : value,
    );
    const content = packContent(facts);
    expect(pages(evidencePack(content, final(content)))).toBeGreaterThan(6);
  });

  it("differs between draft and final, and between editions", () => {
    const content = samplePack();
    const made = [
      evidencePack(content, draft(content)),
      evidencePack(content, final(content)),
      evidencePack(commissionerEdition(content), final(content)),
    ].map((pdf) => Buffer.from(pdf).toString("base64"));
    expect(new Set(made).size).toBe(3);
  });
});

it("states the assurance on one page", () => {
  const content = samplePack();
  expect(pages(assuranceStatement(content, final(content)))).toBe(1);
});
