import { roles } from "../people/role.ts";
import { choice, day, hash, instant, note, person, reference, references, text } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";
import { categories, safeguardingCategory } from "./category.ts";
import { stages } from "./stages.ts";

export const earlyWarnings = register({
  slug: "early-warnings",
  title: "Early warnings",
  purpose: "What the checks found by themselves, why it matters, who acts by when, and how to clear it.",
  kind: "governance",
  words: { one: "early warning", many: "early warnings", also: ["warning"] },
  views: [{ name: "Governance triggers", where: { field: "status", is: ["raised"] } }],
  headline: "finding",
  brief: ["finding", "severity", "actsRole", "by", "status"],
  scope: { contract: "contract", services: "services", safeguarding: safeguardingCategory },
  status: "status",
  fields: {
    check: text("Check", {
      required: true,
      indexed: true,
      max: 60,
      help: "The name of the check; what each looks at is listed under Governance.",
    }),
    finding: note("What was found", { required: true }),
    why: note("Why it matters", { help: "What can go wrong for people if nobody acts." }),
    howToClear: note("How to clear it", { help: "What makes it go away by itself." }),
    subject: text("About", { required: true, indexed: true, max: 120, help: "Key of the row it is about." }),
    subjectRegister: text("In", { max: 60, help: "The register that row is in." }),
    contract: reference("Contract", "contracts", { indexed: true }),
    services: references("Services", "services"),
    cycle: reference("Cycle", "cycles", { indexed: true }),
    category: choice("Category", categories, { indexed: true }),
    severity: choice("Severity", ["safety", "blocking", "attention"], { required: true, indexed: true }),
    actsRole: choice("Who acts", roles, { required: true, indexed: true }),
    actsPerson: person("Person who acts", { indexed: true }),
    by: day("By", { indexed: true }),
    blocks: choice("Blocks the gate of", stages, { indexed: true }),
    firstSeen: instant("First seen", { required: true }),
    lastSeen: instant("Last seen", { required: true }),
    factsHash: hash("Fingerprint of its facts", { help: "A dismissed warning returns when its facts change." }),
    dismissedReason: note("Why it was dismissed", { help: "Why it is no reason to worry here." }),
    dismissedBy: person("Dismissed by"),
    clearedAt: instant("Cleared at"),
    status: choice("Status", ["raised", "dismissed", "cleared"], { required: true, indexed: true }),
  },
});

export interface EarlyWarningRow extends Row<typeof earlyWarnings> {}
