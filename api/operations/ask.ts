import type { z } from "zod";
import { LineOfSightError } from "#domain/errors.ts";
import { authorise, type ItemScope } from "#domain/people/authorise.ts";
import { hasRole, type Person } from "#domain/people/person.ts";
import { isRefusal } from "#domain/refusal.ts";
import { onErrand } from "../errand.ts";
import type { Outside } from "../outside.ts";
import { operations } from "./index.ts";
import type { Brought, Download, Operation } from "./operation.ts";
import { scopedRows, whoCan } from "./scoped-rows.ts";

/** Does one operation as one person: the only way in, for the tab (through HTTP) and the bot (in process). */
export async function ask(
  outside: Outside,
  person: Person,
  operation: Operation,
  input: unknown,
  brought: Brought = {},
): Promise<unknown> {
  const { who } = operation;
  if (person.assignments.length === 0) throw noRole();
  if (who !== "anyone" && !hasRole(person, ...who)) {
    throw new LineOfSightError(
      "not-allowed",
      `This takes ${whoCan(who)}. Ask one of them, or your administrator if your role is out of date.`,
      {
        facts: { operation: operation.name },
      },
    );
  }
  const read = operation.input.safeParse(input);
  if (!read.success) throw invalid(read.error);
  const rows = scopedRows(person, who, outside.store);
  const require = (item: ItemScope) => {
    if (!authorise(person, who, "write", item)) throw outOfScope(operation);
  };
  const call = { person, now: outside.clock(), rows, outside, require, ...brought };
  const answer = await onErrand({ person: person.id }, () => operation.run(read.data, call));
  return isRefusal(answer) || isDownload(answer) ? answer : operation.answer.parse(answer);
}

/** The operation of this name; `not-found` when there is none. */
export function operationNamed(name: string): Operation {
  const found = operations.find((operation) => operation.name === name);
  if (!found) throw new LineOfSightError("not-found", `There is nothing called “${name}” to do.`, { facts: { name } });
  return found;
}

export const isDownload = (answer: unknown): answer is Download =>
  typeof answer === "object" && answer !== null && "download" in answer;

const outOfScope = ({ name, who }: Operation) =>
  new LineOfSightError(
    "not-allowed",
    `This is outside what your role covers. It takes ${whoCan(who)} for this service or contract.`,
    {
      facts: { operation: name },
    },
  );

const noRole = () =>
  new LineOfSightError(
    "not-allowed",
    "You have no role in Line of Sight yet. Ask your administrator to add you to the people register.",
  );

function invalid(error: z.ZodError): LineOfSightError {
  const problems = error.issues.map(({ path, message }) => ({ field: path.join("."), say: message }));
  const say = problems.map(({ field, say }) => (field ? `${field}: ${say}` : say)).join(". ");
  return new LineOfSightError("invalid", `Some answers need another look: ${say}.`, { details: { problems } });
}
