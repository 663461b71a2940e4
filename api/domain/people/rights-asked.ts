import { type Day, type Instant, londonDay } from "../day.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { PersonRow } from "../registers/people.ts";
import type { Organisation } from "./person-of.ts";
import { roleNames } from "./role.ts";

export type Given = NonNullable<PersonRow["assignments"]>[number];

/** What a person is to have: the whole of it, not what differs from today. */
export interface Rights {
  readonly assignments: readonly Given[];
  readonly safeguarding: boolean;
  readonly deputy?: string | undefined;
  readonly status: "active" | "left";
}

/** Why these rights cannot be given to this person today; undefined when they can. */
export function whatIsWrong(
  row: PersonRow,
  wanted: Rights,
  organisation: Organisation,
  now: Instant,
): Refusal | undefined {
  const today = londonDay(now);
  const wrong = wanted.assignments
    .map((each) => wrongAssignment(each, organisation))
    .find((each) => each !== undefined);
  if (wrong) return refuse("rights.unknown-part", wrong, "Choose from the parts of the organisation that there are.");
  const deputy = organisation.people.find(({ person }) => person === wanted.deputy);
  if (wanted.deputy !== undefined && (wanted.deputy === row.person || deputy?.status !== "active"))
    return refuse(
      "rights.deputy",
      "The deputy has to be somebody else who works here.",
      "Choose a colleague, or leave it empty.",
    );
  if (!anAdministratorIsLeft(row, wanted, organisation, today))
    return refuse(
      "rights.no-administrator",
      "After this nobody would be an administrator, and nobody could change rights any more.",
      "Make somebody else an administrator first.",
    );
  return undefined;
}

function wrongAssignment({ role, over, where = [], from, to }: Given, organisation: Organisation): string | undefined {
  const name = roleNames[role];
  if (from !== undefined && to !== undefined && to < from) return `The role ${name} would end before it begins.`;
  if (over === "organisation")
    return where.length === 0 ? undefined : `The role ${name} is over the whole organisation.`;
  if (where.length === 0) return `The role ${name} is over a ${over}, but which is not said.`;
  const known = partsOf(organisation)[over];
  const unknown = where.find((key) => !known.includes(key));
  return unknown === undefined ? undefined : `There is no ${over} “${unknown}”.`;
}

const partsOf = ({
  services,
  contracts,
}: Organisation): Readonly<Record<"region" | "service" | "contract", string[]>> => ({
  region: services.flatMap(({ region }) => region ?? []),
  service: services.map(({ key }) => key),
  contract: contracts.map(({ key }) => key),
});

/** Whether somebody is an administrator without an end in sight once this person has what is wanted. */
function anAdministratorIsLeft(row: PersonRow, wanted: Rights, { people }: Organisation, today: Day): boolean {
  const lasting = (assignments: readonly Given[] = []) =>
    assignments.some(
      ({ role, from, to }) => role === "administrator" && to === undefined && (from === undefined || from <= today),
    );
  const stays = ({ status, to }: PersonRow) => status === "active" && to === undefined;
  const others = people.filter(({ person }) => person !== row.person);
  const isOne = wanted.status === "active" && lasting(wanted.assignments);
  const wasOne = stays(row) && lasting(row.assignments);
  return isOne || !wasOne || others.some((each) => stays(each) && lasting(each.assignments));
}
