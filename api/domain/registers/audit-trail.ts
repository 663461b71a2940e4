import { hash, instant, number, text } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";

export const auditTrail = register({
  slug: "audit-trail",
  title: "Audit trail",
  purpose: "Everything anybody did, in order, each entry chained to the one before so that a gap would show.",
  kind: "governance",
  words: { one: "audit event", many: "audit events" },
  headline: "did",
  brief: ["did", "actor", "register", "rowKey", "at"],
  appendOnly: true,
  fields: {
    chain: text("Chain", { required: true, indexed: true, max: 60, help: "One for each run of the program." }),
    sequence: number("Place in the chain", {
      required: true,
      indexed: true,
      help: "Counts up by one; a missing number would show.",
    }),
    at: instant("At", { required: true, indexed: true }),
    actor: text("Who", { required: true, indexed: true, max: 36, help: "A person's account, or system." }),
    did: text("Did what", { required: true, indexed: true, max: 80 }),
    register: text("In", { required: true, indexed: true, max: 60, help: "The register that was changed." }),
    rowKey: text("To which row", { required: true, indexed: true, max: 120, help: "The row that was changed." }),
    rowEtag: text("Version of the row", { max: 80, help: "How it stood after the change." }),
    payloadHash: hash("Fingerprint of the content", {
      required: true,
      help: "What was written can be compared with it; the words themselves are not here.",
    }),
    previousHash: hash("Fingerprint of the entry before", { help: "Ties this entry to the one before." }),
    hash: hash("Fingerprint of this entry", { required: true, help: "What the next entry is tied to." }),
  },
});

export interface AuditRow extends Row<typeof auditTrail> {}
