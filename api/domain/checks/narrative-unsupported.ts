import { checkSentences } from "../commentary/check-sentences.ts";
import { check } from "./check.ts";
import { commentarySubject } from "./subjects.ts";
import { written } from "./written.ts";

export const narrativeUnsupported = check({
  id: "narrative.unsupported",
  severity: "attention",
  finds: "A claim neither cites a figure nor is marked as the manager’s account.",
  why: "A reader cannot tell what we know from what we think.",
  acts: "contracts-manager",
  escalates: "Senior review.",
  clear: "Cite the figure behind the claim, or mark it [manager’s account].",
  find: (facts) =>
    written(facts).flatMap((row) => {
      const count = checkSentences(row.text, facts.cited)
        .flatMap(({ problems }) => problems)
        .filter(({ kind }) => kind === "unsupported").length;
      if (count === 0 || row.kind === "manager-account") return [];
      const say = count === 1 ? "one sentence has nothing behind it" : `${count} sentences have nothing behind them`;
      return [{ subject: commentarySubject(row), say: `“${row.theme}”: ${say}.`, person: row.writtenBy }];
    }),
});
