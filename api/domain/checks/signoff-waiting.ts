import { londonDay } from "../day.ts";
import { roleNames } from "../people/role.ts";
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
  find: ({ signOffs }, now) =>
    signOffs
      .filter((row) => row.kind === "ask" && decisionOf(row, signOffs) === undefined)
      .filter(({ due }) => due !== undefined && due < londonDay(now))
      .map(({ key, subject, contract, role, person, due }) => ({
        subject: { register: "sign-offs", key, title: subject, contract },
        say: `The ${roleNames[role]} was asked to sign “${subject}” by ${due} and has not answered.`,
        acts: role,
        person,
        by: due,
      })),
});
