import { barredAs, handsIn } from "../signoff/hands.ts";
import { capacityOf } from "../signoff/needed.ts";
import { decisionOf } from "../signoff/state.ts";
import { check } from "./check.ts";
import { currentPack } from "./required.ts";
import { packSubject } from "./subjects.ts";

export const signoffSamePerson = check({
  id: "signoff.same-person",
  blocks: "approve",
  severity: "blocking",
  finds: "Somebody who wrote or checked the pack is asked to approve it.",
  why: "Nobody sees their own mistakes.",
  acts: "contracts-manager",
  clear: "Ask somebody who has no other hand in the pack.",
  find: (facts) => {
    const pack = currentPack(facts);
    if (pack === undefined) return [];
    const { authors = [], validators = [], contentHash, key } = pack;
    const rows = facts.signOffs.filter((row) => row.subject === key && row.contentHash === contentHash);
    return rows
      .filter((row) => row.kind === "ask")
      .flatMap((ask) => {
        const others = rows.filter((row) => row.kind === "decision" && row !== decisionOf(ask, rows));
        const by = facts.everybody.find(({ id }) => id === (decisionOf(ask, rows)?.person ?? ask.person));
        const hands = handsIn({ authors, validators }, others);
        const { settings, everybody } = facts;
        const barred =
          by && barredAs(by, capacityOf("pack", ask.role), { hands, profile: settings.assuranceProfile, everybody });
        const say = `${by?.name} is asked to sign “${pack.name}” and is already ${barred === "author" ? "an author" : `a ${barred}`} of it.`;
        return barred ? [{ subject: packSubject(pack, ask.role), say }] : [];
      });
  },
});
