import { instant, text } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";

/** Rows are removed after seven days; a process away longer reads everything anew. */
export const changeFeed = register({
  slug: "change-feed",
  title: "Change feed",
  purpose: "Which rows have just changed, so that the other processes read them again.",
  kind: "operational",
  words: { one: "change", many: "changes" },
  headline: "rowKey",
  brief: ["rowKey", "list", "at"],
  appendOnly: true,
  fields: {
    list: text("List", { required: true, indexed: true, max: 60 }),
    rowKey: text("Row", { required: true, max: 120 }),
    at: instant("At", { required: true, indexed: true }),
    process: text("By the process", { required: true, max: 60 }),
  },
});

export interface Change extends Row<typeof changeFeed> {}
