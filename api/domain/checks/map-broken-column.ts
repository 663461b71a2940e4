import type { Import } from "../registers/imports.ts";
import { check } from "./check.ts";
import { requiredSources } from "./required.ts";

export const mapBrokenColumn = check({
  id: "map.broken-column",
  blocks: "collect",
  severity: "blocking",
  finds: "The last import lacks a column that the evidence map uses.",
  why: "The indicators that read it are blocked: a missing column must never become a zero.",
  acts: "ecm-administrator",
  escalates: "Reporting is paused for the indicators that read it.",
  clear: "Export the report again with the column, or map the column that replaced it.",
  canBeQualified: true,
  find: (facts) =>
    requiredSources(facts).flatMap(({ key, report, profile, columns = [], status, contract }) => {
      const missing =
        lastImport(facts.imports, profile)?.missingColumns?.filter((each) => columns.includes(each)) ?? [];
      if (missing.length === 0 && status !== "broken") return [];
      const which = missing.length === 0 ? "a column that is used" : `the column ${missing.join(", ")}`;
      return [
        {
          subject: { register: "evidence-map", key, title: report, contract },
          say: `“${report}” arrived without ${which}.`,
        },
      ];
    }),
});

const lastImport = (imports: readonly Import[], profile: string | undefined): Import | undefined =>
  imports
    .filter((each) => each.profile === profile && profile !== undefined && each.status !== "refused")
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))[0];
