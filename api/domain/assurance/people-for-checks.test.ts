import { expect, it } from "vitest";
import { person } from "../../../test/support/rows.ts";
import { peopleForChecks } from "./people-for-checks.ts";

const niamh = person("niamh", ["quality-lead"]);
const harriet = person("harriet", ["auditor"]);
const imran = person("imran", ["auditor"], { safeguarding: false });
const everybody = [niamh, imran, harriet];
const scope = { contract: "westshire", services: [], safeguarding: false };

it("has the quality lead draw and an auditor check, whoever plans", () => {
  expect(peopleForChecks(niamh, scope, everybody)).toEqual({ sampler: "niamh", checker: "imran" });
  expect(peopleForChecks(harriet, scope, everybody)).toEqual({ sampler: "niamh", checker: "harriet" });
});

it("names only who may see safeguarding concerns where they are checked", () => {
  expect(peopleForChecks(niamh, { ...scope, safeguarding: true }, everybody).checker).toBe("harriet");
});

it("names nobody to check rather than who draws, or who stands in for them", () => {
  const both = person("both", ["quality-lead", "auditor"]);
  const standIn = person("stand-in", ["auditor"], { deputyFor: ["both"] });
  expect(peopleForChecks(both, scope, [both, standIn])).toEqual({ sampler: "both", checker: undefined });
});
