import { choice, day, hash, note, part, person, reference, references, several, text } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";

export const meetings = register({
  slug: "meetings",
  title: "Meetings and reviews",
  purpose: "Governance meetings and register reviews: who looked at what, what was decided, and what follows.",
  kind: "governance",
  words: { one: "meeting", many: "meetings", also: ["minutes"] },
  views: [
    { name: "Governance minutes", where: { field: "kind", is: ["governance"] } },
    { name: "Formal minutes", where: { field: "status", is: ["approved"] } },
    { name: "Commissioner review update", where: { field: "kind", is: ["commissioner-review"] } },
    { name: "Register reviews", where: { field: "kind", is: ["register-review"] } },
  ],
  headline: "name",
  brief: ["name", "kind", "day", "chair", "status"],
  scope: { contract: "contract", services: "services" },
  status: "status",
  fields: {
    name: text("Name", { required: true }),
    kind: choice("Kind", ["governance", "commissioner-review", "contract-monitoring", "register-review"], {
      required: true,
      indexed: true,
    }),
    day: day("Day", { required: true, indexed: true }),
    contract: reference("Contract", "contracts", { indexed: true }),
    services: references("Services", "services"),
    chair: person("Chair", { indexed: true }),
    attendance: several("Who was there", { help: "Accounts of colleagues." }),
    guests: text("Guests", { restricted: true, help: "People from outside. Their names stay in this register." }),
    registerReviewed: text("Register looked at", { indexed: true, max: 60, help: "For a register review: which one." }),
    found: note("What was found", { help: "“Nothing to do” is an answer too." }),
    agenda: part(
      "Agenda",
      {
        item: text("Item", { required: true }),
        register: text("From the register", { max: 60 }),
        row: text("Row", { max: 120 }),
      },
      { help: "Gathered from the registers; each item leads to its row." },
    ),
    decisions: part(
      "Decisions",
      {
        decision: text("Decision", { required: true, max: 2000 }),
        register: text("About a row in", { max: 60 }),
        row: text("Row", { max: 120 }),
        by: person("By", { required: true }),
      },
      { help: "What was decided, who by, and about which row." },
    ),
    actions: references("Actions raised", "actions"),
    discussion: note("Discussion", {
      restricted: true,
      help: "What was said, as far as it has to be kept. It stays in this register.",
    }),
    minutesPath: text("Minutes", { max: 400, help: "The document as approved." }),
    minutesHash: hash("Fingerprint of the minutes", {
      help: "Shows that the minutes are the ones that were approved.",
    }),
    approvedBy: person("Minutes approved by"),
    approvedOn: day("Approved on"),
    status: choice("Status", ["planned", "held", "minuted", "approved"], { required: true, indexed: true }),
  },
});

export interface Meeting extends Row<typeof meetings> {}
