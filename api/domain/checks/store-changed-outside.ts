import { check } from "./check.ts";

export const storeChangedOutside = check({
  id: "store.changed-outside",
  blocks: ["approve", "submit"],
  severity: "safety",
  finds: "A register row was changed by somebody other than the app.",
  why: "A change behind the app has no author, no reason and no second person.",
  acts: "senior-leader",
  escalates: "Sign-offs it touches are no longer valid.",
  clear: "Compare the row with its history, put it right through the app, and find out who changed it.",
  find: ({ changedOutside }) =>
    changedOutside.map((subject) => ({
      subject,
      say: `“${subject.title}” was changed by somebody other than the app.`,
    })),
});
