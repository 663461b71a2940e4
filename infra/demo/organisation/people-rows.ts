import { people } from "#domain/registers/people.ts";
import { type DemoPerson, demoId, demoPeople } from "../people.ts";
import { seedRows } from "./seed-rows.ts";

/** One administrator asked for everybody's rights, the other agreed; for their own, a senior leader agreed. */
const rowOf = ({ id, name, jobTitle, upn, staffCode, assignments, safeguarding, deputy }: DemoPerson) => ({
  person: id,
  name,
  jobTitle,
  email: upn,
  staffCode,
  assignments: assignments.map(({ role, over, where, until }) => ({
    role,
    over,
    where,
    from: "2025-04-01",
    ...(until === undefined ? {} : { to: until }),
  })),
  safeguarding,
  ...(deputy === undefined ? {} : { deputy }),
  from: "2025-04-01",
  status: "active" as const,
  rightsAskedBy: id === demoId(24) ? demoId(25) : demoId(24),
  rightsAgreedBy: id === demoId(24) || id === demoId(25) ? demoId(1) : demoId(25),
  rightsAgreedOn: "2026-09-30",
});

/** Keyed by Entra object id, so that nobody can be there twice. */
export const demoPeopleRows = seedRows(
  people,
  Object.fromEntries(demoPeople.map((person) => [person.id, rowOf(person)])),
);
