import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Channel, Delivery } from "#api/jobs/channel.ts";
import { keepPosting } from "#api/jobs/keep-posting.ts";
import { rememberConversation } from "#api/jobs/remember-conversation.ts";
import type { Outside } from "#api/outside.ts";
import { actions } from "#domain/registers/actions.ts";
import { outbox } from "#domain/registers/outbox.ts";
import { settings } from "#domain/registers/settings.ts";
import { signOffs } from "#domain/registers/sign-offs.ts";
import { demoId, demoPeople } from "../../infra/demo/people.ts";
import { type Demo, startDemo } from "../support/demo.ts";

let demo: Demo;
let processes: readonly Outside[];
beforeAll(async () => {
  demo = await startDemo();
  processes = [demo.outside, await demo.another("second"), await demo.another("third")];
});
afterAll(() => demo.close());

/** A channel that remembers the cards it was given, and what went to others without one, and answers as told. */
function listening(answer: (to: string) => Delivery | Promise<Delivery> = () => ({ activityId: "1" })) {
  interface Heard {
    readonly to: string;
    readonly about: string;
    readonly text: string;
  }
  const heard: Heard[] = [];
  const others: Heard[] = [];
  const channel: Channel = {
    async send(reference, { card, text }) {
      const about = card?.kind === "action" ? card.facts.key : (card?.facts.ask ?? "");
      const to: string = JSON.parse(reference).person ?? "channel";
      (card ? heard : others).push({ to, about, text });
      return answer(to);
    },
  };
  return { channel, heard, others };
}

const meet = (person: string, outside = demo.outside) =>
  rememberConversation(outside, {
    conversation: `a:${person}`,
    kind: "personal",
    person,
    reference: JSON.stringify({ person }),
  });

/** Every process takes its turn at the same time, with what the others wrote read before. */
async function turns(channel: Channel, outsides = processes, rounds = 2) {
  for (let round = 0; round < rounds; round += 1) {
    await Promise.all(outsides.map((outside) => outside.sharePoint.poll()));
    await Promise.all(outsides.map((outside) => keepPosting(outside, channel)));
  }
}

const later = (outside: Outside, minutes: number): Outside => ({
  ...outside,
  clock: () => new Date(Date.parse(outside.clock()) + minutes * 60_000).toISOString(),
});

async function overdue(key: string, owner: string, deadline = "2026-10-06") {
  const { store } = demo.outside;
  const row = await store.fresh(actions, key);
  await store.change(
    actions,
    key,
    row?.etag ?? "",
    { deadline, owner, status: "open" },
    { by: "system", did: "test.move" },
  );
  await Promise.all(processes.map(({ sharePoint }) => sharePoint.poll()));
}

/** What is there for whom it is about, and what went up the ladder or to a deputy. */
const messages = (key: string) => messagesAbout(key).filter((row) => !isPassedOn(row.key));
const passedOn = (key: string) => messagesAbout(key).filter((row) => isPassedOn(row.key));
const messagesAbout = (key: string) => demo.outside.store.all(outbox).filter(({ subject }) => subject === key);
const isPassedOn = (key: string) => /^reminder-[0-9a-f]{32}$/.test(key);

describe("three processes with one outbox", () => {
  it("remind each owner of each overdue action once, and nobody whose evidence waits to be accepted", async () => {
    for (const { id } of demoPeople) await meet(id);
    const { channel, heard } = listening();
    await turns(channel, processes, 4);
    const wanted = demo.outside.store
      .all(actions)
      .filter(({ deadline, status }) => deadline < "2026-10-12" && ["open", "in-progress", "waiting"].includes(status))
      .map(({ key, owner }) => `${key} to ${owner}`);
    expect(wanted.length).toBeGreaterThan(5);
    expect(heard.map(({ about, to }) => `${about} to ${to}`).toSorted()).toEqual(wanted.toSorted());
  }, 60_000);

  it("never send again what may have arrived", async () => {
    await overdue("action-elm-house-medicines-audit", demoId(13));
    const { channel, heard } = listening(() => "unknown");
    await turns(channel, processes, 4);
    await turns(
      channel,
      processes.map((each) => later(each, 30)),
    );
    expect(heard).toHaveLength(1);
    expect(messages("action-elm-house-medicines-audit")).toMatchObject([{ state: "unknown" }]);
  });

  it("show as unknown what one of them was stopped while sending", async () => {
    const key = "action-dovecote-reviews";
    await overdue(key, demoId(12));
    const stuck = listening(() => new Promise<never>(() => undefined));
    void turns(stuck.channel, [demo.outside], 1);
    await expect.poll(() => stuck.heard.length).toBe(1);
    const { channel, heard } = listening();
    await turns(
      channel,
      processes.slice(1).map((each) => later(each, 10)),
    );
    expect(heard).toEqual([]);
    await demo.outside.sharePoint.poll();
    expect(messages(key)).toMatchObject([{ state: "unknown" }]);
  });

  it("take over what one of them claimed and was stopped before sending", async () => {
    const key = "action-birchwood-late-calls";
    await overdue(key, demoId(19));
    const { store, clock } = demo.outside;
    const { row } = await store.add(
      outbox,
      `reminder-${key}-2026-10-06-overdue`,
      {
        kind: "action-reminder",
        to: demoId(19),
        subject: key,
        body: JSON.stringify({ deadline: "2026-10-06" }),
        dueAt: clock(),
        claimedUntil: new Date(Date.parse(clock()) + 60_000).toISOString(),
        attempts: 1,
        state: "claimed",
      },
      { by: "system", did: "message.put" },
    );
    const { channel, heard } = listening();
    await turns(channel, processes);
    expect(heard).toEqual([]);
    await turns(
      channel,
      processes.map((each) => later(each, 5)),
    );
    expect(heard).toHaveLength(1);
    expect(await store.fresh(outbox, row.key)).toMatchObject({ state: "sent", attempts: 2 });
  });
});

it("keeps for later what found nobody, tells the administrator, and sends it once they come", async () => {
  const key = "action-birchwood-recruitment";
  const nobody = demoId(23);
  const { store } = demo.outside;
  await overdue(key, nobody);
  const refusing = listening(() => "unreachable");
  await turns(refusing.channel);
  expect(refusing.heard.filter(({ about }) => about === key)).toHaveLength(1);
  await turns(refusing.channel);
  expect(refusing.heard.filter(({ about }) => about === key)).toHaveLength(1);
  const home = await (await demo.as(demoId(24), "/home")).json();
  expect(home.items.map(({ kind }: { kind: string }) => kind)).toContain("messages");

  await meet(nobody);
  const { channel, heard } = listening();
  await turns(channel);
  expect(heard.map(({ about }) => about)).toEqual([key]);
  expect(store.all(outbox).find(({ subject }) => subject === key)).toMatchObject({ state: "sent" });
});

it("says nothing of what was done before it was sent", async () => {
  const key = "action-birchwood-continuity";
  const asleep = processes.map((each) => later(each, 12 * 60));
  await overdue(key, demoId(10));
  const { channel, heard } = listening();
  await turns(channel, asleep);
  expect(messages(key)).toMatchObject([{ state: "due" }]);
  const row = await demo.outside.store.fresh(actions, key);
  await demo.outside.store.change(
    actions,
    key,
    row?.etag ?? "",
    { status: "complete" },
    { by: "system", did: "test.done" },
  );
  await turns(
    channel,
    processes.map((each) => later(each, 24 * 60)),
  );
  expect(heard).toEqual([]);
  expect(messages(key)).toMatchObject([{ state: "not-needed" }]);
});

it("brings a sign-off to the person asked, and its title alone to the channel bound to the contract", async () => {
  const { store } = demo.outside;
  const channelId = "19:governance@thread.tacv2";
  const [row] = store.all(settings);
  if (!row) throw new Error("There are no settings.");
  const channels = [{ conversation: channelId, contract: "westshire" }];
  await store.change(settings, row.key, row.etag, { channels }, { by: "system", did: "settings.edit" });
  await rememberConversation(demo.outside, { conversation: channelId, kind: "channel", reference: "{}" });
  const about = { kind: "ask", about: "indicator", subject: "missed-visits", contentHash: "a".repeat(64) } as const;
  const asked = { ...about, role: "senior-leader", person: demoId(1) } as const;
  for (const contract of ["westshire", "eastmoor"])
    await store.add(signOffs, `ask-${contract}`, { ...asked, contract }, { by: "system", did: "sign-off.ask" });
  const { channel, heard } = listening();
  await turns(channel, processes, 3);
  expect(heard.map(({ to, about: of }) => `${of} to ${to}`).toSorted()).toEqual(
    [`ask-eastmoor to ${demoId(1)}`, "ask-westshire to channel", `ask-westshire to ${demoId(1)}`].toSorted(),
  );
});

it("goes up the ladder and from whoever cannot be reached to their deputy, once each", async () => {
  const key = "action-birchwood-continuity";
  const owner = demoPeople.find(({ id, deputy }) => deputy && id !== demoId(7));
  if (!owner?.deputy) throw new Error("Nobody has a deputy.");
  await overdue(key, owner.id, "2026-10-05");
  const { channel, others } = listening((to) => (to === owner.id ? "unreachable" : { activityId: "1" }));
  await turns(channel, processes, 4);
  const about = others.filter(({ text }) => text.includes(owner.name));
  const passed = about.filter(({ text }) => text.startsWith("We could not reach"));
  expect(passed.map(({ to }) => to)).toEqual([owner.deputy]);
  const told = about.filter(({ text }) => text.startsWith(`${owner.name} has an action`)).map(({ to }) => to);
  expect(told).toContain(demoId(10));
  expect(new Set(told).size).toBe(told.length);
  expect(told).not.toContain(owner.id);
  expect(passedOn(key).every(({ state }) => state === "sent")).toBe(true);
  await turns(channel, processes, 2);
  expect(others.filter(({ text }) => text.includes(owner.name))).toEqual(about);
}, 60_000);
