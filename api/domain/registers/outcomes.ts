import { choice, day, note, number, person, reference, text } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";
import { outcomeAreas } from "./outcome-area.ts";

export const outcomes = register({
  slug: "outcomes",
  title: "Outcomes",
  purpose: "What each person wants from their care, where they started, and how we will all know it is working.",
  kind: "outcomes",
  words: { one: "outcome", many: "outcomes" },
  views: [
    { name: "Care planning framework" },
    { name: "Outcome templates", where: { field: "status", is: ["active"] } },
  ],
  headline: "headline",
  brief: ["headline", "service", "area", "nextReview", "status"],
  scope: { services: "service" },
  status: "status",
  fields: {
    headline: text("Short name", { required: true, help: "E.g. walking to the garden. No names." }),
    pseudonym: text("Person (code)", {
      required: true,
      indexed: true,
      max: 16,
      restricted: true,
      help: "The code the app gives a person. Never a name.",
    }),
    service: reference("Service", "services", { required: true, indexed: true }),
    area: choice("Area", outcomeAreas, { required: true, indexed: true }),
    aim: choice("Aim", ["improve", "maintain", "slow-decline", "comfort"], { required: true, indexed: true }),
    statement: note("What should be different", {
      required: true,
      restricted: true,
      help: "In plain words, so that anybody can tell whether it has happened.",
    }),
    ownWords: note("In the person's own words", {
      restricted: true,
      help: "What they said themselves, as they said it.",
    }),
    agreedWith: text("Agreed with", { restricted: true, help: "The person, or who spoke for them." }),
    agreedOn: day("Agreed on"),
    measure: text("How we measure it", { help: "Something you can see or count, e.g. steps with a frame." }),
    scale: text("Scale", { help: "E.g. 0 to 20 steps." }),
    baseline: number("It was", { help: "On the scale above, when the plan began." }),
    baselineOn: day("Measured on"),
    target: number("We hope for", { help: "On the same scale, by the day below." }),
    targetBy: day("By"),
    barriers: note("What is in the way", { restricted: true, help: "What has got in the way so far, or may." }),
    keyWorker: person("Key worker", { indexed: true }),
    nextReview: day("Next review", { indexed: true }),
    carePlan: text("Care plan", { help: "Its number in the care system." }),
    status: choice("Status", ["active", "reached", "changed", "ended"], { required: true, indexed: true }),
  },
});

export interface Outcome extends Row<typeof outcomes> {}
