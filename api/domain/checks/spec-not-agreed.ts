import { check } from "./check.ts";
import { specificationSubject } from "./subjects.ts";

export const specNotAgreed = check({
  id: "spec.not-agreed",
  blocks: "define",
  severity: "blocking",
  finds: "The specification is not agreed with the commissioner, or not approved by senior leadership.",
  why: "A pack built on something nobody agreed can be turned down as a whole.",
  acts: "contracts-manager",
  clear: "Record who at the commissioner agreed it and when, and have a senior leader approve it.",
  find: (facts) => {
    const { agreedWith, agreedOn, status, approvedBy } = facts.specification;
    const open = [
      ...(agreedWith && agreedOn ? [] : ["who at the commissioner agreed it, and when, is not recorded"]),
      ...(status === "approved" && approvedBy ? [] : ["senior leadership has not approved it"]),
    ];
    return open.length === 0
      ? []
      : [{ subject: specificationSubject(facts), say: `“${facts.specification.name}”: ${open.join("; ")}.` }];
  },
});
