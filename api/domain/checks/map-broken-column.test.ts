import { expect, it } from "vitest";
import { anImport, facts, said } from "../../../test/support/facts.ts";
import { mapBrokenColumn } from "./map-broken-column.ts";

it.each([
  [
    "a column the last import lacks",
    {
      imports: [
        anImport,
        { ...anImport, key: "2", createdAt: "2026-10-03T09:00:00Z", missingColumns: ["Planned start"] },
      ],
    },
    ["“Planned visits” arrived without the column Planned start."],
  ],
  [
    "a source that was marked broken",
    {
      evidenceMap: facts().evidenceMap.map((each) => (each.indicator ? { ...each, status: "broken" as const } : each)),
    },
    ["“Planned visits” arrived without a column that is used."],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(mapBrokenColumn, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  ["a column nobody uses", { imports: [{ ...anImport, missingColumns: ["Notes"] }] }],
  [
    "a column that is back",
    {
      imports: [
        { ...anImport, key: "2", createdAt: "2026-09-01T09:00:00Z", missingColumns: ["Planned start"] },
        anImport,
      ],
    },
  ],
] as const)("is silent about %s", (_what, told) => {
  expect(said(mapBrokenColumn, told)).toEqual([]);
});
