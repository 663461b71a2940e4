import { isStale } from "../commentary/figures-hash.ts";
import { check } from "./check.ts";
import { commentarySubject } from "./subjects.ts";
import { written } from "./written.ts";

export const narrativeStale = check({
  id: "narrative.stale",
  blocks: ["explain", "approve"],
  severity: "blocking",
  finds: "A figure that the text cites has changed since it was written.",
  why: "The words may now explain something that did not happen.",
  acts: "contracts-manager",
  clear: "Read the text beside the figures as they are now, and save it again.",
  find: (facts) =>
    written(facts)
      .filter((row) => isStale({ text: row.text, hash: row.figuresHash }, facts.cited, facts.sha256))
      .map((row) => ({
        subject: commentarySubject(row),
        say: `A figure cited in “${row.theme}” has changed since it was written.`,
        person: row.writtenBy,
      })),
});
