import { expect, it } from "vitest";
import { sampleFacts, samplePack } from "../../../test/support/sample-pack.ts";
import { firstPage, percent } from "./first-page.ts";
import { packContent } from "./pack-content.ts";

const page = firstPage(samplePack());

it("says what changed, and whether that meets the target now", () => {
  expect(page.changed).toContainEqual({ about: "Missed visits", say: "0.80 %, was 0.43 %; now off target" });
  expect(page.changed).toContainEqual({
    about: "Incidents per 1,000 hours",
    say: "5.47 per 1,000 hours, was 5.43 per 1,000 hours",
  });
});

it.each([
  ["nothing was due before", "none-due", "not-met"],
  ["what was before may not be told", "withheld", "not-met"],
  ["what is now may not be told", "met", "withheld"],
] as const)("calls it no change when %s", (_, before, now) => {
  const facts = sampleFacts();
  const figures = facts.figures.map((figure) => ({
    ...figure,
    rating: now,
    ...(figure.previous && { previous: { ...figure.previous, rating: before } }),
  }));
  expect(firstPage(packContent({ ...facts, figures })).changed).toEqual([]);
});

it("worries about figures off target or getting worse, and about escalated themes", () => {
  expect(page.worried.map(({ about }) => about)).toEqual([
    "Missed visits",
    "Safeguarding concerns raised within 24 hours",
    "Missed visits at Birchwood",
  ]);
});

it("worries about a sample below what the plan asked for", () => {
  const facts = sampleFacts();
  const samples = facts.assurance.samples.map((each) => ({ ...each, accuracy: 0.9 }));
  const { worried } = firstPage(packContent({ ...facts, assurance: { ...facts.assurance, samples } }));
  expect(worried.at(-1)?.about).toBe("Visits counted in missed visits and punctuality");
  expect(worried.at(-1)?.say).toBe("90.0 % agreed as first found; the plan asks for 95.0 %");
});

it("puts every promise of the last pack under what happened", () => {
  expect(page.lastTime.map(({ about }) => about)).toEqual([
    "Late care-plan reviews",
    "Missed visits at Birchwood",
    "Weekend relief rota (Birchwood home care)",
  ]);
  expect(page.did.map(({ about }) => about)).toEqual([
    "Book reviews six weeks ahead",
    "On-call supervisor covers any visit 30 minutes late (Birchwood home care)",
  ]);
});

it.each([
  [1, "100.0 %"],
  [0.99999, "99.9 %"],
  [58 / 60, "96.7 %"],
  [0, "0.0 %"],
])("writes a share of %d as %s", (share, words) => {
  expect(percent(share)).toBe(words);
});
