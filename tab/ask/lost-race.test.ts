import { expect, it } from "vitest";
import { lostRaceOf, writtenAgain, writtenIn } from "./lost-race.ts";
import { Problem } from "./problem.ts";

const details = { register: "actions", theirs: { etag: "2", cause: "Theirs" }, yours: { cause: "Mine" } };
const conflict = { detail: "Craig changed this.", status: 412, code: "conflict", details };

it("knows a lost race from every other problem", () => {
  expect(lostRaceOf(new Problem(conflict))).toEqual(details);
  expect(lostRaceOf(new Problem({ ...conflict, code: "invalid" }))).toBeUndefined();
  expect(lostRaceOf(new Problem({ ...conflict, details: { theirs: {} } }))).toBeUndefined();
  expect(lostRaceOf(new Error("no connection"))).toBeUndefined();
});

it.each([
  ["an edit", { etag: "1", changes: { cause: "Mine" } }, { cause: "Mine" }],
  ["a move", { etag: "1", command: { move: "wait", waitingFor: "GP" } }, { move: "wait", waitingFor: "GP" }],
  ["a text", { etag: "1", text: "Mine" }, { text: "Mine" }],
  ["nothing at all", undefined, {}],
])("finds what was written in %s", (_, body, written) => expect(writtenIn(body)).toEqual(written));

it.each([
  [
    "an edit, emptying what they emptied",
    { etag: "1", changes: { cause: "Mine", measure: "Mine", unit: "Mine" } },
    { cause: "Theirs", measure: undefined },
    { etag: "2", changes: { cause: "Theirs", measure: null, unit: "Mine" } },
  ],
  ["a move as it was", { etag: "1", command: { move: "wait" } }, {}, { etag: "2", command: { move: "wait" } }],
  ["a text", { etag: "1", text: "Mine" }, { text: "Theirs" }, { etag: "2", text: "Theirs" }],
  ["what named no version", { text: "Mine" }, {}, { text: "Mine" }],
])("sends %s again against the version that was seen", (_, body, picked, again) =>
  expect(writtenAgain(body, { etag: "2", picked })).toEqual(again),
);
