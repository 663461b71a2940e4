import { expect, it } from "vitest";
import { actions } from "../registers/actions.ts";
import { indicators } from "../registers/indicators.ts";
import { managerReviews } from "../registers/manager-reviews.ts";
import { meetings } from "../registers/meetings.ts";
import { packs } from "../registers/packs.ts";
import { services } from "../registers/services.ts";
import { signOffs } from "../registers/sign-offs.ts";
import { specifications } from "../registers/specifications.ts";
import { themes } from "../registers/themes.ts";
import type { Kept } from "./register.ts";
import { codesIn, linksFrom, mayPointTo, pointsOf } from "./row-links.ts";

const row = (key: string, answers: object) => ({ key, ...answers }) as unknown as Kept;
const keys = (found: ReturnType<typeof linksFrom>) =>
  found.map(({ label, rows }) => [label, rows.map(({ key }) => key)]);

it("finds the rows that name a row: by a reference, one of several, or a line of a list", () => {
  const ashdown = { key: "ashdown" };
  const some = [row("a", { service: "ashdown" }), row("b", { service: "coppice" }), row("c", {})];
  expect(keys(linksFrom(actions, some, services, ashdown))).toEqual([["Service", ["a"]]]);
  const several = [row("t", { services: ["coppice", "ashdown"] }), row("u", { services: [] })];
  expect(keys(linksFrom(themes, several, services, ashdown))).toEqual([["Services", ["t"]]]);
  const pack = [row("p", { restatements: [{ figure: "f-1" }] }), row("q", { restatements: [] })];
  expect(keys(linksFrom(packs, pack, { ...services, slug: "figures" }, { key: "f-1" }))).toEqual([
    ["Figures revised since it was sent", ["p"]],
  ]);
});

it("finds what names an indicator by its code, also inside a specification's sections", () => {
  const missed = { key: "missed-visits-1", code: "missed-visits" };
  expect(keys(linksFrom(themes, [row("t", { indicators: "late, missed-visits" })], indicators, missed))).toEqual([
    ["Indicators it shows in", ["t"]],
  ]);
  const sections = [{ code: "a", indicators: ["missed-visits"] }];
  expect(keys(linksFrom(specifications, [row("s", { sections })], indicators, missed))).toEqual([
    ["Sections, in order", ["s"]],
  ]);
});

it("follows keys that do not say their register, and only to where they may lead", () => {
  const raised = { key: "a", raisedFrom: "late-visits" };
  expect(pointsOf(actions, raised)).toMatchObject([{ field: "raisedFrom", key: "late-visits" }]);
  expect(keys(linksFrom(actions, [row("a", raised)], themes, { key: "late-visits" }))).toEqual([
    ["Raised from", ["a"]],
  ]);
  expect(linksFrom(actions, [row("a", raised)], meetings, { key: "late-visits" })).toEqual([]);
  const ask = { key: "s", about: "pack", subject: "w-v1" };
  expect(keys(linksFrom(signOffs, [row("s", ask)], packs, { key: "w-v1" }))).toEqual([["What", ["s"]]]);
  expect(pointsOf(signOffs, { key: "s", about: "unheard-of", subject: "w-v1" })).toEqual([]);
  expect(pointsOf(actions, { key: "a" })).toEqual([]);
});

it("says beforehand wherever an answer may lead", () => {
  expect(mayPointTo("sign-offs")).toContain("packs");
  expect(mayPointTo("manager-reviews")).toEqual(["specifications", "indicators"]);
  expect(pointsOf(managerReviews, { key: "r", subjectKind: "specification", subject: "pack-1" })).toEqual([
    { field: "subject", key: "pack-1", registers: ["specifications"] },
  ]);
  expect(mayPointTo("contracts")).toEqual([]);
});

it("reads one code, several in one text, and a list", () => {
  expect(codesIn("missed-visits")).toEqual(["missed-visits"]);
  expect(codesIn("late, missed-visits; tasks")).toEqual(["late", "missed-visits", "tasks"]);
  expect(codesIn(["late", "tasks"])).toEqual(["late", "tasks"]);
  expect(codesIn(undefined)).toEqual([]);
});
