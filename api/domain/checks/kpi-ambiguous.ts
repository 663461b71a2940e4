import { check } from "./check.ts";
import { indicatorName } from "./names.ts";
import { indicatorInUse, requiredIndicators, requiredOf } from "./required.ts";
import { indicatorSubject, specificationSubject } from "./subjects.ts";

export const kpiAmbiguous = check({
  id: "kpi.ambiguous",
  blocks: "define",
  severity: "blocking",
  finds: "An indicator’s definition leaves something open, or managers read it differently.",
  why: "Two people counting the same records would report two figures.",
  acts: "quality-lead",
  escalates: "Reporting is paused until the definition is agreed.",
  clear: "Complete the definition, settle the managers’ doubts, and have it agreed.",
  find: (facts) => [
    ...requiredOf(facts)
      .filter(({ kind, name }) => kind === "indicator" && !indicatorInUse(facts, name))
      .map(({ name }) => ({
        subject: specificationSubject(facts, name),
        say: `The indicator “${indicatorName(facts, name)}” is not defined.`,
      })),
    ...requiredIndicators(facts).flatMap((indicator) => {
      const open: string[] = parts.filter(({ field }) => !indicator[field]?.trim()).map(({ words }) => words);
      if (indicator.status !== "agreed") open.push("agreement: it is not agreed yet");
      const answers = facts.reviews
        .filter(
          ({ subjectKind, subject, status }) =>
            subjectKind === "indicator" && subject === indicator.key && status === "answered",
        )
        .map(({ answer }) => answer);
      if (new Set(answers).size > 1) open.push("one reading: managers read it differently");
      return open.length === 0
        ? []
        : [{ subject: indicatorSubject(facts, indicator), say: `“${indicator.name}” lacks ${open.join("; ")}.` }];
    }),
  ],
});

/** What a definition cannot do without. No exclusions means that nothing is left out, which is clear enough. */
const parts = [
  { field: "numerator", words: "what counts" },
  { field: "denominator", words: "out of what" },
  { field: "window", words: "over which time" },
  { field: "boundaries", words: "what happens exactly on the line" },
] as const;
