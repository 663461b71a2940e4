import { choice, day, instant, note, part, person, reference, text } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";

export const casework = register({
  slug: "casework",
  title: "Safeguarding response sheet",
  purpose: "Each safeguarding case's documents, shift by shift, so that none is late without the manager knowing.",
  kind: "scrutiny",
  words: { one: "safeguarding case", many: "safeguarding cases", also: ["case"] },
  views: [
    { name: "Safeguarding response sheet" },
    { name: "Cases with something pending", where: { field: "status", is: ["open", "late"] } },
  ],
  headline: "caseReference",
  brief: ["caseReference", "service", "shift", "documentsDue", "status"],
  scope: { contract: "contract", services: "service", safeguarding: "always" },
  status: "status",
  fields: {
    caseReference: text("Case reference", { required: true, indexed: true, help: "Never a name." }),
    service: reference("Service", "services", { required: true, indexed: true }),
    contract: reference("Contract", "contracts", { indexed: true }),
    scrutiny: reference("Finding it belongs to", "scrutiny", { indexed: true }),
    owner: person("Owner", { indexed: true }),
    shift: text("Shift", { help: "E.g. 12 October, late." }),
    shiftEndsAt: instant("Shift ends at", { indexed: true }),
    updates: part(
      "Referral updates",
      {
        at: instant("At", { required: true }),
        by: person("By", { required: true }),
        text: text("Update", { required: true, max: 2000 }),
      },
      { restricted: true, help: "What the council or the police said, newest last." },
    ),
    documents: part(
      "Supporting evidence",
      {
        document: text("Document", { required: true }),
        state: choice("State", ["missing", "asked-for", "in-hand", "sent"], { required: true }),
        owner: person("Owner"),
        due: day("Due"),
      },
      { restricted: true, help: "What is still owed, by whom and until when." },
    ),
    documentsDue: day("Documents due", { indexed: true }),
    managementReview: day("Manager looks at it on", { indexed: true }),
    pending: note("Still to do", { restricted: true, help: "What the next shift has to know." }),
    lateSince: instant("Late since"),
    raisedToManagerAt: instant("Registered manager told at"),
    status: choice("Status", ["open", "late", "complete"], { required: true, indexed: true }),
  },
});

export interface SafeguardingCase extends Row<typeof casework> {}
