import { roleNames } from "../people/role.ts";
import { neededFor } from "../signoff/needed.ts";
import { stillNeeded } from "../signoff/state.ts";
import { check } from "./check.ts";
import { currentPack } from "./required.ts";
import { cycleSubject, packSubject } from "./subjects.ts";

export const signoffIncomplete = check({
  id: "signoff.incomplete",
  blocks: ["approve", "compile"],
  severity: "blocking",
  finds: "The pack is not signed by everybody whose sign-off it needs.",
  why: "Only what the right people have read may be sent.",
  acts: "contracts-manager",
  clear: "Ask for the sign-offs that are missing; whoever is asked reads the pack and answers.",
  find: (facts) => {
    const pack = currentPack(facts);
    if (pack === undefined) return [{ subject: cycleSubject(facts), say: "There is no draft pack to sign yet." }];
    const needed = neededFor("pack", facts.settings.assuranceProfile);
    return stillNeeded(needed, facts.signOffs, { subject: pack.key, currentHash: pack.contentHash }).map((role) => {
      const ask = facts.signOffs.find(
        (row) =>
          row.kind === "ask" && row.subject === pack.key && row.role === role && row.contentHash === pack.contentHash,
      );
      return {
        subject: packSubject(pack, role),
        say: `“${pack.name}” is not signed by the ${roleNames[role]}${ask ? "" : ", who has not been asked"}.`,
        ...(ask && { acts: role, person: ask.person, by: ask.due }),
      };
    });
  },
});
