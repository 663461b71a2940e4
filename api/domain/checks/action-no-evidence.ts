import { isDone } from "../actions/moves.ts";
import { check } from "./check.ts";
import { actionSubject } from "./subjects.ts";

export const actionNoEvidence = check({
  id: "action.no-evidence",
  severity: "attention",
  finds: "An action is marked complete with no evidence, or with evidence that names no record or says nothing.",
  why: "Nobody could show that care has changed.",
  acts: "registered-manager",
  escalates: "Quality lead.",
  clear: "Link a record that shows the change, and say what it shows.",
  find: ({ actions }) =>
    actions
      .filter((action) => isDone(action) && !action.evidence?.some(({ record, note }) => record.trim() && note?.trim()))
      .map((action) => ({
        subject: actionSubject(action),
        say: `“${action.action}” is marked complete ${action.evidence?.length ? "with evidence that does not say what it shows" : "without evidence"}.`,
        acts: action.ownerRole ?? "registered-manager",
        person: action.owner,
      })),
});
