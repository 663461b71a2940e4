import {
  choice,
  day,
  instant,
  note,
  number,
  part,
  person,
  reference,
  references,
  text,
  yesNo,
} from "../register/field.ts";
import { type Row, register } from "../register/register.ts";
import { categories, safeguardingCategory } from "./category.ts";

export const scrutiny = register({
  slug: "scrutiny",
  title: "Commissioner queries and external reviews",
  purpose: "Questions and findings about us from outside, when the answer is due, and what we answered.",
  kind: "scrutiny",
  words: { one: "query or review", many: "queries and reviews", also: ["query", "challenge", "finding"] },
  views: [
    { name: "External assurance tracker", where: { field: "kind", is: ["query"] } },
    { name: "Service action tracker", where: { field: "kind", is: ["meeting-finding"] } },
    { name: "Provider assurance tracker", where: { field: "kind", is: ["external-review"] } },
    { name: "External assurance record", where: { field: "status", is: ["answered", "monitored", "closed"] } },
  ],
  headline: "headline",
  brief: ["headline", "fromWhom", "receivedAt", "due", "status"],
  scope: { contract: "contract", services: "services", safeguarding: safeguardingCategory },
  status: "status",
  fields: {
    headline: text("What it is about", { required: true, help: "No names of people we support." }),
    kind: choice("Kind", ["query", "meeting-finding", "external-review"], { required: true, indexed: true }),
    category: choice("Category", categories, { required: true, indexed: true }),
    contract: reference("Contract", "contracts", { indexed: true }),
    services: references("Services", "services"),
    fromWhom: text("From", {
      required: true,
      help: "The commissioner, the CQC or another body, and the person there.",
    }),
    receivedAt: instant("Arrived at", { required: true, indexed: true, help: "When the message came in." }),
    firstSeenAt: instant("First seen at", { help: "Later than it arrived when it came out of hours." }),
    said: note("What they said", {
      restricted: true,
      help: "Word for word where you have it. It stays in this register.",
    }),
    periodFrom: day("About the time from"),
    periodTo: day("Until"),
    indicator: text("Measure in doubt", {
      indexed: true,
      max: 60,
      help: "The figure they doubt, when it is one.",
      codeOf: "indicators",
    }),
    figure: reference("Figure as submitted", "figures"),
    pack: reference("Pack it was in", "packs", { indexed: true }),
    cases: part(
      "Cases affected",
      { case: text("Case reference", { required: true }), due: day("Due"), doneOn: day("Done on") },
      { restricted: true, help: "By reference only, each with its own day." },
    ),
    requiredStandard: note("Standard they expect", { help: "What the contract or the law asks for here." }),
    due: day("Answer due", { indexed: true }),
    acknowledgedAt: instant("Acknowledged at"),
    holdingReplyAt: instant("Holding reply at"),
    extensionAskedOn: day("More time asked for on"),
    extensionAgreedTo: day("More time agreed until"),
    extensionAgreedBy: text("Agreed by", { help: "Who at the commissioner agreed to it." }),
    chasers: number("Times they had to chase", { help: "Each reminder from them counts." }),
    instructions: part(
      "Instructions to coordinators",
      {
        to: person("To", { required: true }),
        text: text("Instruction", { required: true, max: 2000 }),
        at: instant("At", { required: true }),
        acknowledgedAt: instant("Acknowledged at"),
      },
      { help: "What coordinators were told to do, and when each said they had read it." },
    ),
    response: note("Our answer", { help: "As it was sent." }),
    verifiedFigures: part(
      "Figures verified",
      {
        figure: reference("Figure", "figures", { required: true }),
        was: text("Sent as", { required: true }),
        now: text("Verified as", { required: true }),
      },
      { help: "What was sent, beside what the records say now." },
    ),
    answeredBy: person("Answered by"),
    answeredAt: instant("Answered at"),
    reviewDates: part(
      "Reviews",
      {
        on: day("On", { required: true }),
        found: text("Found", { max: 2000 }),
        by: person("By"),
      },
      { help: "When it was looked at again, and what was found." },
    ),
    closingTests: part(
      "It closes when",
      {
        test: text("Test", { required: true }),
        monthsHeld: number("Months held", { required: true }),
        monthsNeeded: number("Months needed", { required: true }),
      },
      { help: "All of them must hold for the agreed months before a meeting may close it." },
    ),
    responsible: person("Responsible", { indexed: true }),
    closedAtMeeting: reference("Closed by the meeting", "meetings"),
    reopensSpecification: yesNo("The definition itself is in doubt"),
    status: choice("Status", ["logged", "investigating", "verifying", "acting", "answered", "monitored", "closed"], {
      required: true,
      indexed: true,
    }),
  },
});

export interface Scrutiny extends Row<typeof scrutiny> {}
