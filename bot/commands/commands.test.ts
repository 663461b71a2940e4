import { expect, it } from "vitest";
import { LineOfSightError } from "#domain/errors.ts";
import { refuse } from "#domain/refusal.ts";
import { answers, fakeOperations, linkTo, niamh, signOff, vocabulary } from "../../test/bot/meadowbank.ts";
import type { Ask } from "../ask.ts";
import type { Place } from "../reference.ts";
import { commands, reply } from "./index.ts";

const say = (said: string, { place = "personal" as Place, ask = fakeOperations().ask as Ask } = {}) =>
  reply(said, { person: niamh, place, ask, vocabulary, linkTo });

it.each(["help", "Hello!", "hi", "", "What can you do?"])("answers “%s” with every command", async (said) => {
  const { text } = await say(said);
  for (const { title } of commands) if (title !== "help") expect(text).toContain(title);
});

it("asks for exactly the rows that were meant", async () => {
  const { ask, asked } = fakeOperations();
  await say("show overdue safeguarding actions at Birchwood for Westshire", { ask });
  expect(asked).toEqual([
    {
      person: niamh.id,
      operation: "find-rows",
      input: {
        register: "actions",
        state: "overdue",
        category: "safeguarding",
        service: "birchwood",
        contract: "westshire",
      },
    },
  ]);
});

it("says how many, as of when, and the first three, and shows them all on a card", async () => {
  const { text, card } = await say("show overdue safeguarding actions");
  expect(text).toBe(
    "4 overdue safeguarding actions that you can see. As of 12 October 2026 at 10:15. The first 3: Action number 1, 30 days overdue; Action number 2, 29 days overdue; Action number 3, 28 days overdue.",
  );
  for (const row of answers["find-rows"].rows) expect(JSON.stringify(card)).toContain(linkTo(row.link));
});

it("answers in words alone when there is nothing", async () => {
  const { ask } = fakeOperations({ "find-rows": { ...answers["find-rows"], total: 0, rows: [] } });
  const answer = await say("open medication actions", { ask });
  expect(answer).toEqual({ text: "No open medication actions that you can see. As of 12 October 2026 at 10:15." });
});

it("asks nobody when a word was not understood, and says which", async () => {
  const { ask, asked } = fakeOperations();
  const { text } = await say("overdue actions at birchwod", { ask });
  expect(text).toMatch(/“birchwod”.*The categories are: safeguarding, medication/);
  expect(asked).toEqual([]);
});

it.each([
  ["show overdue safeguarding actions", /^4 overdue safeguarding actions.*10:15\.$/],
  ["show overdue actions", /^4 overdue actions.*10:15\.$/],
  ["show overdue medication actions", /Action number 1/],
])("in a channel “%s” gives numbers, and titles only of what cannot be about safeguarding", async (said, expected) => {
  const { text, card } = await say(said, { place: "channel" });
  expect(text).toMatch(expected);
  expect(card).toBeUndefined();
});

it("counts the work that waits, and lists it in personal chat only", async () => {
  const { text, card } = await say("my work");
  expect(text).toBe("2 things wait for you, 1 overdue.");
  expect(JSON.stringify(card)).toContain("Retrain night staff");
  expect(await say("my work", { place: "group" })).toEqual({ text });
});

it("gives only the late work when that is asked for", async () => {
  const { text, card } = await say("my overdue actions");
  expect(text).toBe("1 thing of yours is overdue.");
  expect(JSON.stringify(card)).not.toContain("Retrain night staff");
});

it("brings the most pressing sign-off, in personal chat only", async () => {
  const { ask, asked } = fakeOperations();
  const { text, card } = await say("my sign-offs", { ask });
  expect(text).toBe(`1 sign-off waits for you. Here is ${signOff.what}.`);
  expect(card?.actions.map(({ title }) => title)).toEqual(["Read it before you sign", "Sign", "Return with a reason"]);
  expect(asked.at(-1)?.input).toEqual({ ask: signOff.ask });
  expect((await say("my sign-offs", { place: "channel" })).card).toBeUndefined();
});

it.each(["status of westshire", "Westshire", "how is Westshire County Council doing?"])(
  "“%s” tells where the cycle stands",
  async (said) => {
    const { text, card } = await say(said);
    expect(text).toBe(
      "Westshire County Council, July to September 2026: stage 3 of 8, Validate. It is due on 23 October 2026. 1 thing blocks the next stage.",
    );
    expect(JSON.stringify(card)).toContain("Harriet Lockwood");
    expect(JSON.stringify(await say(said, { place: "channel" }))).not.toContain("Harriet Lockwood");
  },
);

it("names the contracts when it does not know the one asked for", async () => {
  expect((await say("status of northshire")).text).toBe(
    "I know no contract called “northshire”. Say “status of Westshire County Council” or “status of Eastmoor Borough Council”.",
  );
});

it.each([
  ["shw ovrdue acitons", "show overdue actions"],
  ["mi werk", "my work"],
  ["hlep", "help"],
])("suggests for “%s” the nearest thing it knows", async (said, nearest) => {
  expect((await say(said)).text).toContain(`Did you mean “${nearest}”?`);
});

it("suggests nothing when nothing is near", async () => {
  expect((await say("zzz qqq")).text).toBe("I did not understand “zzz qqq”. Say “help” to see what I can do.");
});

it("passes on a refusal and a failure in their own words", async () => {
  const refused: Ask = async () => refuse("scope", "You cannot see this contract.", "Ask your administrator.");
  expect((await say("status of westshire", { ask: refused })).text).toBe(
    "You cannot see this contract. Ask your administrator.",
  );
  const failed: Ask = async () => {
    throw new LineOfSightError("unavailable", "SharePoint cannot be reached.");
  };
  expect((await say("my work", { ask: failed })).text).toBe("SharePoint cannot be reached.");
});

it("keeps the titles and help short enough for the Teams command list", () => {
  for (const { title, help } of commands) {
    expect(title.length).toBeLessThanOrEqual(32);
    expect(help.length).toBeLessThanOrEqual(128);
  }
});
