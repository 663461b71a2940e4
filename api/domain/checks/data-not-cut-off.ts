import { check } from "./check.ts";
import { indicatorName } from "./names.ts";
import { requiredOf } from "./required.ts";
import { cycleSubject } from "./subjects.ts";

export const dataNotCutOff = check({
  id: "data.not-cut-off",
  blocks: "collect",
  severity: "blocking",
  finds: "The data cut-off is not set, or a required indicator has no figure.",
  why: "Until then figures may still change under the people who check and explain them.",
  acts: "contracts-manager",
  clear: "Set the data cut-off once the imports are in; see why a figure is blocked.",
  canBeQualified: true,
  find: (facts) => [
    ...(facts.cycle.cutOffAt && facts.cycle.snapshot
      ? []
      : [{ subject: cycleSubject(facts), say: "The data cut-off is not set." }]),
    ...requiredOf(facts)
      .filter(({ kind }) => kind === "indicator")
      .flatMap(({ name }) => {
        const title = indicatorName(facts, name);
        const figure = facts.figures.find(({ indicator, cycle }) => indicator === name && cycle === facts.cycle.key);
        if (figure && figure.rating !== "blocked") return [];
        const why = figure?.blockedReason ? `is blocked: ${figure.blockedReason}` : "has no figure yet";
        return [{ subject: cycleSubject(facts, name), say: `“${title}” ${why}.` }];
      }),
  ],
});
