import { check } from "./check.ts";
import { cycleSubject } from "./subjects.ts";

export const auditChainBroken = check({
  id: "audit.chain-broken",
  blocks: ["approve", "submit"],
  severity: "safety",
  finds: "The audit trail does not verify.",
  why: "Somebody removed or altered what happened.",
  acts: "senior-leader",
  clear: "Run the verifier, compare with the anchors in the library, and record what was found.",
  find: (facts) =>
    facts.auditFaults.length === 0
      ? []
      : [{ subject: cycleSubject(facts), say: `The audit trail does not verify: ${facts.auditFaults.join("; ")}.` }],
});
