import { londonDay } from "../day.ts";
import { check } from "./check.ts";
import { currentPack } from "./required.ts";
import { cycleSubject, packSubject } from "./subjects.ts";

export const packNotSent = check({
  id: "pack.not-sent",
  blocks: "submit",
  severity: "blocking",
  finds: "The pack was not sent by the agreed route, or no sharing agreement covers it.",
  why: "It holds information about people’s care, and proof of sending protects everybody.",
  acts: "contracts-manager",
  clear: "Send the signed version by the agreed route and record to whom, how and when.",
  find: (facts, now) => {
    const { sharingAgreement, sharingUntil, submissionRoute } = facts.contract;
    const pack = currentPack(facts);
    const subject = pack ? packSubject(pack) : cycleSubject(facts);
    const covered = sharingAgreement && (sharingUntil === undefined || sharingUntil >= londonDay(now));
    const open = [
      ...(covered ? [] : ["no data-sharing agreement in force covers what is sent"]),
      ...(pack?.submittedAt && pack.submittedTo && pack.submittedBy ? [] : ["nobody has recorded that it was sent"]),
      ...(pack?.route && pack.route !== submissionRoute ? ["it was not sent by the agreed route"] : []),
    ];
    return open.length === 0 ? [] : [{ subject, say: `${pack ? `“${pack.name}”` : "The pack"}: ${open.join("; ")}.` }];
  },
});
