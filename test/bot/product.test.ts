import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Serving } from "#api/server.ts";
import { actions } from "#domain/registers/actions.ts";
import { outbox } from "#domain/registers/outbox.ts";
import { careActions } from "../../infra/demo/organisation/care-actions.ts";
import { safeguardingActions } from "../../infra/demo/organisation/safeguarding-actions.ts";
import { demoId, demoPeople } from "../../infra/demo/people.ts";
import { demoTenant } from "../../infra/demo-tenant.ts";
import { type Demo, startDemo } from "../support/demo.ts";
import { openPlayground, type Playground, type Shown } from "../support/playground.ts";

/** Microsoft's own client before the whole product: two processes over one SharePoint, nothing pretended. */
let demo: Demo;
let second: Serving;
let playground: Playground;

const craig = demoId(10);
const personOf = (id: string) => {
  const found = demoPeople.find((each) => each.id === id);
  if (!found) throw new Error(`${id} is not a demo person.`);
  return found;
};

beforeAll(async () => {
  demo = await startDemo({ bot: true });
  second = await demo.serveAnother("second");
  playground = await openPlayground({
    bot: `${demo.url}/api/messages`,
    botId: demoTenant.bot,
    tenantId: demoTenant.tenant,
    me: personOf(craig),
    others: [6, 7, 9, 19, 11].map((number) => personOf(demoId(number))),
  });
}, 120_000);

afterAll(async () => {
  await playground?.close();
  await second?.close();
  await demo?.close();
});

const wordsOf = (messages: readonly Shown[]) => messages.map(({ text }) => text ?? "").join("\n");
const cardsOf = (messages: readonly Shown[]) => JSON.stringify(messages.map(({ card }) => card ?? null));

const everyAction = Object.entries({ ...safeguardingActions, ...careActions }).map(([key, row]) => ({ key, ...row }));
const finished = ["complete", "effective", "not-yet-effective", "too-early-to-say"];
const AS_OF = "2026-10-12";

describe("show overdue safeguarding actions", () => {
  const overdue = everyAction.filter(
    ({ category, deadline, status }) => category === "safeguarding" && deadline < AS_OF && !finished.includes(status),
  );
  /** What each may see, written out by hand: their services, and contracts these serve. */
  const everywhere = ["ashdown", "birchwood", "coppice", "dovecote", "elm-house"];
  const both = ["westshire", "eastmoor"];

  it.each([
    ["the quality lead", 6, everywhere, both],
    ["the regional manager of the north", 7, ["ashdown", "birchwood"], both],
    ["the manager of Ashdown", 9, ["ashdown"], ["westshire"]],
    ["the manager of Birchwood", 10, ["birchwood"], both],
    ["the manager of Coppice", 11, ["coppice"], ["eastmoor"]],
  ] as const)(
    "lists for %s exactly what a plain filter of the demo's rows gives",
    async (_, number, services, serves) => {
      const expected = overdue.filter(({ service, contract }) =>
        service ? services.some((each) => each === service) : !contract || serves.some((each) => each === contract),
      );
      const said = await playground.say("show overdue safeguarding actions", { as: demoId(number) });
      expect(wordsOf(said)).toContain(`${expected.length} overdue safeguarding action`);
      const listed = everyAction.filter(({ action }) => cardsOf(said).includes(action)).map(({ key }) => key);
      expect(listed.toSorted()).toEqual(expected.map(({ key }) => key).toSorted());
    },
  );

  it("lists nothing for a team leader without the safeguarding right", async () => {
    const said = await playground.say("show overdue safeguarding actions", { as: demoId(19) });
    expect(wordsOf(said)).toMatch(/No overdue safeguarding actions/);
    expect(everyAction.filter(({ action }) => JSON.stringify(said).includes(action))).toEqual([]);
  });
});

describe("in a personal chat", () => {
  it("says what it can do", async () => {
    expect(wordsOf(await playground.say("help"))).toContain("show overdue actions");
  });

  it("shows what waits for the person, overdue first", async () => {
    const said = await playground.say("my work");
    expect(wordsOf(said)).toMatch(/things wait for you, 2 overdue/);
    const card = cardsOf(said);
    expect(card.indexOf("day-three check")).toBeLessThan(card.indexOf("Moorby round"));
    expect(card).toMatch(/Does “Westshire evidence pack[^”]*” fit Birchwood\?/);
    expect(card).not.toContain("chronology template for the branch");
  });

  it("says where a contract's reporting stands", async () => {
    const said = await playground.say("status of westshire");
    expect(wordsOf(said)).toMatch(/Westshire County Council, 1 July to 30 September 2026: stage 1 of 8, Define/);
    expect(cardsOf(said)).toContain("Who can clear it");
  });
});

describe("a reminder", () => {
  const titleOf = (key: string) => everyAction.find((each) => each.key === key)?.action ?? "?";
  const theirs = ["action-sg-birchwood-documents", "action-birchwood-travel-time"];
  const reminders = (key: string) =>
    playground
      .shown()
      .filter(({ update, summary }) => !update && summary?.startsWith("An action of yours was due"))
      .filter(({ card }) => JSON.stringify(card).includes(titleOf(key)));

  const arrived = (key: string) => playground.waitFor(() => reminders(key).length > 0);

  it("reaches the owner of each overdue action once, with two processes running", async () => {
    await playground.say("hello");
    for (const key of theirs) await arrived(key);
    expect(theirs.map((key) => reminders(key).length)).toEqual([1, 1]);
    expect(reminders("action-coppice-tablets")).toEqual([]);
  });

  it("takes progress once, however often its button is pressed", async () => {
    const key = "action-birchwood-travel-time";
    const [card] = reminders(key);
    if (!card) throw new Error("There is no reminder.");
    const lines = async () => (await demo.outside.store.fresh(actions, key))?.progress?.length;
    const before = (await lines()) ?? 0;
    const [one, two] = await Promise.all([
      playground.press(card, "progress", { text: "Five of seven rounds done." }),
      playground.press(card, "progress", { text: "Five of seven rounds done." }),
    ]);
    expect(one).toEqual(two);
    expect(JSON.stringify(one)).toContain("You said how far it is.");
    expect(await lines()).toBe(before + 1);
  });

  it("is not sent again when both processes are restarted, while a new one is sent once", async () => {
    await Promise.all([demo.stop(), second.close()]);
    const [first, again] = await Promise.all([demo.serveAnother("first"), demo.serveAnother("second")]);
    second = again;
    const key = "action-birchwood-continuity";
    const row = await first.outside.store.fresh(actions, key);
    await first.outside.store.change(
      actions,
      key,
      row?.etag ?? "",
      { deadline: "2026-10-06" },
      { by: "system", did: "test.move" },
    );
    await arrived(key);
    expect([...theirs, key].map((each) => reminders(each).length)).toEqual([1, 1, 1]);
    const sent = async () => {
      await first.outside.sharePoint.poll();
      const theirsToo = first.outside.store.all(outbox).filter(({ to, state }) => to === craig && state === "sent");
      return theirsToo
        .map(({ subject }) => subject)
        .filter((subject) => first.outside.store.one(actions, subject)?.owner === craig)
        .toSorted();
    };
    await expect.poll(sent).toEqual([...theirs, key].toSorted());
    expect([...theirs, key].map((each) => reminders(each).length)).toEqual([1, 1, 1]);
    await first.close();
  }, 60_000);

  it("is redrawn in its place, without buttons, once its action is complete", async () => {
    const key = "action-sg-birchwood-documents";
    const [card] = reminders(key);
    if (!card) throw new Error("There is no reminder.");
    const { store } = demo.outside;
    const row = await store.fresh(actions, key);
    await store.change(actions, key, row?.etag ?? "", { status: "complete" }, { by: "system", did: "test.done" });
    const redrawn = await playground.waitFor(({ update, messageId }) => update && messageId === card.messageId);
    expect(cardsOf([redrawn])).toContain("This action is complete");
    expect(cardsOf([redrawn])).not.toContain("Action.Execute");
  }, 60_000);
});
