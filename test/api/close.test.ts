import { afterAll, beforeAll, expect, it } from "vitest";
import type { Channel, Delivery } from "#api/jobs/channel.ts";
import { keepUp } from "#api/jobs/keep-up.ts";
import { rememberConversation } from "#api/jobs/remember-conversation.ts";
import { outbox } from "#domain/registers/outbox.ts";
import { demoId } from "../../infra/demo/people.ts";
import { type Demo, startDemo } from "../support/demo.ts";

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

/** Craig Doyle of Birchwood, who has several messages coming: of two overdue actions of his own, and of others he answers for. */
const craig = demoId(10);

it("ends the message being sent before it stops, and begins no other", async () => {
  await rememberConversation(demo.outside, {
    conversation: `a:${craig}`,
    kind: "personal",
    person: craig,
    reference: JSON.stringify({ person: craig }),
  });
  const begun: string[] = [];
  const answer = Promise.withResolvers<Delivery>();
  const channel: Channel = {
    send(reference) {
      begun.push(reference);
      return answer.promise;
    },
    update: async () => "unknown",
  };
  const stop = keepUp(demo.outside, channel);
  await expect.poll(() => begun.length, { timeout: 15_000 }).toBe(1);
  const stopped = stop();
  answer.resolve({ activityId: "1" });
  await stopped;
  const theirs = demo.outside.store.all(outbox).filter(({ to, state }) => to === craig && state !== "unreachable");
  const states = theirs.map(({ state }) => state).toSorted();
  expect(states.length).toBeGreaterThan(1);
  expect(states).toEqual([...states.slice(1).map(() => "due"), "sent"]);
  expect(begun).toHaveLength(1);
});
