import { londonDay } from "../day.ts";
import { roleNames } from "../people/role.ts";
import { sayDay } from "../say-day.ts";
import { decisionOf } from "../signoff/state.ts";
import { check } from "./check.ts";

export const signoffWaiting = check({
  id: "signoff.waiting",
  severity: "attention",
  finds: "Somebody was asked to sign and has not answered by the day.",
  why: "One missing answer holds up everybody after it.",
  acts: "senior-leader",
  escalates: "Their deputy, then senior leadership.",
  clear: "The person asked reads it and answers, or somebody else is asked.",
  find: ({ signOffs, packs, specification }, now) =>
    signOffs
      .filter((row) => row.kind === "ask" && decisionOf(row, signOffs) === undefined)
      .filter(({ due }) => due !== undefined && due < londonDay(now))
      .map(({ key, subject, contract, role, person, due = "" }) => {
        const title = [specification, ...packs].find((each) => each.key === subject)?.name ?? "what was put to them";
        return {
          subject: { register: "sign-offs", key, title, contract },
          say: `The ${roleNames[role]} was asked to sign “${title}” by ${sayDay(due, londonDay(now))} and has not answered.`,
          acts: role,
          person,
          by: due,
        };
      }),
});
