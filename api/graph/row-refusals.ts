import { LineOfSightError } from "#domain/errors.ts";
import { check } from "#domain/register/check.ts";
import type { Register, Row } from "#domain/register/register.ts";

type Answers = Readonly<Record<string, unknown>>;

/** Throws `invalid` with every problem there is with the answers. */
export function refuseProblems(register: Register, answers: Answers): void {
  const problems = check(register, answers);
  if (problems.length === 0) return;
  throw new LineOfSightError("invalid", `${problems.map(({ say }) => say).join(". ")}.`, {
    facts: { register: register.slug, problems: problems.length },
    details: { problems },
  });
}

/** The lost race, with both versions. */
export const conflict = (register: Register, theirs: Row, yours: Answers) =>
  new LineOfSightError(
    "conflict",
    `${theirs.changedByName || "Somebody"} changed this ${register.words.one} while you had it open. Nothing was overwritten: look at both versions and save again.`,
    { facts: { register: register.slug, key: theirs.key }, details: { register: register.slug, theirs, yours } },
  );

export const beingMade = (register: Register, key: string) =>
  new LineOfSightError(
    "unavailable",
    `Somebody else is making this ${register.words.one} at the moment. Try again in a minute.`,
    { facts: { register: register.slug, key } },
  );

export const notKept = ({ slug }: Register) =>
  new LineOfSightError("unavailable", "SharePoint did not keep the row as it was written.", {
    facts: { register: slug },
  });
