import type { Import } from "../registers/imports.ts";
import { check } from "./check.ts";
import { periodOfCycle, requiredSources } from "./required.ts";
import { importSubject } from "./subjects.ts";

export const dataRejectedRows = check({
  id: "data.rejected-rows",
  blocks: "collect",
  severity: "blocking",
  finds: "Rows of an import could not be read, and nobody has dealt with them or accepted going on without them.",
  why: "Records that are left out silently make every figure wrong.",
  acts: "ecm-administrator",
  clear: "Put the rows right and bring the file in again, or accept going on without them, with a reason.",
  canBeQualified: true,
  find: (facts) => {
    const { from, to } = periodOfCycle(facts);
    const profiles = requiredSources(facts).map(({ profile }) => profile);
    return facts.imports
      .filter(({ profile, status }) => profiles.includes(profile) && status !== "refused")
      .filter(({ periodFrom, periodTo }) => (periodFrom ?? from) <= to && (periodTo ?? to) >= from)
      .filter((each) => (each.rejected ?? 0) > 0 && !isAccepted(each) && !isReplaced(each, facts.imports))
      .map((each) => ({
        subject: importSubject(facts, each),
        say: `${each.rejected === 1 ? "1 row" : `${each.rejected} rows`} of ${each.fileName} could not be read.`,
      }));
  },
});

const isAccepted = ({ rejectsAccepted, rejectsReason }: Import) =>
  rejectsAccepted === true && Boolean(rejectsReason?.trim());

/** A later accepted import of the same report over the same days takes its place. */
const isReplaced = (old: Import, imports: readonly Import[]): boolean =>
  imports.some(
    (each) =>
      each.profile === old.profile &&
      each.status === "accepted" &&
      each.createdAt > old.createdAt &&
      (each.periodFrom ?? "") <= (old.periodFrom ?? "") &&
      (each.periodTo ?? "") >= (old.periodTo ?? ""),
  );
