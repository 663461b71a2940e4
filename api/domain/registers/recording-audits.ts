import { datasetNames } from "../figures/dataset-names.ts";
import { choice, day, note, number, part, person, reference, references, text, yesNo } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";

export const recordingAudits = register({
  slug: "recording-audits",
  title: "Recording audits",
  purpose: "Rounds of reading records against set questions until recording is reliably good.",
  kind: "outcomes",
  words: { one: "recording audit", many: "recording audits" },
  views: [
    { name: "Supervision record", where: { field: "kind", is: ["supervision"] } },
    { name: "Audit log", where: { field: "kind", is: ["care-plans-and-notes"] } },
    { name: "Evidential assurance tool", where: { field: "kind", is: ["evidential-assurance"] } },
    { name: "Contract assurance audit tool", where: { field: "kind", is: ["contract-assurance"] } },
  ],
  headline: "name",
  brief: ["name", "service", "round", "rate", "status"],
  scope: { contract: "contract", services: "service", safeguarding: { field: "dataset", is: ["safeguarding"] } },
  status: "status",
  fields: {
    name: text("Name", { required: true }),
    kind: choice("Kind", ["supervision", "care-plans-and-notes", "evidential-assurance", "contract-assurance"], {
      required: true,
      indexed: true,
    }),
    service: reference("Service", "services", { required: true, indexed: true }),
    contract: reference("Contract", "contracts", { indexed: true }),
    dataset: choice("Kind of record", datasetNames, { indexed: true }),
    series: text("Series", { required: true, indexed: true, max: 120, help: "Rounds of one audit share it." }),
    round: number("Round", { required: true, help: "The first reading is 1; each repeat counts on." }),
    sampling: choice("Which records", ["sample", "every-case"], { required: true }),
    rule: note("How they are chosen", { required: true, help: "So that somebody else would choose the same records." }),
    criteria: part(
      "Questions",
      {
        code: text("Code", { required: true, max: 40 }),
        question: text("Question", { required: true, help: "Answered with yes or no from the record alone." }),
      },
      { help: "What is asked of every record read." },
    ),
    sampled: part(
      "Records read",
      {
        record: text("Record", { required: true }),
        criterion: text("Question", { required: true, max: 40 }),
        met: yesNo("Met", { required: true }),
        note: text("Note", { max: 1000 }),
      },
      { restricted: true, help: "One line for each record and question." },
    ),
    size: number("Answers", { help: "How many records times how many questions." }),
    met: number("Met", { help: "Answers that were yes." }),
    rate: number("Met (%)", { help: "Of all answers of this round." }),
    rateFrom: number("At least (%)", { help: "The true rate is very likely between these two." }),
    rateTo: number("At most (%)", { help: "The other end of what is very likely true." }),
    threshold: number("Good enough at (%)", { required: true, help: "A round at or above it counts towards closing." }),
    roundsNeeded: number("Good rounds running to close", {
      required: true,
      help: "The series closes after so many good rounds one after another.",
    }),
    stopOn: day("Ends on", { indexed: true }),
    extendedTo: day("Extended until"),
    auditor: person("Read by", { indexed: true }),
    planningImproves: yesNo("Care planning must improve"),
    decisionBy: person("Decided by"),
    decisionNote: note("Why", { help: "What the registered manager read out of it." }),
    escalated: part(
      "Taken to supervision",
      { person: person("Colleague"), staffCode: text("Staff code"), on: day("On", { required: true }) },
      { restricted: true, help: "Colleagues whose recording is taken up in supervision. It stays in this register." },
    ),
    actions: references("Actions", "actions"),
    status: choice("Status", ["planned", "under-way", "read", "decided", "closed"], { required: true, indexed: true }),
  },
});

export interface RecordingAudit extends Row<typeof recordingAudits> {}
