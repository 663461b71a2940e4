import { expect, it } from "vitest";
import { said } from "../../../test/support/facts.ts";
import { storeChangedOutside } from "./store-changed-outside.ts";

it.each([
  [
    "a row changed behind the app",
    { changedOutside: [{ register: "people", key: "a", title: "Amina Yusuf" }] },
    ["“Amina Yusuf” was changed by somebody other than the app."],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(storeChangedOutside, told)).toEqual(sentences);
});

it.each([["everything in order", {}]] as const)("is silent about %s", (_what, told) => {
  expect(said(storeChangedOutside, told)).toEqual([]);
});
