import type { Answers } from "#domain/register/register.ts";
import type { actions } from "#domain/registers/actions.ts";
import { demoId } from "../people.ts";

type Action = Answers<typeof actions>;

const about = (
  category: Action["category"],
  service: string,
  owner: number,
  deadline: string,
  [action, cause]: readonly [string, string],
): Action => ({
  action,
  category,
  source: "internal-improvement",
  service,
  cause,
  owner: demoId(owner),
  deadline,
  status: "open",
});

const offered = (by: number, record: string) => ({
  evidence: [{ at: "2026-10-06T08:45:00Z", by: demoId(by), record, note: "As asked" }],
  status: "evidence-offered" as const,
});

const accepted = (by: number, record: string, at: string) => ({
  evidence: [{ at, by: demoId(by), record, note: "As asked" }],
  acceptedBy: demoId(6),
  acceptedAt: at,
});

/** Everything but safeguarding. Overdue on 12 October 2026: five, one of them waiting for its evidence to be accepted. */
export const careActions: Readonly<Record<string, Action>> = {
  "action-ashdown-rota": {
    ...about("missed-visits", "ashdown", 9, "2026-02-27", [
      "Check every next-day rota for gaps at four o'clock",
      "Changes made after noon were not seen by the evening coordinator",
    ]),
    source: "pack-theme",
    raisedFrom: "missed-visits-ashdown",
    contract: "westshire",
    measure: "missed-visits",
    measureDirection: "go-down",
    measureTarget: 1,
    measureBy: "2026-09-30",
    ...accepted(9, "ROTA-CHECK-2026-02", "2026-02-26T16:10:00Z"),
    status: "too-early-to-say",
  },
  "action-elm-house-falls": {
    ...about("incidents", "elm-house", 13, "2026-04-15", [
      "Walk every resident's route at night with the physiotherapist",
      "Most falls were between bed and bathroom",
    ]),
    source: "pack-theme",
    raisedFrom: "falls-elm-house",
    contract: "eastmoor",
    measure: "falls-per-1000-bed-days",
    measureDirection: "go-down",
    measureBy: "2026-09-30",
    ...accepted(13, "AUD-0077", "2026-04-14T10:00:00Z"),
    status: "complete",
  },
  "action-birchwood-travel-time": {
    ...about("late-visits", "birchwood", 10, "2026-10-08", [
      "Put travel time back between visits on the Moorby round",
      "Travel time was taken out when two rounds were joined in June",
    ]),
    source: "pack-theme",
    raisedFrom: "late-visits-birchwood",
    contract: "westshire",
    measure: "punctuality-15",
    measureDirection: "go-up",
    measureTarget: 90,
    measureBy: "2026-12-31",
    status: "in-progress",
    progress: [{ at: "2026-09-22T13:15:00Z", by: demoId(10), text: "Three of seven rounds done." }],
  },
  "action-birchwood-recruitment": about("staffing", "birchwood", 7, "2026-11-27", [
    "Fill three carer posts on the evening round",
    "Three people left in June",
  ]),
  "action-birchwood-continuity": {
    ...about("staffing", "birchwood", 10, "2026-10-16", [
      "Give each person a named group of three carers again",
      "Bank carers cover the gaps",
    ]),
    measure: "continuity",
    measureDirection: "go-up",
    measureTarget: 80,
    measureBy: "2026-12-31",
  },
  "action-birchwood-late-calls": {
    ...about("late-visits", "birchwood", 19, "2026-10-14", [
      "Ring people when a carer will be more than 15 minutes late",
      "People found out by waiting",
    ]),
    ownerRole: "team-leader",
    status: "in-progress",
  },
  "action-ashdown-missed-calls-log": {
    ...about("recording", "ashdown", 22, "2026-10-01", [
      "Write the reason beside every visit with no recorded start",
      "Reasons are in the on-call book only",
    ]),
    ownerRole: "care-coordinator",
  },
  "action-coppice-tablets": {
    ...about("medication", "coppice", 11, "2026-10-13", ["Count tablets at each weekly visit", "One count was out"]),
    ...offered(11, "MED-0412"),
  },
  "action-dovecote-reviews": {
    ...about("reviews", "dovecote", 12, "2026-10-20", [
      "Hold the two reviews carried over from summer",
      "The social worker was away",
    ]),
    measure: "reviews-on-time",
    measureDirection: "go-up",
    measureTarget: 90,
    measureBy: "2026-12-31",
    waitingFor: "Westshire's review team to name a worker",
    chasedOn: "2026-10-05",
    status: "waiting",
  },
  "action-dovecote-support-notes": {
    ...about("recording", "dovecote", 21, "2026-10-07", [
      "Link each support note to the outcome it is about",
      "Notes said what was done, not what changed",
    ]),
    ownerRole: "key-worker",
  },
  "action-elm-house-call-bells": {
    ...about("incidents", "elm-house", 20, "2026-09-22", [
      "Test every call bell at shift handover for four weeks",
      "Two bells had failed unseen",
    ]),
    ownerRole: "shift-leader",
    status: "in-progress",
  },
  "action-elm-house-medicines-audit": {
    ...about("medication", "elm-house", 13, "2026-10-23", ["Repeat the medicines audit", "Signature gaps in August"]),
    source: "audit",
  },
  "action-westshire-complaint-letters": {
    action: "Use the council's new complaint letter",
    category: "complaints",
    source: "commissioner-request",
    contract: "westshire",
    cause: "The council changed its letter in July",
    owner: demoId(4),
    deadline: "2026-09-30",
    ...offered(4, "LETTER-2026-09"),
  },
  "action-eastmoor-portal": {
    action: "Name two people for the council's portal",
    category: "other",
    source: "commissioner-request",
    contract: "eastmoor",
    cause: "One of the two left",
    owner: demoId(5),
    deadline: "2026-10-15",
    status: "open",
  },
  "action-export-reminder": {
    action: "Put the monthly exports in the diary for the third working day",
    category: "recording",
    source: "internal-improvement",
    cause: "The June export was a week late",
    owner: demoId(17),
    deadline: "2026-09-04",
    ...accepted(17, "DIARY-2026-09", "2026-09-03T09:00:00Z"),
    status: "effective",
    verdict: "effective",
    verdictBy: demoId(6),
    verdictNote: "July, August and September exports were on the day.",
  },
};
