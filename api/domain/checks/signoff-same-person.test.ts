import { expect, it } from "vitest";
import { aPack, asks, everybody, said } from "../../../test/support/facts.ts";
import { person } from "../../../test/support/rows.ts";
import { signoffSamePerson } from "./signoff-same-person.ts";

it.each([
  [
    "an author asked to approve",
    { signOffs: asks, packs: [{ ...aPack, authors: ["grace"] }] },
    [`grace is asked to sign “${aPack.name}” and is already an author of it.`],
  ],
  [
    "a validator asked to approve",
    { signOffs: asks, packs: [{ ...aPack, validators: ["grace"] }] },
    [`grace is asked to sign “${aPack.name}” and is already a validator of it.`],
  ],
  [
    "the deputy of an author",
    {
      signOffs: asks,
      everybody: [
        ...everybody.filter(({ id }) => id !== "grace"),
        person("grace", ["senior-leader"], { deputyFor: ["eleanor"] }),
      ],
    },
    [`grace is asked to sign “${aPack.name}” and is already an author of it.`],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(signoffSamePerson, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  [
    "an ask about content that is gone",
    { signOffs: asks, packs: [{ ...aPack, authors: ["grace"], contentHash: "0".repeat(64) }] },
  ],
] as const)("is silent about %s", (_what, told) => {
  expect(said(signoffSamePerson, told)).toEqual([]);
});
