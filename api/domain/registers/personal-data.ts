import { choice, hash, instant, note, number, part, person, reference, text } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";

/** Rows are only added: who opened what and why, what is held, what was asked to be erased, and proof of what was. */
export const personalData = register({
  slug: "personal-data",
  title: "Personal data log",
  purpose: "Every opening of an original export, every hold on one, and proof of everything that was erased.",
  kind: "operational",
  words: { one: "personal data entry", many: "personal data entries" },
  headline: "subject",
  brief: ["subject", "kind", "by", "at"],
  sealed: true,
  appendOnly: true,
  fields: {
    kind: choice(
      "Kind",
      [
        "opening",
        "hold",
        "release",
        "access-request",
        "erasure-ask",
        "erasure-agreed",
        "erasure-refused",
        "erasure",
        "review",
      ],
      { required: true, indexed: true },
    ),
    about: choice("About", ["original", "person", "month"], { required: true, indexed: true }),
    subject: text("What", {
      required: true,
      indexed: true,
      max: 120,
      help: "Key of the import, pseudonym of the person, or the month.",
    }),
    reason: note("Reason", { required: true, restricted: true }),
    by: person("By", { indexed: true, help: "Empty when the retention period did it." }),
    at: instant("At", { required: true, indexed: true }),
    ask: reference("Answers the request", "personal-data", { indexed: true }),
    done: part("What was done", {
      what: choice("Done", ["erased", "replaced"], { required: true }),
      path: text("File", { required: true, max: 400 }),
      hash: hash("Fingerprint before"),
      by: text("Replaced by", { max: 400 }),
      rows: number("Rows of the person"),
    }),
  },
});

export interface PersonalDataRow extends Row<typeof personalData> {}
