/**
 * Answers that say who decided, when and on what: a step writes them, with its rules, and nobody types them in. Where a
 * row stands is never edited either; that field is named by its register.
 */
export const setBySteps: Readonly<Record<string, readonly string[]>> = {
  specifications: ["edition", "writtenBy", "approvedBy", "approvedOn", "supersededBy"],
  indicators: ["edition", "tests", "writtenBy", "testedBy", "agreedBy", "agreedOn", "replaces"],
  "evidence-map": ["confirmedBy", "confirmedOn"],
  themes: ["proposedBy", "firstSeen", "cyclesSeen", "verdicts", "closedReason"],
  actions: [
    ...["source", "raisedFrom", "deadline", "deadlineHistory", "progress", "evidence"],
    ...["commissionerTold", "commissionerToldOn", "commissionerToldBy", "acceptedBy", "acceptedAt"],
    ...["verdict", "verdictBy", "verdictNote"],
  ],
  exceptions: [
    ...["rule", "records", "oldestDays", "weeksRunning", "prioritisedBy", "prioritisedAt", "checkedBy", "checkedAt"],
    ...["verdict", "verdictBy", "verdictNote"],
  ],
  "outcome-plans": ["chosenBy"],
  meetings: ["minutesHash", "approvedBy", "approvedOn"],
};
