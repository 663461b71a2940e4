import { themes } from "#domain/registers/themes.ts";
import { demoId } from "../people.ts";
import { seedRows } from "./seed-rows.ts";

const onPaper = "From the paper report for April to June 2026.";
const verdict = (cycle: string, verdict: "improved" | "stable" | "escalated") => [
  { cycle, verdict, numbers: onPaper, by: demoId(1), at: "2026-08-18T14:00:00Z" },
];

/** What leadership recorded from last quarter's reports; this quarter's cycles have to look at each again. */
export const demoThemeRows = seedRows(themes, {
  "late-visits-birchwood": {
    name: "Visits starting late at Birchwood",
    category: "late-visits",
    contract: "westshire",
    services: ["birchwood"],
    proposedBy: "leadership",
    firstSeen: "2026-06-30",
    cyclesSeen: ["westshire-2026-q2"],
    verdicts: verdict("westshire-2026-q2", "stable"),
    owner: demoId(7),
    status: "open",
  },
  "missed-visits-ashdown": {
    name: "Missed visits at Ashdown",
    category: "missed-visits",
    contract: "westshire",
    services: ["ashdown"],
    proposedBy: "leadership",
    firstSeen: "2025-12-31",
    cyclesSeen: ["westshire-2026-q2"],
    verdicts: verdict("westshire-2026-q2", "improved"),
    owner: demoId(9),
    status: "improving",
  },
  "falls-elm-house": {
    name: "Falls at Elm House",
    category: "incidents",
    contract: "eastmoor",
    services: ["elm-house"],
    proposedBy: "leadership",
    firstSeen: "2025-12-31",
    cyclesSeen: ["eastmoor-2026-q2"],
    verdicts: verdict("eastmoor-2026-q2", "improved"),
    discussedOn: "2026-02-10",
    discussion: "The council asked for a monthly count; the falls work began in April.",
    owner: demoId(13),
    status: "improving",
  },
  "safeguarding-documents": {
    name: "Safeguarding documents finished after their day",
    category: "safeguarding",
    services: ["birchwood", "coppice"],
    proposedBy: "leadership",
    firstSeen: "2026-06-30",
    cyclesSeen: ["westshire-2026-q2", "eastmoor-2026-q2"],
    verdicts: verdict("eastmoor-2026-q2", "stable"),
    owner: demoId(14),
    status: "open",
  },
});
