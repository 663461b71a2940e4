import { hasRole } from "../people/person.ts";
import { check } from "./check.ts";
import { ownerRoles, requiredSources } from "./required.ts";

export const mapUnclearOwner = check({
  id: "map.unclear-owner",
  blocks: "define",
  severity: "blocking",
  finds: "A mapped source has no owner, or an owner who left or has no role in it.",
  why: "Nobody makes sure that it arrives and is right.",
  acts: "quality-lead",
  escalates: "Contracts manager.",
  clear: "Name an owner who works with the records.",
  find: (facts) =>
    requiredSources(facts).flatMap(({ key, report, owner, contract }) => {
      const person = facts.everybody.find(({ id }) => id === owner);
      const wrong = owner === undefined ? "no owner" : "an owner who no longer works here";
      if (person && hasRole(person, ...ownerRoles)) return [];
      return [
        {
          subject: { register: "evidence-map", key, title: report, contract },
          say: `“${report}” has ${person ? "an owner whose role does not work with the records" : wrong}.`,
        },
      ];
    }),
});
