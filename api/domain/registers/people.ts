import { roles } from "../people/role.ts";
import { choice, day, instant, note, part, person, several, text, yesNo } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";

const held = {
  role: choice("Role", roles, { required: true }),
  over: choice("Over", ["organisation", "region", "service", "contract"], { required: true }),
  where: several("Which", { help: "Regions, services or contracts. Empty for the whole organisation." }),
  from: day("From"),
  to: day("Until"),
};

export const people = register({
  slug: "people",
  title: "People and roles",
  purpose: "Who does what, over which part of the organisation, and who stands in when they are away.",
  kind: "set-up",
  words: { one: "person", many: "people", also: ["colleague"] },
  views: [
    { name: "Roles and responsibilities", where: { field: "status", is: ["active"] } },
    { name: "People who left", where: { field: "status", is: ["left"] } },
  ],
  headline: "name",
  brief: ["name", "jobTitle", "deputy", "status"],
  status: "status",
  sealed: true,
  fields: {
    person: person("Account", { required: true, indexed: true }),
    name: text("Name", { required: true }),
    jobTitle: text("Job title", { help: "What stands on their badge; it gives no rights." }),
    email: text("Work e-mail", { restricted: true, help: "Where the app finds them in Teams." }),
    staffCode: text("Staff code", { indexed: true, help: "The code the care system knows them by." }),
    assignments: part("Roles", held, { help: "What a person may see and do follows from this list alone." }),
    safeguarding: yesNo("May see safeguarding", { required: true }),
    deputy: person("Deputy", { indexed: true, help: "Stands in while this person is away." }),
    absentFrom: day("Away from"),
    absentTo: day("Away until"),
    from: day("Started"),
    to: day("Left"),
    status: choice("Status", ["asked-for", "active", "left"], {
      required: true,
      indexed: true,
      help: "Asked for: not agreed by a second person yet, and may do nothing.",
    }),
    rightsAskedBy: person("Rights asked for by"),
    rightsAgreedBy: person("Rights agreed by", { help: "Somebody other than who asked." }),
    rightsAgreedOn: day("Rights agreed on"),
    askedAssignments: part("Roles asked for", held, { help: "Waits for a second person; gives nothing until then." }),
    askedSafeguarding: yesNo("Safeguarding asked for"),
    askedDeputy: person("Deputy asked for"),
    askedStatus: choice("Status asked for", ["active", "left"]),
    askedReason: note("Why it was asked for", { restricted: true, help: "What whoever agrees to it should weigh." }),
    askedBy: person("Change asked for by"),
    askedAt: instant("Change asked for at"),
  },
});

export interface PersonRow extends Row<typeof people> {}
