import { check } from "./check.ts";
import { indicatorName } from "./names.ts";
import { requiredOf, sourcesOf } from "./required.ts";
import { specificationSubject } from "./subjects.ts";

export const mapMissingSource = check({
  id: "map.missing-source",
  blocks: "define",
  severity: "blocking",
  finds: "A required category or indicator has no mapped source.",
  why: "A figure or statement without a source cannot be traced back to care records.",
  acts: "quality-lead",
  escalates: "Revise the specification with the commissioner or senior leaders.",
  clear: "Add the source to the evidence map, or agree with the commissioner to take it out.",
  find: (facts) =>
    requiredOf(facts)
      .filter((required) => sourcesOf(facts, required).length === 0)
      .map(({ kind, name, section }) => ({
        subject: specificationSubject(facts, name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")),
        say: `“${kind === "indicator" ? indicatorName(facts, name) : name}” in the section “${section}” has no mapped source.`,
      })),
});
