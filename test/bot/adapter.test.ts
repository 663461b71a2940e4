import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { LineOfSightError } from "#domain/errors.ts";
import { activityOf, pressOf } from "./activities.ts";
import { type Asked, fakeOperations, NONCE, niamh, overdueAction, signOff, TENANT } from "./meadowbank.ts";
import { botServer, listeningChannel } from "./rig.ts";

let channel: Awaited<ReturnType<typeof listeningChannel>>;
let rig: Awaited<ReturnType<typeof botServer>>;
let asked: Asked[];
let status = 201;

beforeAll(async () => {
  channel = await listeningChannel(() => status);
  const operations = fakeOperations();
  asked = operations.asked;
  rig = await botServer({ ask: operations.ask });
});

afterAll(() => {
  rig.close();
  channel.close();
});

beforeEach(() => {
  status = 201;
  asked.length = 0;
  channel.posted.length = 0;
  rig.logged.length = 0;
  rig.remembered.length = 0;
});

const send = (changed: Readonly<Record<string, unknown>>) => rig.post(activityOf(changed, channel.url));
const reference = () => ({
  conversation: "a:niamh",
  place: "personal" as const,
  tenantId: TENANT,
  serviceUrl: channel.url,
  person: niamh.id,
  channelUser: "29:niamh",
});

it("answers a message in words, then with the card by itself", async () => {
  expect(await send({ text: "<at>Line of Sight</at> my work" })).toEqual({ status: 200, text: "" });
  expect(channel.posted.map(({ body }) => [body.text, body.attachments?.length ?? 0])).toEqual([
    ["2 things wait for you, 1 overdue.", 0],
    [undefined, 1],
  ]);
});

it("remembers where it may speak, and greets once it is installed", async () => {
  await send({ type: "installationUpdate", action: "add", text: undefined });
  expect(rig.remembered).toEqual([reference()]);
  expect(channel.posted[0]?.body.text).toContain("I am Line of Sight");
  await send({ type: "installationUpdate", action: "remove", text: undefined });
  expect(rig.remembered).toHaveLength(1);
});

it("remembers a channel, not the thread it was spoken to in", async () => {
  const conversation = {
    id: "19:gov@thread.tacv2;messageid=17",
    conversationType: "channel",
    isGroup: true,
    tenantId: TENANT,
  };
  await send({ conversation, channelData: { tenant: { id: TENANT }, team: { id: "19:t", name: "Governance" } } });
  expect(rig.remembered).toEqual([
    {
      conversation: "19:gov@thread.tacv2",
      place: "channel",
      tenantId: TENANT,
      serviceUrl: channel.url,
      name: "Governance",
    },
  ]);
});

it("hands a press on as the person the channel verified, and puts the new card in the old one's place", async () => {
  const { status: http, text } = await send({
    ...pressOf("approve"),
    from: { id: "29:x", name: "Somebody", aadObjectId: niamh.id },
  });
  expect(http).toBe(200);
  expect(asked).toEqual([
    { person: niamh.id, operation: "use-card-action", input: { nonce: NONCE, verb: "approve", data: {} } },
  ]);
  expect(JSON.parse(text)).toMatchObject({ statusCode: 200, type: "application/vnd.microsoft.card.adaptive" });
  expect(channel.posted).toMatchObject([{ method: "PUT", path: "/v3/conversations/a%3Aniamh/activities/card-1" }]);
  expect(JSON.stringify(channel.posted[0]?.body)).toContain("Signed");
});

it.each([
  ["return", { reason: "The complaint of August is missing." }],
  ["progress", { text: "Five checks done." }],
  ["offer-evidence", { record: "CR-88", note: "Ten checks, two signatures." }],
  ["more-time", { until: "2026-11-02", reason: "The trainer is away." }],
])("passes on what was typed beside “%s”, and nothing else that was sent along", async (verb, data) => {
  await send(pressOf(verb, { ...data, nonce: NONCE, ask: "another", person: "another" }));
  expect(asked.map(({ input }) => input)).toEqual([{ nonce: NONCE, verb, data }]);
});

it.each<[string, Readonly<Record<string, unknown>>]>([
  ["an unknown verb", pressOf("approve-all")],
  ["no nonce", pressOf("approve", {})],
  ["a nonce that is no text", pressOf("approve", { nonce: { $ne: "" } })],
  ["no reason", pressOf("return", { nonce: NONCE, reason: "  " })],
  ["no real day", pressOf("more-time", { nonce: NONCE, until: "2026-02-30", reason: "Away." })],
  ["no action", { ...pressOf("approve"), value: {} }],
  ["no value", { ...pressOf("approve"), value: null }],
])("answers a button with %s as unreadable, and asks nobody", async (_, changed) => {
  const { status: http, text } = await send(changed);
  expect(http).toBe(200);
  expect(JSON.parse(text)).toMatchObject({ statusCode: 400, type: "application/vnd.microsoft.error" });
  expect(asked).toEqual([]);
});

it("tells why a forged nonce did nothing, leaving the card as it is", async () => {
  const { text } = await send(pressOf("approve", { nonce: "forged-0000000000" }));
  expect(JSON.parse(text)).toEqual({
    statusCode: 200,
    type: "application/vnd.microsoft.activity.message",
    value: "This button is not one of ours, or not for you. Open the item in the tab.",
  });
  expect(channel.posted).toEqual([]);
});

it.each([
  ["without a verified id", { id: "29:niamh", name: niamh.name }, /cannot tell who you are/],
  [
    "the people register does not know",
    { id: "29:x", aadObjectId: "bbbbbbbb-0000-4000-8000-000000000001" },
    /not in the people register/,
  ],
])("asks nothing for somebody %s", async (_, from, expected) => {
  await send({ from, text: "my work" });
  expect(channel.posted[0]?.body.text).toMatch(expected);
  expect(JSON.parse((await send({ ...pressOf("approve"), from })).text).value).toMatch(expected);
  expect(asked).toEqual([]);
});

it("leaves invokes that are not its own as not implemented", async () => {
  expect((await send({ type: "invoke", name: "task/fetch", value: {} })).status).toBe(501);
});

it("says one plain sentence when something breaks, and logs a code but no text of the error", async () => {
  const broken = await botServer({
    ask: async () => {
      throw new TypeError("secret of Mrs Jones");
    },
  });
  expect((await broken.post(activityOf({ text: "my work" }, channel.url))).status).toBe(200);
  expect(channel.posted[0]?.body.text).toMatch(/^Something went wrong on our side/);
  const { text } = await broken.post(activityOf(pressOf("approve"), channel.url));
  expect(JSON.parse(text).value).toMatch(/^Something went wrong on our side/);
  expect(JSON.stringify([broken.logged, channel.posted, text])).not.toContain("Jones");
  expect(broken.logged).toEqual([
    { event: "bot.message", result: "TypeError" },
    { event: "bot.press", result: "TypeError" },
  ]);
  broken.close();
});

it("passes on the words of a failure people can do something about", async () => {
  const failing = await botServer({
    ask: async () => {
      throw new LineOfSightError("conflict", "Somebody has changed this since.");
    },
  });
  const { text } = await failing.post(activityOf(pressOf("approve"), channel.url));
  expect(JSON.parse(text).value).toBe("Somebody has changed this since.");
  failing.close();
});

it("answers a press in time even when the work is not done, and logs it when that fails later", async () => {
  const work = Promise.withResolvers<never>();
  const slow = await botServer({ ask: () => work.promise, answerWithinMs: 20 });
  const { text } = await slow.post(activityOf(pressOf("approve"), channel.url));
  expect(JSON.parse(text).value).toMatch(/^This takes longer than usual/);
  work.reject(new RangeError("too late"));
  await work.promise.catch(() => undefined);
  await expect.poll(() => slow.logged).toEqual([{ event: "bot.press", result: "RangeError" }]);
  slow.close();
});

it.each<[string, Readonly<Record<string, unknown>>]>([
  ["another organisation", { channelData: { tenant: { id: "99999999-1111-4111-8111-111111111111" } } }],
  ["no organisation", { channelData: {}, conversation: { id: "a:niamh", conversationType: "personal" } }],
  ["another bot", { recipient: { id: "28:99999999-4444-4444-8444-444444444444" } }],
  ["an address elsewhere", { serviceUrl: "https://evil.example/" }],
  ["Teams' own address while anonymous", { serviceUrl: "https://smba.trafficmanager.net/uk/" }],
])("turns away an activity from %s", async (_, changed) => {
  expect((await rig.post({ ...activityOf({}, channel.url), ...changed })).status).toBe(401);
  expect(channel.posted).toEqual([]);
});

it("refuses what is too large, not JSON, or not posted", async () => {
  expect((await rig.post(activityOf({ text: "x".repeat(300_000) }))).status).toBe(413);
  expect((await rig.post("{")).status).toBe(400);
  expect((await fetch(rig.url)).status).toBe(405);
});

it("answers 200 when its reply cannot be delivered", async () => {
  status = 500;
  expect((await send({ text: "help" })).status).toBe(200);
  expect(channel.posted).toHaveLength(1);
});

it("survives a few hundred mutated activities: no 5xx but 501, and no word of an exception", async () => {
  const kinds = [
    activityOf({}, channel.url),
    ...["approve", "return", "more-time"].map((verb) => activityOf(pressOf(verb), channel.url)),
  ];
  const others = ["conversationUpdate", "installationUpdate", "messageUpdate", "messageReaction", "event", "typing"];
  const seeds = [
    ...kinds,
    ...others.map((type) => activityOf({ type, action: "add", membersAdded: [{ id: "29:y" }] }, channel.url)),
  ];
  const junk = fc.oneof(
    fc.constant(undefined),
    fc.constant(null),
    fc.jsonValue({ maxDepth: 2 }),
    fc.constant({ id: 7 }),
    fc.constant([[]]),
  );
  const paths = fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...seeds), paths, junk, async (seed, path, value) => {
      const { status: http, text } = await rig.post(mutated(seed, path, value));
      expect(http < 500 || http === 501, `${http} ${text}`).toBe(true);
      expect(text).not.toMatch(/Error|Cannot read|undefined|\bat .*\.[jt]s|botbuilder/);
    }),
    { numRuns: 300, seed: 20261012 },
  );
});

/** The same with one thing, however deep, replaced by junk or taken away. */
function mutated(original: unknown, [step = 0, ...rest]: readonly number[], value: unknown): unknown {
  if (typeof original !== "object" || original === null) return value;
  const entries = Object.entries(original);
  if (entries.length === 0) return value;
  const at = step % entries.length;
  const changed = entries.map(([name, each], index) =>
    index === at ? ([name, rest.length === 0 ? value : mutated(each, rest, value)] as const) : ([name, each] as const),
  );
  return Array.isArray(original) ? changed.map(([, each]) => each) : Object.fromEntries(changed);
}

it("sends a card once, and names it so that it can be replaced", async () => {
  const card = { kind: "action", facts: overdueAction } as const;
  const sent = await rig.bot.send(reference(), { text: "An action of yours is overdue.", card });
  expect(sent).toEqual({ activityId: "posted-1" });
  expect(channel.posted).toMatchObject([
    {
      method: "POST",
      path: "/v3/conversations/a%3Aniamh/activities",
      body: { summary: "An action of yours is overdue." },
    },
  ]);
  const signed = { kind: "sign-off", facts: { ...signOff, state: "approved", nonce: undefined } } as const;
  expect(await rig.bot.update(reference(), "posted-1", signed)).toBe("updated");
  expect(channel.posted[1]).toMatchObject({ method: "PUT", path: "/v3/conversations/a%3Aniamh/activities/posted-1" });
});

it.each([
  [403, "unreachable"],
  [404, "unreachable"],
  [429, "unreachable"],
  [500, "unknown"],
  [503, "unknown"],
])("posts once and no more when the channel answers %i, which is “%s”", async (answer, expected) => {
  status = answer;
  expect(await rig.bot.send(reference(), { text: "Hello" })).toBe(expected);
  expect(channel.posted).toHaveLength(1);
});

it("calls a channel that is not there unreachable, and never speaks to an address that is not allowed", async () => {
  expect(await rig.bot.send({ ...reference(), serviceUrl: "http://127.0.0.1:9" }, { text: "Hello" })).toBe(
    "unreachable",
  );
  expect(await rig.bot.send({ ...reference(), serviceUrl: "https://evil.example" }, { text: "Hello" })).toBe(
    "unreachable",
  );
  expect(rig.logged).toHaveLength(1);
});
