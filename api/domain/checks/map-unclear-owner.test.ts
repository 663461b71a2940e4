import { expect, it } from "vitest";
import { facts, said } from "../../../test/support/facts.ts";
import { mapUnclearOwner } from "./map-unclear-owner.ts";

const owned = (owner: string | undefined) =>
  facts()
    .evidenceMap.filter(({ indicator }) => indicator)
    .map((each) => ({ ...each, owner }));

it.each([
  ["no owner", { evidenceMap: owned(undefined) }, ["“Planned visits” has no owner."]],
  ["an owner who left", { evidenceMap: owned("gone") }, ["“Planned visits” has an owner who no longer works here."]],
  [
    "an owner in another role",
    { evidenceMap: owned("harriet") },
    ["“Planned visits” has an owner whose role does not work with the records."],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(mapUnclearOwner, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  [
    "a source nothing rests on",
    { evidenceMap: [...facts().evidenceMap, ...owned(undefined).map((each) => ({ ...each, indicator: "other" }))] },
  ],
] as const)("is silent about %s", (_what, told) => {
  expect(said(mapUnclearOwner, told)).toEqual([]);
});
