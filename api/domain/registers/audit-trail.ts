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
    sequence: number("Place in the chain", { required: true, indexed: true }),
    at: instant("At", { required: true, indexed: true }),
    actor: text("Who", { required: true, indexed: true, max: 36, help: "A person's account, or system." }),
    did: text("Did what", { required: true, indexed: true, max: 80 }),
    register: text("In", { required: true, indexed: true, max: 60 }),
    rowKey: text("To which row", { required: true, indexed: true, max: 120 }),
    rowEtag: text("Version of the row", { max: 80 }),
    payloadHash: hash("Fingerprint of the content", { required: true }),
    previousHash: hash("Fingerprint of the entry before"),
    hash: hash("Fingerprint of this entry", { required: true }),
  },
});

export interface AuditRow extends Row<typeof auditTrail> {}
