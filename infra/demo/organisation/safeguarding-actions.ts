import type { Answers } from "#domain/register/register.ts";
import type { actions } from "#domain/registers/actions.ts";
import { demoId } from "../people.ts";

type Action = Answers<typeof actions>;

const safeguarding = (service: string, owner: number, deadline: string, action: string, cause: string): Action => ({
  action,
  category: "safeguarding",
  source: "internal-improvement",
  service,
  cause,
  owner: demoId(owner),
  deadline,
  evidenceRequired: "The dated record, seen by somebody other than the owner.",
  status: "open",
});

/**
 * Safeguarding actions. Overdue on 12 October 2026: one each at Ashdown, Dovecote and Elm House, two at Birchwood,
 * one at Coppice, one for the whole Eastmoor contract (seen by those whose services serve it) and one for the whole
 * organisation; so nobody's list is quite another's.
 */
export const safeguardingActions: Readonly<Record<string, Action>> = {
  "action-sg-ashdown-chronology": {
    ...safeguarding("ashdown", 9, "2026-09-25", "Finish the chronology template for the branch", "Old forms in use"),
    raisedFrom: "safeguarding-documents",
    status: "in-progress",
  },
  "action-sg-birchwood-documents": {
    ...safeguarding(
      "birchwood",
      10,
      "2026-09-18",
      "Set a day-three check on every open concern's documents",
      "Documents waited for the last working day",
    ),
    source: "pack-theme",
    raisedFrom: "safeguarding-documents",
    contract: "westshire",
    measure: "safeguarding-documents-on-time",
    measureDirection: "go-up",
    measureTarget: 95,
    measureBy: "2026-12-31",
    status: "in-progress",
  },
  "action-sg-birchwood-handover": safeguarding(
    "birchwood",
    7,
    "2026-10-02",
    "Agree who covers concerns when the manager is on leave",
    "No named cover in August",
  ),
  "action-sg-coppice-training": safeguarding(
    "coppice",
    11,
    "2026-09-30",
    "Hold the refresher session for night staff",
    "Night staff missed the spring session",
  ),
  "action-sg-dovecote-bodymaps": safeguarding(
    "dovecote",
    12,
    "2026-10-09",
    "Put body maps in every support file",
    "Two files had none at the last audit",
  ),
  "action-sg-elm-house-locks": {
    ...safeguarding("elm-house", 13, "2026-08-31", "Fit the new medicine cabinet locks on both floors", "Worn locks"),
    waitingFor: "The landlord's contractor",
    chasedOn: "2026-09-28",
    status: "waiting",
  },
  "action-sg-eastmoor-threshold": {
    action: "Agree the council's threshold guide with the safeguarding team",
    category: "safeguarding",
    source: "commissioner-request",
    contract: "eastmoor",
    cause: "The council published a new guide in June",
    owner: demoId(14),
    deadline: "2026-09-15",
    status: "open",
  },
  "action-sg-policy-review": {
    action: "Review the safeguarding policy after the spring audit",
    category: "safeguarding",
    source: "audit",
    cause: "Policy older than a year",
    owner: demoId(2),
    deadline: "2026-10-05",
    status: "in-progress",
  },
  "action-sg-ashdown-advocates": safeguarding(
    "ashdown",
    9,
    "2026-10-30",
    "Add advocates' numbers to the on-call folder",
    "On-call staff could not find them",
  ),
  "action-sg-elm-house-visitors": {
    ...safeguarding("elm-house", 13, "2026-09-10", "Start a visitors' book for contractors", "Nobody signed in"),
    evidence: [{ at: "2026-09-08T09:30:00Z", by: demoId(13), record: "AUD-0091", note: "Four weeks of entries" }],
    acceptedBy: demoId(6),
    acceptedAt: "2026-09-09T11:00:00Z",
    status: "complete",
  },
};
