import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, expect, it } from "vitest";
import { demoPeople } from "../../infra/demo/people.ts";
import { openPlayground, type Playground } from "../support/playground.ts";
import { type Asked, answers, BOT, fakeOperations, NONCE, niamh, overdueAction, TENANT } from "./meadowbank.ts";
import { botServer } from "./rig.ts";

let playground: Playground;
let rig: Awaited<ReturnType<typeof botServer>>;
let asked: Asked[];

const me = demoPeople[5];
const grace = demoPeople[0];

beforeAll(async () => {
  const operations = fakeOperations();
  asked = operations.asked;
  rig = await botServer({ ask: operations.ask });
  playground = await openPlayground({
    bot: `${rig.url}/api/messages`,
    botId: BOT,
    tenantId: TENANT,
    me,
    others: demoPeople.slice(0, 5),
  });
});

afterAll(async () => {
  await playground?.close();
  rig?.close();
});

const told = (messages: readonly { readonly text: string | undefined }[]) =>
  messages.map(({ text }) => text).join("\n");

it("greets, and answers help in Microsoft's own client", async () => {
  expect(told(await playground.install())).toContain("I am Line of Sight");
  expect(told(await playground.say("help"))).toContain("show overdue actions");
  expect(rig.remembered[0]).toMatchObject({ place: "personal", person: niamh.id });
});

it("says what it did not understand", async () => {
  expect(told(await playground.say("shw ovrdue acitons"))).toContain("Did you mean “show overdue actions”?");
});

it("lists rows in words and on a card", async () => {
  const [words, list] = await playground.say("show overdue safeguarding actions");
  expect(words?.text).toMatch(/^4 overdue safeguarding actions/);
  for (const row of answers["find-rows"].rows) expect(JSON.stringify(list?.card)).toContain(row.headline);
});

it("gives a channel numbers only where safeguarding may be meant", async () => {
  const replies = await playground.say("<at>Line of Sight</at> show overdue safeguarding actions", { in: "group" });
  expect(told(replies)).toMatch(/^4 overdue safeguarding actions/);
  expect(JSON.stringify(replies)).not.toContain("Action number 1");
});

it("signs through the card, which changes in place", async () => {
  const [, card] = await playground.say("my sign-offs");
  if (card === undefined) throw new Error("There is no card to sign.");
  const answer = await playground.press(card, "approve");
  expect(answer).toMatchObject({ type: "application/vnd.microsoft.card.adaptive" });
  expect(asked.at(-1)).toEqual({
    person: niamh.id,
    operation: "use-card-action",
    input: { nonce: NONCE, verb: "approve", data: {} },
  });
  const changed = await playground.waitFor(({ update, messageId }) => update && messageId === card.messageId);
  expect(JSON.stringify(changed.card)).toContain("Signed");
});

it("hears somebody else as that person, in a chat of their own", async () => {
  expect(told(await playground.say("my work", { as: grace.id }))).toMatch(/not in the people register/);
});

it("sends a reminder card by itself, and takes the answer", async () => {
  const reference = rig.remembered.find(({ person }) => person === niamh.id);
  if (reference === undefined) throw new Error("The bot has nowhere to speak.");
  const sent = await rig.bot.send(reference, {
    text: "An action of yours is overdue.",
    card: { kind: "action", facts: overdueAction },
  });
  const card = await playground.waitFor(({ messageId }) => typeof sent === "object" && messageId === sent.activityId);
  expect(card.summary).toBe("An action of yours is overdue.");
  await playground.press(card, "progress", { text: "Five checks done." });
  expect(asked.at(-1)?.input).toEqual({ nonce: NONCE, verb: "progress", data: { text: "Five checks done." } });
});

it("listens on this machine only, and reaches for nothing outside it", () => {
  const port = new URL(playground.url).port;
  const hex = Number(port).toString(16).toUpperCase().padStart(4, "0");
  const sockets = execFileSync("cat", ["/proc/net/tcp", "/proc/net/tcp6"]).toString();
  const listening = sockets.split("\n").filter((line) => line.includes(`:${hex} `) && / 0A /.test(line));
  expect(listening.map((line) => line.trim().split(/\s+/)[1])).toEqual([`0100007F:${hex}`]);
  expect(playground.outsideTried()).toEqual([]);
});
