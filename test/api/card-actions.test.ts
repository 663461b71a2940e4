import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actionVerbs } from "#api/operations/action-card.ts";
import { ask, operationNamed } from "#api/operations/ask.ts";
import { cardOfNonce, issueNonce } from "#api/operations/card-nonce.ts";
import { findPerson } from "#api/operations/everybody.ts";
import type { Outside } from "#api/outside.ts";
import { actions } from "#domain/registers/actions.ts";
import { cardActions } from "#domain/registers/card-actions.ts";
import { demoId } from "../../infra/demo/people.ts";
import { type Demo, startDemo } from "../support/demo.ts";

let demo: Demo;
let other: Outside;
beforeAll(async () => {
  demo = await startDemo();
  other = await demo.another("second");
});
afterAll(() => demo.close());

const owner = demoId(10);
const item = "action-birchwood-travel-time";

const action = async (key = item) => {
  const row = await demo.outside.store.fresh(actions, key);
  if (!row) throw new Error(`There is no ${key}.`);
  return row;
};

const cardFor = async (person: string, { key = item, expires = "2027-01-01T00:00:00Z" } = {}) =>
  issueNonce(demo.outside, {
    item: key,
    itemRegister: "actions",
    itemVersion: (await action(key)).etag,
    verbs: actionVerbs,
    person,
    expires,
  });

/** A press as the bot hands it on, in one of two processes. */
async function press(outside: Outside, id: string, nonce: string, verb: string, data: object = {}) {
  const person = findPerson(outside, id);
  if (!person) throw new Error(`${id} is not a demo person.`);
  return ask(outside, person, operationNamed("use-card-action"), { nonce, verb, data });
}

const progress = (nonce: string, { as = owner, outside = demo.outside, text = "Four of seven rounds done." } = {}) =>
  press(outside, as, nonce, "progress", { text });

describe("a press that is not what was sent to this person", () => {
  const before = async () => JSON.stringify(await action());

  it.each([
    ["forged", async () => "f".repeat(64), owner],
    [
      "altered by one character",
      async () => (await cardFor(owner)).replace(/^./, (c) => (c === "0" ? "1" : "0")),
      owner,
    ],
    ["pressed by a colleague", async () => cardFor(owner), demoId(9)],
    ["pressed by their regional manager", async () => cardFor(owner), demoId(7)],
    ["pressed after its time", async () => cardFor(owner, { expires: "2026-10-01T00:00:00Z" }), owner],
  ] as const)("is refused when %s, and nothing is written", async (_, made, as) => {
    const nonce = await made();
    const was = await before();
    expect(await progress(nonce, { as })).toMatchObject({
      refused: { say: expect.stringContaining("Nothing was changed") },
    });
    expect(await before()).toBe(was);
  });

  it("is refused when the button is another card's", async () => {
    const was = await before();
    expect(await press(demo.outside, owner, await cardFor(owner), "approve")).toMatchObject({
      refused: { rule: "card.unknown" },
    });
    expect(await before()).toBe(was);
  });

  it("is refused when its record was edited in SharePoint to name somebody else", async () => {
    const nonce = await cardFor(owner);
    const card = await cardOfNonce(demo.outside, nonce);
    await editBehindTheApp(card?.key ?? "", { person: demoId(9) });
    const was = await before();
    expect(await progress(nonce, { as: demoId(9) })).toMatchObject({ refused: { rule: "card.unknown" } });
    expect(await before()).toBe(was);
  });
});

it("writes once, however often and wherever Teams delivers the press", async () => {
  const lines = (await action()).progress?.length ?? 0;
  const nonce = await cardFor(owner);
  const answers = await Promise.all([
    progress(nonce),
    progress(nonce, { outside: other }),
    progress(nonce),
    progress(nonce, { outside: other }),
  ]);
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(answers[0]).toMatchObject({ say: "Thank you, your progress is recorded." });
  expect((await action()).progress).toHaveLength(lines + 1);

  const again = await progress(nonce, { outside: other, text: "Something else" });
  expect(again).toEqual(answers[0]);
  expect((await action()).progress).toHaveLength(lines + 1);
});

it("goes on after a process stopped between doing it and saying so, without doing it twice", async () => {
  const nonce = await cardFor(owner);
  const lines = (await action()).progress?.length ?? 0;
  await progress(nonce);
  const card = await cardOfNonce(demo.outside, nonce);
  if (!card) throw new Error("The card was not issued.");
  await demo.outside.store.change(
    cardActions,
    card.key,
    card.etag,
    { answer: null },
    { by: "system", did: "test.stop" },
  );
  const later: Outside = { ...other, clock: () => new Date(Date.parse(other.clock()) + 120_000).toISOString() };
  expect(await progress(nonce, { outside: later })).toMatchObject({ say: "Thank you, your progress is recorded." });
  expect((await action()).progress).toHaveLength(lines + 1);
});

it("leaves a card usable after a refusal: another day can be chosen", async () => {
  const nonce = await cardFor(owner);
  const asked = (until: string) => press(demo.outside, owner, nonce, "more-time", { until, reason: "Two carers ill" });
  expect(await asked("2026-10-01")).toMatchObject({ refused: { rule: "action.not-later" } });
  expect(await asked("2026-10-30")).toMatchObject({ say: "Thank you. The deadline is now 30 October 2026." });
  expect((await action()).deadline).toBe("2026-10-30");
});

it("never repeats on a card what was typed as progress or evidence", async () => {
  const answer = await progress(await cardFor(owner), { text: "canary-7f3a" });
  expect(JSON.stringify(answer)).not.toContain("canary-7f3a");
});

it("keeps no nonce that reading the list would give away", async () => {
  const nonce = await cardFor(owner);
  expect(JSON.stringify(demo.outside.store.all(cardActions))).not.toContain(nonce);
});

/** Changes a row as somebody with rights on the site would, past the app and its seal. */
async function editBehindTheApp(key: string, fields: Record<string, string>) {
  const list = demo.listOf(cardActions);
  const there = await list.byKey(key);
  if (!there) throw new Error(`There is no ${key} in SharePoint.`);
  await list.update(there.id, there.etag, fields);
}
