import { z } from "zod";
import { LineOfSightError, notFound } from "#domain/errors.ts";
import { authorise, scopeOf } from "#domain/people/authorise.ts";
import { roles } from "#domain/people/role.ts";
import { setBySteps } from "#domain/people/set-by-steps.ts";
import { writers } from "#domain/people/writers.ts";
import { registerBySlug } from "#domain/registers/index.ts";
import { operation } from "./operation.ts";
import { answerOf, rowAnswer } from "./row-answer.ts";
import { whoCan } from "./scoped-rows.ts";

/** Edits plain answers of one row. Where the row stands is changed by its moves, never by an edit. */
export const changeRow = operation({
  name: "change-row",
  method: "PATCH",
  path: "/registers/:slug/rows/:key",
  summary: "Change answers of one row, naming the version you saw.",
  who: roles,
  input: z.strictObject({
    slug: z.string(),
    key: z.string(),
    etag: z.string().min(1, "say which version of the row you saw"),
    changes: z.record(z.string(), z.unknown()),
    reason: z.string().max(500).optional(),
  }),
  answer: rowAnswer,
  async run({ slug, key, etag, changes, reason }, { rows, person }) {
    const register = registerBySlug(slug);
    const before = register && rows.one(register, key);
    if (!register || !before) throw notFound(register?.words.one ?? "register", register ? key : slug);
    const who = writers[slug] ?? [];
    const settled = [register.status, ...(setBySteps[slug] ?? [])].some(
      (name) => name !== undefined && Object.hasOwn(changes, name),
    );
    if (
      register.appendOnly ||
      register.sealed ||
      settled ||
      !authorise(person, who, "write", scopeOf(register, { ...before }))
    ) {
      const say =
        who.length === 0 || settled || register.sealed || register.appendOnly
          ? `A ${register.words.one} is not edited here: it changes by its own steps, so that each has a reason and a name.`
          : `Changing a ${register.words.one} takes ${whoCan(who)}.`;
      throw new LineOfSightError("not-allowed", say, { facts: { register: slug } });
    }
    const row = await rows.change(register, key, etag, changes, {
      by: person,
      did: `${slug}.edit`,
      ...(reason && { reason }),
    });
    return answerOf(register, row, "shown");
  },
});
