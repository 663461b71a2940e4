import type { readPeople } from "#api/operations/read-people.ts";
import { type Role, roleNames } from "#domain/people/role.ts";
import type { AnswerOf } from "../../ask/answer-of.ts";

export type People = AnswerOf<typeof readPeople>;
export type Person = People["people"][number];
export type Assignment = Person["assignments"][number];

const isRole = (role: string): role is Role => Object.hasOwn(roleNames, role);
export const roleName = (role: string): string => {
  const name = isRole(role) ? roleNames[role] : role;
  return name.charAt(0).toUpperCase() + name.slice(1);
};

/** “Registered manager, Ashdown until 2027-03-31”. */
export function sayAssignment({ role, over, where, to }: Assignment, { services, contracts }: People): string {
  const names = where.map((key) => [...services, ...contracts].find((each) => each.key === key)?.name ?? key);
  const part =
    over === "organisation" ? "whole organisation" : `${over === "region" ? "region " : ""}${names.join(", ")}`;
  return `${roleName(role)}, ${part}${to ? ` until ${to}` : ""}`;
}

export const nameIn = ({ people }: People, id: string | undefined): string | undefined =>
  id === undefined ? undefined : (people.find(({ person }) => person === id)?.name ?? id);

/** What would be different, one sentence each; what stays is not said. */
export function differences(person: Person, all: People): readonly string[] {
  const { asked } = person;
  if (!asked) return [];
  const had = person.assignments.map((each) => sayAssignment(each, all));
  const gets = asked.assignments.map((each) => sayAssignment(each, all));
  const active = person.status === "active";
  return [
    ...(asked.status === "left" && active ? ["Has left and loses all access"] : []),
    ...(asked.status === "active" && !active ? ["Is let in"] : []),
    ...gets.filter((each) => !had.includes(each)).map((each) => `Gets: ${each}`),
    ...had.filter((each) => !gets.includes(each)).map((each) => `Loses: ${each}`),
    ...(asked.safeguarding !== person.safeguarding
      ? [asked.safeguarding ? "May see safeguarding rows" : "May no longer see safeguarding rows"]
      : []),
    ...(asked.deputy !== person.deputy ? [`Deputy: ${nameIn(all, asked.deputy) ?? "nobody"}`] : []),
  ];
}
