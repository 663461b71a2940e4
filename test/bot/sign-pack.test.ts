import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packs } from "#domain/registers/packs.ts";
import { signOffs } from "#domain/registers/sign-offs.ts";
import { approve } from "../../infra/cycle/approve.ts";
import type { Run } from "../../infra/cycle/run.ts";
import { demoPeople } from "../../infra/demo/people.ts";
import { demoTenant } from "../../infra/demo-tenant.ts";
import { broughtToApprove } from "../support/brought-to-approve.ts";
import { type Demo, startDemo } from "../support/demo.ts";
import { openPlayground, type Playground, type Shown } from "../support/playground.ts";
import { quarterOfExports } from "../support/quarter.ts";

/** A real pack of real figures, signed by two people in Microsoft's own client. */
let demo: Demo;
let playground: Playground;
let run: Run;
let exports: Awaited<ReturnType<typeof quarterOfExports>>;

const personOf = (id: string | undefined) => {
  const found = demoPeople.find((each) => each.id === id);
  if (!found) throw new Error(`${id} is not a demo person.`);
  return found;
};
const askOf = (role: string) => {
  const found = demo.outside.store.all(signOffs).find((row) => row.kind === "ask" && row.role === role);
  if (!found) throw new Error(`Nobody is asked as ${role}.`);
  return found;
};
const decisions = async () => {
  await demo.outside.sharePoint.poll();
  return demo.outside.store.all(signOffs).filter(({ kind }) => kind === "decision");
};
const cardOf = (said: readonly Shown[]) => {
  const found = said.find(({ card }) => card !== undefined);
  if (!found) throw new Error(`There is no card: ${said.map(({ text }) => text).join(" ")}`);
  return found;
};

beforeAll(async () => {
  exports = await quarterOfExports();
  demo = await startDemo({ bot: true });
  run = await broughtToApprove(demo, exports.dir);
  const lead = personOf(askOf("quality-lead").person);
  const leader = personOf(askOf("senior-leader").person);
  const bystanders = demoPeople.filter(({ id }) => id !== lead.id && id !== leader.id).slice(0, 4);
  playground = await openPlayground({
    bot: `${demo.url}/api/messages`,
    botId: demoTenant.bot,
    tenantId: demoTenant.tenant,
    me: lead,
    others: [leader, ...bystanders],
  });
}, 240_000);

afterAll(async () => {
  await playground?.close();
  await demo?.close();
  exports?.remove();
});

describe("signing a pack in the Playground", () => {
  it("does nothing for somebody who presses another person's card", async () => {
    const card = cardOf(await playground.say("my sign-offs"));
    const stranger = demoPeople.find(
      ({ id }) => ![askOf("quality-lead").person, askOf("senior-leader").person].includes(id),
    );
    await playground.press(card, "approve", {}, { as: stranger?.id ?? "" }).catch(() => undefined);
    expect(await decisions()).toEqual([]);
  });

  it("records the person the channel vouches for, once, bound to what was read", async () => {
    const card = cardOf(await playground.say("my sign-offs"));
    expect(JSON.stringify(card.card)).toContain(askOf("quality-lead").contentHash.slice(0, 12));
    const [one, two] = await Promise.all([playground.press(card, "approve"), playground.press(card, "approve")]);
    expect(one).toEqual(two);
    const [decision, ...more] = await decisions();
    expect(more).toEqual([]);
    expect(decision).toMatchObject({
      person: askOf("quality-lead").person,
      decision: "approve",
      contentHash: askOf("quality-lead").contentHash,
      via: "card",
    });
  });

  it("makes the pack final once the senior leader has signed too, and it is built", async () => {
    const leader = askOf("senior-leader").person;
    const card = cardOf(await playground.say("my sign-offs", { as: leader }));
    await playground.press(card, "approve", {}, { as: leader });
    expect((await decisions()).map(({ role }) => role).toSorted()).toEqual(["quality-lead", "senior-leader"]);
    const rest = approve.findIndex(({ name }) => name === "through the gate of approve");
    for (const step of approve.slice(rest, rest + 2)) await step.run(run);
    expect(demo.outside.store.all(packs).map(({ status }) => status)).toEqual(["final"]);
  }, 60_000);
});
