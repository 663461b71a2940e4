import { roles } from "../people/role.ts";
import { choice, day, instant, note, number, part, person, reference, text, yesNo } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";
import { categories, safeguardingCategory } from "./category.ts";

/** Overdue is worked out from the deadline, never kept. */
export const actions = register({
  slug: "actions",
  title: "Actions",
  purpose: "What we said we would do, who does it by when, and whether it made care better.",
  kind: "improvement",
  words: { one: "action", many: "actions", also: ["task", "improvement"] },
  views: [
    { name: "Contract action tracker", where: { field: "source", is: ["pack-theme", "commissioner-request"] } },
    { name: "Service action log" },
    { name: "Service improvement log", where: { field: "source", is: ["internal-improvement"] } },
    { name: "Governance tracker" },
    { name: "Management action log", where: { field: "source", is: ["exception"] } },
    { name: "Service action tracker", where: { field: "source", is: ["query"] } },
    { name: "Audit action log", where: { field: "source", is: ["audit", "discrepancy"] } },
  ],
  headline: "action",
  brief: ["action", "service", "owner", "deadline", "status"],
  scope: { contract: "contract", services: "service", safeguarding: safeguardingCategory },
  status: "status",
  fields: {
    action: text("What has to be done", { required: true, help: "Start with a verb. No names of people we support." }),
    category: choice("Category", categories, { required: true, indexed: true }),
    source: choice(
      "Where it came from",
      [
        "pack-theme",
        "commissioner-request",
        "exception",
        "query",
        "audit",
        "discrepancy",
        "internal-improvement",
        "risk-control",
      ],
      { required: true, indexed: true },
    ),
    raisedFrom: text("Raised from", { indexed: true, max: 120, help: "Key of the theme, check or query behind it." }),
    contract: reference("Contract", "contracts", { indexed: true }),
    service: reference("Service", "services", { indexed: true }),
    makeSafe: yesNo("Makes people safe now", { help: "Opens at once; the cause may follow." }),
    cause: note("Cause", { help: "Why it happened. Needed before the action is complete. No names." }),
    context: note("Background", {
      restricted: true,
      help: "What only those who do it need to know. It stays in this register.",
    }),
    owner: person("Owner", { required: true, indexed: true }),
    ownerRole: choice("Owner's role", roles),
    deadline: day("Deadline", { required: true, indexed: true }),
    deadlineHistory: part(
      "Earlier deadlines",
      {
        was: day("Was", { required: true }),
        to: day("Became", { required: true }),
        reason: text("Reason", { required: true, max: 1000 }),
        by: person("By", { required: true }),
        at: instant("At", { required: true }),
      },
      { help: "Every change of deadline with its reason; none is lost." },
    ),
    evidenceRequired: note("What will show it is done", { help: "E.g. ten visits in a row with the new form." }),
    measure: text("Measure that should move", {
      max: 60,
      help: "The figure that shows whether it worked.",
      codeOf: "indicators",
    }),
    measureDirection: choice("It should", ["go-up", "go-down", "hold"]),
    measureBaseline: number("It was", { help: "The figure when the action was opened." }),
    measureTarget: number("It should reach", { help: "The figure that would show it worked." }),
    measureBy: day("By"),
    waitingFor: text("Waiting for", { help: "Another body: who, and for what." }),
    chasedOn: day("Last chased on"),
    progress: part(
      "Progress",
      {
        at: instant("At", { required: true }),
        by: person("By", { required: true }),
        text: text("What was done", { required: true, max: 2000 }),
      },
      { restricted: true, help: "What was done so far, newest last. It stays in this register." },
    ),
    evidence: part(
      "Evidence",
      {
        at: instant("At", { required: true }),
        by: person("By", { required: true }),
        record: text("Record", { required: true, help: "Its number in the care system, or the file." }),
        note: text("What it shows", { max: 2000 }),
      },
      { restricted: true, help: "What the owner offers to show that it is done. It stays in this register." },
    ),
    commissionerTold: yesNo("Commissioner was told", { help: "Needed to close what a commissioner asked for." }),
    commissionerToldOn: day("Told on"),
    commissionerToldBy: person("Told by"),
    acceptedBy: person("Evidence accepted by", { help: "The quality lead, never the owner." }),
    acceptedAt: instant("Accepted at"),
    verdict: choice("Did it work?", ["effective", "not-yet-effective", "too-early-to-say"]),
    verdictBy: person("Verdict by"),
    verdictNote: note("What the numbers say", { help: "Before and after, from the chart of the measure." }),
    status: choice(
      "Status",
      [
        "open",
        "in-progress",
        "waiting",
        "evidence-offered",
        "complete",
        "effective",
        "not-yet-effective",
        "too-early-to-say",
      ],
      { required: true, indexed: true },
    ),
  },
});

export interface Action extends Row<typeof actions> {}
