// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import type { RowAnswer } from "#api/operations/row-answer.ts";
import type { MappedSource } from "#domain/registers/evidence-map.ts";
import type { ShownRow } from "../../ask/use-rows.ts";
import { rowOf, show } from "../../shown.testing.tsx";
import { CoverageGrid } from "./coverage-grid.tsx";

afterEach(cleanup);

const specification = rowOf("westshire-pack-1", "Westshire evidence pack", {
  sections: [
    { code: "visits", title: "Visits", indicators: ["punctuality-15"] },
    { code: "alerts", title: "Alerts", indicators: ["alerts-resolved-24h"], categories: ["Complaints"] },
  ],
}) as unknown as RowAnswer;
const source = (key: string, answers: Partial<MappedSource>) =>
  rowOf(key, answers.report ?? "", {
    owner: "owen",
    status: "confirmed",
    ...answers,
  }) as unknown as ShownRow<MappedSource>;
const sources = [
  source("one", { indicator: "punctuality-15", dataset: "planned-visits", report: "Planned visits" }),
  source("two", {
    indicator: "alerts-resolved-24h",
    dataset: "alerts",
    report: "Raw Data: ALERTS",
    sourceSystem: "Birdie",
  }),
];
const names: Readonly<Record<string, string>> = {
  "punctuality-15": "Visits within 15 minutes",
  "alerts-resolved-24h": "Alerts settled within a day",
};

const grid = () =>
  show(<CoverageGrid specification={specification} sources={sources} nameOf={(code) => names[code] ?? ""} />, {
    answer: () => ({ total: 0, rows: [] }),
  });

it("calls indicators and sources by the names people know", () => {
  grid();
  expect(screen.getByRole("rowheader", { name: "Alerts settled within a day" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Alerts" })).toBeTruthy();
  expect(screen.getByText("“Raw Data: ALERTS” in Birdie")).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/alerts-resolved|Alerts resolved 24h/);
});

it("folds away a section that is wholly covered, and opens it when asked", () => {
  grid();
  expect(screen.queryByRole("rowheader", { name: "Visits within 15 minutes" })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Visits", expanded: false }));
  expect(screen.getByRole("rowheader", { name: "Visits within 15 minutes" })).toBeTruthy();
});

it("leaves a section open in which something is missing", () => {
  grid();
  expect(screen.getByRole("button", { name: "Alerts", expanded: true })).toBeTruthy();
  expect(screen.getByText("No source is mapped")).toBeTruthy();
});
