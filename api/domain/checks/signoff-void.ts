import { roleNames } from "../people/role.ts";
import { check } from "./check.ts";
import { currentPack } from "./required.ts";
import { packSubject } from "./subjects.ts";

export const signoffVoid = check({
  id: "signoff.void",
  blocks: ["approve", "compile", "submit"],
  severity: "blocking",
  finds: "The content changed after somebody signed it.",
  why: "A signature stands for what was read, and that is no longer what would be sent.",
  acts: "contracts-manager",
  escalates: "Senior leadership.",
  clear: "Ask for sign-off again on the pack as it now is.",
  find: (facts) => {
    const pack = currentPack(facts);
    if (pack === undefined) return [];
    const voided = facts.signOffs.filter(
      (row) =>
        row.kind === "decision" &&
        row.decision === "approve" &&
        row.subject === pack.key &&
        row.contentHash !== pack.contentHash,
    );
    const renewed = (role: string) =>
      facts.signOffs.some(
        (row) =>
          row.kind === "decision" &&
          row.subject === pack.key &&
          row.role === role &&
          row.contentHash === pack.contentHash,
      );
    return voided
      .filter(({ role }) => !renewed(role))
      .map(({ role }) => ({
        subject: packSubject(pack, role),
        say: `“${pack.name}” changed after the ${roleNames[role]} signed it, so that signature is no longer valid.`,
      }));
  },
});
