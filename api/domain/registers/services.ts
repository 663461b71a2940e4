import { nations } from "../clocks/nation.ts";
import { choice, day, note, part, person, reference, references, text, yesNo } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";

export const serviceKinds = ["home-care", "supported-living", "residential", "nursing", "extra-care"] as const;

export type ServiceKind = (typeof serviceKinds)[number];

export const services = register({
  slug: "services",
  title: "Services",
  purpose: "Our branches, homes and schemes, who manages each, and which contracts each serves.",
  kind: "set-up",
  words: { one: "service", many: "services", also: ["branch", "home", "scheme"] },
  views: [
    { name: "Branches", where: { field: "kind", is: ["home-care"] } },
    { name: "Homes", where: { field: "kind", is: ["residential", "nursing"] } },
    { name: "Schemes", where: { field: "kind", is: ["supported-living", "extra-care"] } },
  ],
  headline: "name",
  brief: ["name", "kind", "registeredManager", "rating", "status"],
  status: "status",
  fields: {
    name: text("Name", { required: true }),
    cqcLocation: text("CQC location number", { help: "Starts with 1-. It is on the CQC certificate." }),
    kind: choice("Kind of service", serviceKinds, { required: true, indexed: true }),
    region: text("Region", {
      indexed: true,
      help: "North, south or however you divide it. A regional manager sees a whole region.",
    }),
    nation: choice("Bank holidays of", nations, { required: true }),
    registeredManager: person("Registered manager", { indexed: true, help: "Empty while the post is vacant." }),
    contracts: references("Contracts served", "contracts"),
    status: choice("Status", ["open", "closed"], { required: true, indexed: true }),
    openedOn: day("Opened on"),
    closedOn: day("Closed on"),
    rating: choice("CQC rating", ["outstanding", "good", "requires-improvement", "inadequate", "not-rated"]),
    ratingOn: day("Rated on"),
    conditions: note("CQC conditions", { help: "What the CQC asked of this service, in its own words." }),
    managerHistory: part(
      "Managers so far",
      {
        name: text("Name"),
        person: person("Person"),
        from: day("From", { required: true }),
        to: day("To"),
        vacant: yesNo("Post was vacant"),
      },
      { help: "Vacancies too: a gap explains a dip." },
    ),
    predecessors: references("Took over from", "services", {
      help: "When services merge, charts show a break instead of a wrong trend.",
    }),
    successor: reference("Taken over by", "services"),
  },
});

export interface Service extends Row<typeof services> {}
