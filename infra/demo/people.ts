import type { Role } from "#domain/people/role.ts";

/** One role over a part of Meadowbank Care, as the people register records it. */
export interface DemoAssignment {
  readonly role: Role;
  readonly over: "organisation" | "region" | "service" | "contract";
  /** Keys of the regions, services or contracts; empty for the whole organisation. */
  readonly where: readonly string[];
  /** For time-limited roles: last London day. */
  readonly until?: string;
}

/** Somebody who works with Meadowbank Care and signs in. */
export interface DemoPerson {
  /** Entra object id. */
  readonly id: string;
  readonly name: string;
  readonly upn: string;
  /** Pseudonym used in care-system exports. */
  readonly staffCode: string;
  readonly jobTitle: string;
  readonly assignments: readonly DemoAssignment[];
  /** The separate right to see safeguarding rows. */
  readonly safeguarding: boolean;
  /** Object id of whoever stands in for this person. */
  readonly deputy?: string;
}

/** The Entra object id of the demo person with that number, e.g. 7 → `aaaaaaaa-0000-4000-8000-000000000007`. */
export const demoId = (number: number): string => `aaaaaaaa-0000-4000-8000-${String(number).padStart(12, "0")}`;

const upnOf = (name: string): string =>
  `${name
    .normalize("NFD")
    .replace(/[^A-Za-z -]/g, "")
    .toLowerCase()
    .replaceAll(" ", ".")}@meadowbank.example`;

interface Told {
  readonly safeguarding?: true;
  readonly deputy?: number;
}

const everywhere = (...held: readonly Role[]): readonly DemoAssignment[] =>
  held.map((role) => ({ role, over: "organisation", where: [] }));

const over = (role: Role, part: DemoAssignment["over"], ...where: readonly string[]): readonly DemoAssignment[] => [
  { role, over: part, where },
];

const person = (
  number: number,
  name: string,
  jobTitle: string,
  assignments: readonly DemoAssignment[],
  { safeguarding, deputy }: Told = {},
): DemoPerson => ({
  id: demoId(number),
  name,
  upn: upnOf(name),
  staffCode: `MB${1000 + number}`,
  jobTitle,
  assignments,
  safeguarding: safeguarding ?? false,
  ...(deputy === undefined ? {} : { deputy: demoId(deputy) }),
});

/**
 * People in every role at Meadowbank Care. Who sees safeguarding rows: senior leaders, the safeguarding lead, regional
 * and registered managers, the first auditor, the quality lead; not the contracts managers, second auditor or staff.
 */
export const demoPeople = [
  person(1, "Grace Okonkwo", "Chief executive, nominated individual", everywhere("senior-leader"), {
    safeguarding: true,
    deputy: 2,
  }),
  person(2, "Martin Ashworth", "Director of care", everywhere("senior-leader"), { safeguarding: true, deputy: 3 }),
  person(3, "Sunita Rao", "Director of finance and contracts", everywhere("senior-leader"), { deputy: 1 }),
  person(4, "Eleanor Whitcombe", "Contracts manager", over("contracts-manager", "contract", "westshire"), {
    deputy: 5,
  }),
  person(5, "Kwame Mensah", "Contracts manager", over("contracts-manager", "contract", "eastmoor"), { deputy: 4 }),
  person(6, "Niamh Gallagher", "Quality lead", everywhere("quality-lead"), { safeguarding: true, deputy: 2 }),
  person(7, "Deepak Chaudhary", "Regional manager, north", over("regional-manager", "region", "north"), {
    safeguarding: true,
    deputy: 8,
  }),
  person(8, "Bronwen Pritchard", "Regional manager, south", over("regional-manager", "region", "south"), {
    safeguarding: true,
    deputy: 7,
  }),
  person(9, "Amina Yusuf", "Registered manager, Ashdown", over("registered-manager", "service", "ashdown"), {
    safeguarding: true,
    deputy: 10,
  }),
  person(10, "Craig Donnelly", "Registered manager, Birchwood", over("registered-manager", "service", "birchwood"), {
    safeguarding: true,
    deputy: 9,
  }),
  person(11, "Mei Lin Chan", "Registered manager, Coppice", over("registered-manager", "service", "coppice"), {
    safeguarding: true,
    deputy: 12,
  }),
  person(12, "Tomasz Nowak", "Registered manager, Dovecote", over("registered-manager", "service", "dovecote"), {
    safeguarding: true,
    deputy: 13,
  }),
  person(13, "Patricia Fairweather", "Home manager, Elm House", over("registered-manager", "service", "elm-house"), {
    safeguarding: true,
    deputy: 12,
  }),
  person(14, "Josephine Adeyemi", "Safeguarding lead", everywhere("safeguarding-lead"), {
    safeguarding: true,
    deputy: 2,
  }),
  person(15, "Harriet Lockwood", "Internal auditor", everywhere("auditor"), { safeguarding: true, deputy: 16 }),
  person(16, "Imran Sheikh", "Internal auditor", everywhere("auditor"), { deputy: 15 }),
  person(17, "Owen Bevan", "Care systems administrator", everywhere("ecm-administrator"), { deputy: 18 }),
  person(18, "Priyanka Desai", "Project lead, dashboards", everywhere("project-lead")),
  person(19, "Leon Campbell", "Team leader, Birchwood", over("team-leader", "service", "birchwood")),
  person(20, "Moira Sutherland", "Shift leader, Elm House", over("shift-leader", "service", "elm-house")),
  person(21, "Fatima Khalil", "Key worker, Dovecote", over("key-worker", "service", "dovecote")),
  person(22, "Daniel Hargreaves", "Care coordinator, Ashdown", over("care-coordinator", "service", "ashdown")),
  person(23, "Ruth Abrahams", "External reviewer", [
    { role: "external-reviewer", over: "contract", where: ["westshire"], until: "2027-03-31" },
  ]),
  person(24, "Siân Morgan-Ellis", "Business systems manager", everywhere("administrator"), { deputy: 25 }),
  person(25, "Tobias Wren", "IT support officer", everywhere("administrator"), { deputy: 24 }),
] as const satisfies readonly DemoPerson[];

/** The same people as Microsoft Graph answers `/users`, for the local directory. */
export interface DemoUser {
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly mail: string;
  readonly givenName: string;
  readonly surname: string;
  readonly jobTitle: string;
}

export const demoUsers: readonly DemoUser[] = demoPeople.map(({ id, name, upn, jobTitle }) => {
  const words = name.split(" ");
  return {
    id,
    displayName: name,
    userPrincipalName: upn,
    mail: upn,
    givenName: words.slice(0, -1).join(" "),
    surname: words.at(-1) ?? name,
    jobTitle,
  };
});
