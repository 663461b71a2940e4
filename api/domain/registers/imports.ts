import { datasetNames } from "../figures/dataset-names.ts";
import {
  choice,
  day,
  hash,
  instant,
  note,
  number,
  part,
  person,
  reference,
  references,
  several,
  text,
  yesNo,
} from "../register/field.ts";
import { type Row, register } from "../register/register.ts";

export const imports = register({
  slug: "imports",
  title: "Imports",
  purpose: "Each file brought in from a care system, what was read from it, and which rows could not be.",
  kind: "cycle",
  words: { one: "import", many: "imports", also: ["source extract"] },
  views: [
    { name: "Source extracts" },
    { name: "Waiting to be accepted", where: { field: "status", is: ["received", "read"] } },
  ],
  headline: "fileName",
  brief: ["fileName", "sourceSystem", "periodTo", "rejected", "status"],
  scope: { services: "services" },
  status: "status",
  fields: {
    fileName: text("File", { required: true }),
    fileHash: hash("Fingerprint of the file", {
      required: true,
      indexed: true,
      help: "The same file twice is recognised by it.",
    }),
    fileSize: number("Size in bytes", { help: "Of the file as it came." }),
    sourceSystem: text("From", { required: true, indexed: true, help: "The care system the file was exported from." }),
    profile: reference("Import mapping", "profiles", { required: true, indexed: true }),
    periodFrom: day("First day covered", { indexed: true }),
    periodTo: day("Last day covered", { indexed: true }),
    services: references("Services", "services"),
    scanned: number("Rows in the file", { help: "All lines below the headings." }),
    loaded: number("Rows read", { help: "Rows that are now in the figures." }),
    rejected: number("Rows that could not be read", {
      help: "Left out until the file is put right, or going on without them is accepted.",
    }),
    skipped: number("Rows left out", { help: "E.g. empty lines and totals." }),
    newRows: number("New", { help: "Not in any earlier file." }),
    amendedRows: number("Changed since last time", { help: "The same record, with something in it that differs." }),
    unchangedRows: number("Same as last time", { help: "Already in from an earlier file, word for word." }),
    vanishedRows: number("No longer there", { help: "In the last file of this period, and not in this one." }),
    rejectReasons: part(
      "Why rows could not be read",
      {
        reason: text("Reason", { required: true }),
        rows: number("Rows", { required: true }),
        firstRow: number("First of them is row"),
      },
      { help: "The commonest first, each with the first row it happened in." },
    ),
    rejectsPath: text("Rows that could not be read, as a file", {
      max: 400,
      help: "Every row left out, with its line and reason. Names and addresses are not in it.",
    }),
    rejectsAccepted: yesNo("Going on without them"),
    rejectsReason: note("Why going on without them is right", { help: "What makes the figures right without them." }),
    rejectsAcceptedBy: person("Accepted by"),
    missingColumns: several("Columns that are missing", {
      help: "Headings the mapping looks for and the file does not have.",
    }),
    files: part(
      "What it became",
      {
        dataset: choice("Read as", datasetNames, { required: true }),
        month: text("Month", { required: true, max: 7, help: "YYYY-MM, or all." }),
        path: text("Path", { required: true, max: 400 }),
        hash: hash("Fingerprint", { required: true }),
        rows: number("Rows", { required: true }),
        replacedBy: text("Replaced by", { max: 400, help: "After a person was erased from it." }),
        replacedHash: hash("Fingerprint of what replaced it"),
      },
      { help: "What figures are worked out from, month by month." },
    ),
    sourcePath: text("Original file", { max: 400, help: "The file as it came, kept unchanged." }),
    originalErasedAt: instant("Original erased at", { help: "The rows read from it are kept, without names." }),
    pseudonymKey: text("Pseudonym key used", { help: "Names the key, is not the key." }),
    acceptedBy: person("Accepted into figures by"),
    acceptedAt: instant("Accepted at", { indexed: true }),
    refusedReason: note("Why it was refused", { help: "What whoever exported it has to change." }),
    status: choice("Status", ["received", "read", "accepted", "refused"], { required: true, indexed: true }),
  },
});

export interface Import extends Row<typeof imports> {}
