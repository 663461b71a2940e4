import { choice, instant, note, number, person, text } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";

export const jobs = register({
  slug: "jobs",
  title: "Jobs",
  purpose: "Longer pieces of work under way, how far each is, and what came of it.",
  kind: "operational",
  words: { one: "job", many: "jobs" },
  headline: "subject",
  brief: ["subject", "kind", "state", "progress"],
  status: "state",
  fields: {
    kind: choice("Kind", ["import", "figures", "compile", "checks", "export"], { required: true, indexed: true }),
    subject: text("About", { required: true, indexed: true, max: 120, help: "Key of the row it is about." }),
    state: choice("State", ["queued", "running", "done", "failed"], { required: true, indexed: true }),
    progress: number("Done (%)", { required: true }),
    step: text("Step"),
    input: note("What to do", { help: "Keys and choices as JSON, so that it can go on after a restart." }),
    startedBy: person("Started by", { indexed: true }),
    startedAt: instant("Started at"),
    endedAt: instant("Ended at"),
    result: note("Result", { help: "Keys and counts as JSON." }),
    error: text("What went wrong, in plain words", { max: 255 }),
  },
});

export interface Job extends Row<typeof jobs> {}
