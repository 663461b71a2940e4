import { choice, day, note, part, text } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";

/** The framework is data: a pack keeps the labels it was made with. */
export const frameworks = register({
  slug: "frameworks",
  title: "Frameworks",
  purpose: "The statements we are judged by, from the CQC and from councils, and how they match one another.",
  kind: "set-up",
  words: { one: "statement", many: "statements", also: ["quality statement", "key line of enquiry"] },
  views: [
    { name: "CQC quality statements", where: { field: "framework", is: ["cqc-quality-statements"] } },
    { name: "KLOEs", where: { field: "framework", is: ["cqc-kloes"] } },
    { name: "Council frameworks", where: { field: "framework", is: ["council"] } },
  ],
  headline: "name",
  brief: ["name", "framework", "code", "inForceFrom"],
  fields: {
    framework: choice("Framework", ["cqc-quality-statements", "cqc-kloes", "council", "other"], {
      required: true,
      indexed: true,
    }),
    edition: text("Edition", { required: true, max: 40, help: "The framework's own year or number, e.g. 2024." }),
    code: text("Code", {
      required: true,
      indexed: true,
      max: 40,
      help: "The framework's own short name for it, e.g. S1.",
    }),
    name: text("Short name", { required: true }),
    text: note("Statement", { required: true, help: "Word for word as published." }),
    publishedBy: text("Published by", { help: "E.g. Care Quality Commission, or the council." }),
    inForceFrom: day("In force from", { required: true, indexed: true }),
    inForceTo: day("In force until", { indexed: true }),
    crosswalk: part(
      "Same as, elsewhere",
      {
        framework: text("Framework", { required: true }),
        code: text("Code", { required: true, max: 40 }),
        how: choice("How far", ["full", "partial"], { required: true }),
      },
      { help: "The statements of other frameworks that ask the same." },
    ),
  },
});

export interface FrameworkStatement extends Row<typeof frameworks> {}
