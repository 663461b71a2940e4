import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, operationNamed } from "#api/operations/ask.ts";
import { issueNonce } from "#api/operations/card-nonce.ts";
import { findPerson } from "#api/operations/everybody.ts";
import { signOffVerbs } from "#api/operations/sign-off-card.ts";
import type { Outside } from "#api/outside.ts";
import { packs } from "#domain/registers/packs.ts";
import { signOffs } from "#domain/registers/sign-offs.ts";
import { demoId } from "../../infra/demo/people.ts";
import { type Demo, startDemo } from "../support/demo.ts";

let demo: Demo;
let other: Outside;
const grace = demoId(1);
const pack = "westshire-2026-q3-v1";
const contentHash = "ab".repeat(32);
let asks = 0;

beforeAll(async () => {
  demo = await startDemo();
  other = await demo.another("second");
  const { path } = await demo.outside.files.put(
    "Packs",
    "test/content.json",
    Buffer.from('{"limitations":["One gap."]}'),
  );
  await demo.outside.store.add(
    packs,
    pack,
    {
      name: "Westshire, July to September 2026",
      cycle: "westshire-2026-q3",
      contract: "westshire",
      packVersion: 1,
      contentHash,
      contentPath: path,
      authors: [demoId(4)],
      validators: [demoId(15)],
      status: "final",
    },
    { by: "system", did: "pack.draft" },
  );
});
afterAll(() => demo.close());

/** An ask of its own for each test, and the nonce on the card of whoever was asked. */
async function asked(read = contentHash) {
  asks += 1;
  const key = `${pack}-senior-leader-${asks}`;
  const { row } = await demo.outside.store.add(
    signOffs,
    key,
    {
      kind: "ask",
      about: "pack",
      subject: pack,
      contentHash,
      contract: "westshire",
      cycle: "westshire-2026-q3",
      role: "senior-leader",
      person: grace,
      due: "2026-10-16",
    },
    { by: "system", did: "sign-off.ask" },
  );
  const nonce = await issueNonce(demo.outside, {
    item: key,
    itemRegister: "sign-offs",
    itemVersion: row.etag,
    contentHash: read,
    verbs: signOffVerbs,
    person: grace,
    expires: "2026-12-01T00:00:00Z",
  });
  await other.sharePoint.poll();
  return { key, nonce };
}

async function press(nonce: string, { as = grace, outside = demo.outside, verb = "approve", data = {} } = {}) {
  const person = findPerson(outside, as);
  if (!person) throw new Error(`${as} is not a demo person.`);
  return ask(outside, person, operationNamed("use-card-action"), { nonce, verb, data });
}

const decisions = () => demo.outside.store.all(signOffs).filter(({ kind }) => kind === "decision");

describe("a sign-off card writes nothing", () => {
  it.each([
    ["when it is forged", "0".repeat(64), grace, "approve"],
    ["when a colleague of the same role presses it", undefined, demoId(2), "approve"],
    ["when whoever wrote the pack presses it", undefined, demoId(4), "approve"],
    ["when it is altered to say progress", undefined, grace, "progress"],
  ] as const)("%s", async (_, forged, as, verb) => {
    const { nonce } = await asked();
    const before = decisions().length;
    const answer = await press(forged ?? nonce, { as, verb, ...(verb === "progress" && { data: { text: "Hello" } }) });
    expect(answer).toMatchObject({ refused: { rule: "card.unknown" } });
    expect(decisions()).toHaveLength(before);
  });

  it("when the content is not what was read", async () => {
    const { nonce } = await asked("cd".repeat(32));
    const before = decisions().length;
    expect(await press(nonce)).toMatchObject({ refused: { rule: "signoff.void" } });
    expect(decisions()).toHaveLength(before);
  });

  it("when something is returned without a reason", async () => {
    const { nonce } = await asked();
    const before = decisions().length;
    await expect(press(nonce, { verb: "return" })).rejects.toMatchObject({ code: "invalid" });
    expect(decisions()).toHaveLength(before);
  });
});

it("signs once when Teams delivers the press four times to two processes, and answers each the same", async () => {
  const { key, nonce } = await asked();
  const both = [demo.outside, other, demo.outside, other];
  const answers = await Promise.all(both.map((outside) => press(nonce, { outside })));
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(answers[0]).toMatchObject({
    say: "Signed. Thank you.",
    card: { kind: "sign-off", facts: { state: "approved", decided: { byName: "Grace Okonkwo" } } },
  });
  await demo.outside.sharePoint.poll();
  const made = decisions().filter((row) => row.ask === key);
  expect(made).toMatchObject([{ person: grace, decision: "approve", contentHash, via: "card" }]);

  const replayed = await press(nonce, { verb: "return", data: { reason: "Changed my mind" }, outside: other });
  expect(replayed).toEqual(answers[0]);
  expect(decisions().filter((row) => row.ask === key)).toEqual(made);
});

it("refreshes without deciding anything", async () => {
  const { nonce } = await asked();
  const before = decisions().length;
  const answer = await press(nonce, { verb: "look" });
  expect(answer).toMatchObject({ card: { kind: "sign-off", facts: { contentHash, authors: ["Eleanor Whitcombe"] } } });
  expect(JSON.stringify(answer)).toContain("One gap.");
  expect(decisions()).toHaveLength(before);
});
