import { clockUnits } from "../clocks/clock-unit.ts";
import { nations } from "../clocks/nation.ts";
import { choice, day, many, note, number, part, person, references, text, yesNo } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";
import { reviewCadences } from "./review-cadences.ts";
import { serviceKinds } from "./services.ts";

export const contracts = register({
  slug: "contracts",
  title: "Contracts",
  purpose: "Who buys care from us, what we promised them, and how and where we report to them.",
  kind: "set-up",
  words: { one: "contract", many: "contracts", also: ["commissioner", "council"] },
  views: [{ name: "Contract file" }, { name: "Contracts we hold now", where: { field: "status", is: ["active"] } }],
  headline: "name",
  brief: ["name", "commissioner", "status", "end"],
  scope: { contract: "key", services: "services" },
  status: "status",
  fields: {
    name: text("Name", { required: true, help: "What everybody calls it, e.g. Westshire home care." }),
    commissioner: text("Commissioner", {
      required: true,
      indexed: true,
      help: "The council or NHS body that buys it.",
    }),
    reference: text("Contract reference", { help: "The commissioner's own number for it." }),
    serviceTypes: many("Kinds of service", serviceKinds, {
      required: true,
      help: "Every kind of care bought under it.",
    }),
    services: references("Services", "services", {
      required: true,
      help: "Branches, homes and schemes that serve it.",
    }),
    start: day("First day", { required: true }),
    end: day("Last day", { indexed: true, help: "Empty when it goes on." }),
    status: choice("Status", ["active", "ending", "ended"], { required: true, indexed: true }),
    statusHistory: part(
      "Monitoring, suspensions and notices",
      {
        what: choice("What", ["enhanced-monitoring", "placements-suspended", "default-notice", "condition", "lifted"], {
          required: true,
        }),
        from: day("From", { required: true }),
        to: day("To"),
        liftedWhen: text("It is lifted when"),
      },
      { help: "Anything out of the ordinary the commissioner put on the contract, and when it was lifted." },
    ),
    nation: choice("Bank holidays of", nations, { required: true }),
    standards: part(
      "Required standards",
      {
        what: text("What", { required: true, help: "E.g. complaint answered." }),
        limit: number("Limit", { required: true }),
        unit: choice("Counted in", clockUnits, { required: true }),
      },
      { help: "What the contract asks for. A contract's limit is not the law's." },
    ),
    reviewEvery: choice("Specification reviewed", reviewCadences, { required: true }),
    reviewedOn: day("Last reviewed", { indexed: true }),
    weekRule: choice("Reporting weeks", ["calendar-month", "sunday-to-saturday", "monday-to-sunday"], {
      required: true,
      help: "How the commissioner cuts time.",
    }),
    submissionRoute: choice("How returns are sent", ["secure-email", "portal", "file-transfer"], { required: true }),
    submissionAddress: text("Where returns are sent", { help: "E-mail address or portal." }),
    sharingAgreement: text("Data-sharing agreement", { help: "Its reference. Without one nothing may be sent." }),
    sharingPermits: note("What it lets us send", {
      help: "In a sentence, e.g. totals for each service, no rows about people.",
    }),
    sharingRows: yesNo("It lets us send rows about people", { help: "Otherwise totals only." }),
    sharingFrom: day("Agreement from"),
    sharingUntil: day("Agreement until", { indexed: true }),
    contractsManager: person("Contracts manager", { indexed: true }),
    commissionerContacts: part(
      "Commissioner's contacts",
      { name: text("Name", { required: true }), role: text("Role"), email: text("E-mail"), phone: text("Telephone") },
      { restricted: true, help: "Whom to ring or write to about this contract." },
    ),
  },
});

export interface Contract extends Row<typeof contracts> {}
