import { expect, it } from "vitest";
import type { MappedSource } from "#domain/registers/evidence-map.ts";
import type { Import } from "#domain/registers/imports.ts";
import { coverageOf } from "./coverage.ts";

const period = { from: "2026-07-01", to: "2026-09-30" };
const services = ["ashdown", "elm-house"];

const source = (answers: Partial<MappedSource> = {}) =>
  ({
    key: "visits",
    report: "Service delivery",
    profile: "access-adult",
    dataset: "visits",
    ...answers,
  }) as MappedSource;

const month = (month: string, last: string, answers: Partial<Import> = {}) =>
  ({
    status: "accepted",
    profile: "access-adult",
    periodFrom: `${month}-01`,
    periodTo: last,
    services: ["ashdown"],
    ...answers,
  }) as Import;

const july = month("2026-07", "2026-07-31");
const august = month("2026-08", "2026-08-31");
const september = month("2026-09", "2026-09-30");

const states = (imports: readonly Import[]) =>
  coverageOf([source()], imports, { services, period })[0]?.services.map(({ covered }) => covered);

it.each([
  ["nothing came in", [], ["missing", "missing"]],
  ["the whole period came in; the care home has no visits", [july, august, september], ["covered", "none"]],
  ["a month is missing", [july, september], ["partly", "none"]],
  ["a file was only looked at", [month("2026-07", "2026-07-31", { status: "received" })], ["missing", "missing"]],
  ["a file is of another report", [month("2026-07", "2026-07-31", { profile: "birdie" })], ["missing", "missing"]],
] as const)("says how each service stands when %s", (_, imports, expected) => {
  expect(states(imports)).toEqual(expected);
});

it("names the first days that are missing", () => {
  const [line] = coverageOf([source()], [july, september], { services, period });
  expect(line?.gap).toEqual({ from: "2026-08-01", to: "2026-08-31" });
});

it("shows a source once, however many indicators rest on it", () => {
  const lines = coverageOf([source(), source({ key: "late-visits" })], [], { services, period });
  expect(lines.map(({ key }) => key)).toEqual(["visits"]);
});
