import { check } from "./check.ts";
import { requiredOf } from "./required.ts";
import { specificationSubject } from "./subjects.ts";

export const specMissingMeasure = check({
  id: "spec.missing-measure",
  blocks: "define",
  severity: "blocking",
  finds: "A measure the contract sets a target for is in no section of the specification.",
  why: "The commissioner would not be told of something the contract asks for.",
  acts: "contracts-manager",
  clear: "Add the measure to a section, or take its target for this contract away.",
  find: (facts) => {
    const reported = requiredOf(facts).map(({ name }) => name);
    return facts.indicators
      .filter(
        ({ status, targets = [] }) =>
          status !== "retired" && targets.some(({ contract }) => contract === facts.contract.key),
      )
      .filter(({ code }, at, all) => !reported.includes(code) && all.findIndex((each) => each.code === code) === at)
      .map(({ code, name }) => ({
        subject: specificationSubject(facts, code),
        say: `The contract sets a target for “${name}”, which no section reports.`,
      }));
  },
});
