import { roles } from "../people/role.ts";
import { choice, day, hash, instant, note, person, reference, references, text } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";

/** Rows are only added: one that asks, then one that decides. Where a sign-off stands is worked out from both. */
export const signOffs = register({
  slug: "sign-offs",
  title: "Sign-offs",
  purpose: "Who was asked to approve exactly what, and what they decided.",
  kind: "cycle",
  words: { one: "sign-off", many: "sign-offs", also: ["approval"] },
  views: [
    { name: "Contract governance file", where: { field: "about", is: ["specification"] } },
    { name: "Commissioner reporting governance pack", where: { field: "about", is: ["indicator"] } },
    { name: "Reporting governance file", where: { field: "about", is: ["pack"] } },
    { name: "Approval records", where: { field: "kind", is: ["decision"] } },
  ],
  headline: "subject",
  brief: ["subject", "role", "decision", "due"],
  scope: { totals: true, contract: "contract", services: "services" },
  sealed: true,
  appendOnly: true,
  fields: {
    kind: choice("Kind", ["ask", "decision"], { required: true, indexed: true }),
    about: choice("About", ["pack", "specification", "indicator", "commentary", "exception", "rights", "minutes"], {
      required: true,
      indexed: true,
    }),
    subject: text("What", { required: true, indexed: true, max: 120, help: "Key of what is approved." }),
    subjectVersion: text("Its version", { max: 40, help: "A new version is signed anew." }),
    contentHash: hash("Fingerprint of what was read", {
      required: true,
      indexed: true,
      help: "If the content changes, the sign-off is no longer valid.",
    }),
    contract: reference("Contract", "contracts", { indexed: true }),
    services: references("Services", "services"),
    cycle: reference("Cycle", "cycles", { indexed: true }),
    role: choice("Asked as", roles, { required: true }),
    person: person("Person", { required: true, indexed: true, help: "Who is asked; in a decision, who decided." }),
    due: day("Answer by", { indexed: true }),
    ask: reference("Answers the question", "sign-offs", { indexed: true }),
    decision: choice("Decision", ["approve", "return"]),
    reason: note("Reason", { help: "Always given when something is returned." }),
    decidedAt: instant("Decided at"),
    standingInFor: person("Standing in for"),
    via: choice("Through", ["tab", "card"]),
  },
});

export interface SignOff extends Row<typeof signOffs> {}
