import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { refuse } from "#domain/refusal.ts";
import { imports } from "#domain/registers/imports.ts";
import { operation } from "./operation.ts";
import { answerOf, rowAnswer } from "./row-answer.ts";

/** Goes on without the rows of an import that could not be read, saying why that is right. */
export const acceptRejects = operation({
  name: "accept-rejects",
  method: "POST",
  path: "/imports/:key/rejects",
  summary: "Go on without the rows that could not be read, with a reason.",
  who: ["contracts-manager", "quality-lead"],
  input: z.strictObject({ key: z.string(), etag: z.string().min(1), reason: z.string().max(2000) }),
  answer: rowAnswer,
  async run({ key, etag, reason }, { rows, person }) {
    const row = rows.one(imports, key);
    if (!row) throw notFound("import", key);
    if (row.status === "refused")
      return refuse(
        "import.refused",
        "This file was not taken into the figures, so there is nothing to go on without.",
        "Put its rows right and bring it in again.",
      );
    if (!row.rejected)
      return refuse("import.no-rejects", "Every row of this file could be read.", "Nothing to accept.");
    if (!reason.trim())
      return refuse(
        "import.reason-missing",
        "Going on without rows needs a reason; the pack names it as a known gap.",
        "Say why the figures are right without them.",
      );
    const changes = { rejectsAccepted: true, rejectsReason: reason.trim(), rejectsAcceptedBy: person.id };
    return answerOf(
      imports,
      await rows.change(imports, key, etag, changes, { by: person, did: "import.accept-rejects", reason }),
      "shown",
    );
  },
});
