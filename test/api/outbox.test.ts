import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Channel, Delivery, Redrawn } from "#api/jobs/channel.ts";
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
function listening(
  answer: (to: string) => Delivery | Promise<Delivery> = () => ({ activityId: "1" }),
  redrawing: Redrawn = "updated",
) {
  interface Heard {
    readonly to: string;
    readonly about: string;
    readonly text: string;
  }
  const heard: Heard[] = [];
  const others: Heard[] = [];
  const redrawn: string[] = [];
  const channel: Channel = {
    async send(reference, { card, text }) {
      const about = card?.kind === "action" ? card.facts.key : (card?.facts.ask ?? "");
      const to: string = JSON.parse(reference).person ?? "channel";
      (card ? heard : others).push({ to, about, text });
      return answer(to);
    },
    async update(reference, activityId, { kind, facts }) {
      const to: string = JSON.parse(reference).person ?? "channel";
      const shows = kind === "action" ? (facts.done ? "done" : "open") : facts.state;
      redrawn.push(`${activityId} for ${to}: ${shows}${facts.nonce ? ", with buttons" : ""}`);
      return redrawing;
    },
  };
  return { channel, heard, others, redrawn };
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

describe("a card that was sent", () => {
  const { signature, decide } = signing();

  it("is redrawn in its place, once in each, when its sign-off was decided elsewhere", async () => {
    await decide("ask-westshire", signature);
    const { channel, heard, redrawn } = listening();
    await turns(channel, processes, 3);
    expect(redrawn.toSorted()).toEqual([`1 for ${demoId(1)}: approved`, "1 for channel: approved"].toSorted());
    expect(heard).toEqual([]);
  });

  it("is redrawn again when what was signed counts no longer", async () => {
    await decide("ask-westshire", { ...signature, contentHash: "b".repeat(64) });
    const { channel, redrawn } = listening();
    await turns(channel, processes, 3);
    expect(redrawn).toHaveLength(2);
    expect(redrawn).toContain(`1 for ${demoId(1)}: no-longer-valid`);
  });

  it("is left as it is when it cannot be redrawn: noted, tried no more, and no trouble to anybody", async () => {
    const titles = async () => (await (await demo.as(demoId(24), "/home")).json()).items.map(titleOf);
    const before = await titles();
    await decide("ask-eastmoor", { ...signature, decision: "return", reason: "A figure is missing." });
    const { channel, redrawn } = listening(undefined, "unreachable");
    await turns(channel, processes, 2);
    await meet(demoId(1));
    await turns(channel, processes, 2);
    expect(redrawn).toEqual([`1 for ${demoId(1)}: returned`]);
    const noted = messagesAbout("ask-eastmoor").filter(({ kind }) => kind === "sign-off-update");
    expect(noted).toMatchObject([{ state: "unreachable", attempts: 1, error: /./ }]);
    expect(await titles()).toEqual(before);
  });

  it("is given up when how it now stands cannot be told", async () => {
    const { store } = demo.outside;
    const [pack] = messagesAbout("ask-eastmoor");
    await store.add(
      outbox,
      "redraw-broken",
      {
        ...{ kind: "sign-off-update", to: demoId(1), subject: "ask-eastmoor", subjectRegister: "sign-offs" },
        ...{ body: "{", activity: pack?.activity ?? "1", dueAt: demo.outside.clock(), attempts: 0, state: "due" },
      } as const,
      { by: "system", did: "message.put" },
    );
    const { channel, redrawn } = listening();
    for (const minutes of [0, 5, 10, 15, 20])
      await turns(
        channel,
        processes.map((each) => later(each, minutes)),
      );
    expect(await store.fresh(outbox, "redraw-broken")).toMatchObject({ state: "unknown", attempts: 3 });
    expect(redrawn).toEqual([]);
  });

  it("is redrawn when the action was completed, and gets its buttons back when that is taken back", async () => {
    const key = "action-birchwood-recruitment";
    const stands = async (status: "complete" | "open") => {
      const row = await demo.outside.store.fresh(actions, key);
      const act = { by: "system", did: "test.move" } as const;
      await demo.outside.store.change(actions, key, row?.etag ?? "", { status }, act);
    };
    const { channel, heard, redrawn } = listening();
    await stands("complete");
    await turns(channel, processes, 3);
    expect(redrawn).toEqual([`1 for ${demoId(23)}: done`]);
    await stands("open");
    await turns(channel, processes, 3);
    expect(redrawn.slice(1)).toEqual([`1 for ${demoId(23)}: open, with buttons`]);
    expect(heard).toEqual([]);
  });
});

const titleOf = ({ title }: { readonly title: string }) => title;

/** Signatures as the tab writes them. */
function signing() {
  const signature = { decision: "approve", contentHash: "a".repeat(64) } as const;
  interface Decided {
    readonly decision: "approve" | "return";
    readonly contentHash: string;
    readonly reason?: string;
  }
  async function decide(ask: string, decided: Decided) {
    const { store, clock } = demo.outside;
    const about = { kind: "decision", about: "indicator", subject: "missed-visits", role: "senior-leader" } as const;
    const act = { by: "system", did: "test.decide" } as const;
    const answers = { ...about, ...decided, ask, person: demoId(2), decidedAt: clock(), via: "tab" } as const;
    const { row, created } = await store.add(signOffs, `${ask}.decision`, answers, act);
    if (!created) await store.change(signOffs, row.key, row.etag, decided, act);
  }
  return { signature, decide };
}

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
