import { frameworks } from "#domain/registers/frameworks.ts";
import { seedRows } from "./seed-rows.ts";

const statement = (code: string, name: string, text: string) => ({
  framework: "cqc-quality-statements" as const,
  edition: "2023",
  code,
  name,
  text,
  publishedBy: "Care Quality Commission",
  inForceFrom: "2023-11-21",
});

/** The few quality statements the demo specifications speak to, in short words of our own. */
export const demoFrameworkRows = seedRows(frameworks, {
  "cqc-safe-safeguarding": statement(
    "safe.safeguarding",
    "Safeguarding",
    "People are kept safe from abuse and neglect.",
  ),
  "cqc-safe-staffing": statement(
    "safe.staffing",
    "Safe and effective staffing",
    "There are enough skilled people, and they turn up when care is due.",
  ),
  "cqc-safe-learning": statement("safe.learning", "Learning culture", "Incidents are looked into and learnt from."),
  "cqc-responsive-listening": statement(
    "responsive.listening",
    "Listening to and involving people",
    "Complaints are easy to make, answered in time, and change something.",
  ),
  "cqc-effective-outcomes": statement(
    "effective.outcomes",
    "Monitoring and improving outcomes",
    "Care is reviewed with the person, and what they hoped for is looked at.",
  ),
});
