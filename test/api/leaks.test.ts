import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issueNonce } from "#api/operations/card-nonce.ts";
import { operations } from "#api/operations/index.ts";
import { rateLimit } from "#api/rate-limit.ts";
import { registers } from "#domain/registers/index.ts";
import { commands } from "../../bot/commands/index.ts";
import { demoId } from "../../infra/demo/people.ts";
import { demoTenant } from "../../infra/demo-tenant.ts";
import { listeningChannel } from "../bot/rig.ts";
import { addCanary, canaryOf, managerSees, type Place, RESTRICTED } from "../support/canary-rows.ts";
import { type Demo, startDemo } from "../support/demo.ts";
import { allLists, plantable, requestFor } from "../support/every-request.ts";

/**
 * Two organisations and three services, with a row of canaries of each place in every register. The people of both
 * organisations have the same ids: only the tenant tells them apart. Operations, registers and the bot's commands are
 * walked as they are listed, so that a new one is tried by itself.
 */
const otherTenant = {
  tenant: "51111111-1111-4111-8111-111111111111",
  app: "52222222-2222-4222-8222-222222222222",
  provisioner: "53333333-3333-4333-8333-333333333333",
  bot: "54444444-4444-4444-8444-444444444444",
  host: "hollyoak.sharepoint.com",
  path: "/sites/line-of-sight",
};
const places: readonly Place[] = [
  { contract: "westshire", service: "ashdown" },
  { contract: "westshire", service: "dovecote" },
  { contract: "eastmoor", service: "coppice" },
];
const managers = [demoId(9), demoId(12), demoId(11)];
const qualityLead = demoId(6);
const FOREIGN = "canary-of-hollyoak";

let ours: Demo;
let theirs: Demo;
let channel: Awaited<ReturnType<typeof listeningChannel>>;

beforeAll(async () => {
  const none = Number.MAX_SAFE_INTEGER;
  const limit = rateLimit({ writesAMinute: none, readsAMinute: none, atOnce: none, atOnceOfAll: none });
  channel = await listeningChannel();
  ours = await startDemo({ bot: true, limit });
  theirs = await startDemo({ bot: true, limit, names: otherTenant });
  for (const register of plantable) {
    for (const place of places)
      for (const safeguarding of [false, true]) await addCanary(ours.outside, register, { ...place, safeguarding });
    await addCanary(theirs.outside, register, { contract: "westshire", service: "ashdown" }, FOREIGN);
  }
}, 120_000);
afterAll(async () => {
  await ours?.close();
  await theirs?.close();
  channel?.close();
});

/** Canaries in a text that the manager of a place has no business seeing. A column may have cut the register's name short. */
function strays(text: string, own: Place): readonly string[] {
  const found = [...text.matchAll(/canary-(westshire|eastmoor)-([a-z]+)(?:-safeguarding)? ([a-z-]+)/g)];
  return found.flatMap(([whole, contract = "", service = "", about = ""]) => {
    const of = registers.filter(({ slug }) => about.startsWith(`${slug}-`) || slug.startsWith(about));
    return of.some((register) => managerSees(register, { contract, service }, own)) ? [] : [whole];
  });
}

const reads = operations.filter(({ method }) => method === "GET");

describe.each(places.map((place, at) => [place.service, place, managers[at] ?? ""] as const))(
  "the manager of %s",
  (_, own, manager) => {
    it("finds rows of their own, and none of another service, in every list there is", {
      timeout: 60_000,
    }, async () => {
      const text = await allLists(ours, manager, own);
      expect(strays(text, own)).toEqual([]);
      expect(text.includes(`${canaryOf(own)} actions-action`)).toBe(true);
      expect(text.includes(RESTRICTED)).toBe(false);
    });

    it("is told nothing of another's by any operation that reads", async () => {
      for (const operation of reads)
        for (const place of places) {
          const { path } = requestFor(ours, operation, place);
          const answer = await ours.as(manager, path);
          expect(strays(await answer.text(), own), `${operation.name} ${place.service}`).toEqual([]);
        }
    });

    it("cannot open another service's row in any register: it is not there", async () => {
      for (const { slug, ...register } of plantable)
        for (const place of places) {
          if (managerSees({ slug, ...register }, place, own)) continue;
          const answer = await ours.as(manager, `/registers/${slug}/rows/${canaryOf(place)}-${slug}`);
          expect(answer.status, `${slug} of ${place.service}`).toBe(404);
          expect(await answer.text()).not.toContain(`${canaryOf(place)} `);
        }
    });

    it("hears nothing of another's from any command of the bot", { timeout: 60_000 }, async () => {
      const heard: string[] = [];
      for (const words of everythingSaid) heard.push(await say(ours, demoTenant, manager, words));
      expect(strays(heard.join("\n"), own)).toEqual([]);
      expect(heard.join("\n").includes(RESTRICTED)).toBe(false);
      expect(heard.join("\n").includes(`${canaryOf(own)} actions-action`)).toBe(true);
    });

    it("is told in a channel how many there are, and the titles of nobody's safeguarding rows", async () => {
      for (const words of everythingSaid) {
        const text = await say(ours, demoTenant, manager, words, "channel");
        expect(strays(text, own), words).toEqual([]);
        expect(text.includes("-safeguarding "), words).toBe(false);
      }
    });
  },
);

/** Everything people can say: each command as its title has it, and every register in every state. */
const everythingSaid: readonly string[] = [
  ...commands.flatMap(({ title }) =>
    title.includes("<contract>")
      ? ["westshire", "eastmoor"].map((contract) => title.replace("<contract>", contract))
      : [title],
  ),
  ...registers.flatMap(({ words }) => ["overdue", "due", "open"].map((state) => `show ${state} ${words.many}`)),
  ...["ashdown", "dovecote", "coppice"].map((service) => `show open actions at ${service}`),
  "show open safeguarding actions",
];

/** What the bot answers, words and cards; the people of both tenants have the same ids. */
async function say(
  demo: Demo,
  names: typeof otherTenant | typeof demoTenant,
  person: string,
  text: string,
  place = "personal",
) {
  const before = channel.posted.length;
  const conversation = `a:${place}-${person}`;
  const answer = await fetch(`${demo.url}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      ...{ type: "message", id: "1", channelId: "msteams", serviceUrl: channel.url, text },
      from: { id: `29:${person}`, name: "Somebody", aadObjectId: person },
      recipient: { id: `28:${names.bot}`, name: "Line of Sight" },
      conversation: {
        id: conversation,
        conversationType: place,
        tenantId: names.tenant,
        isGroup: place !== "personal",
      },
      channelData: { tenant: { id: names.tenant } },
    }),
  });
  const here = channel.posted.slice(before).filter(({ path }) => decodeURIComponent(path).includes(conversation));
  const posted = here.map(({ body }) => JSON.stringify(body));
  return [String(answer.status), ...posted].join("\n");
}

describe("two organisations", () => {
  it("answer nothing to each other's people, whatever is asked, though they have the same ids", async () => {
    const token = await theirs.tokenOf(qualityLead);
    for (const operation of operations) {
      const { path, method } = requestFor(ours, operation, { contract: "westshire", service: "ashdown" });
      const answer = await fetch(`${ours.url}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}` },
      });
      expect(answer.status, operation.name).toBe(401);
      expect(await answer.text()).not.toContain("canary");
    }
  });

  it("show their own people nothing of each other's", { timeout: 60_000 }, async () => {
    const own = { contract: "westshire", service: "ashdown" };
    expect((await allLists(ours, qualityLead, own)).includes(FOREIGN)).toBe(false);
    const text = await allLists(theirs, qualityLead, own);
    expect(text.includes(`${FOREIGN} actions-action`)).toBe(true);
    expect(text.match(/canary-(westshire|eastmoor)[a-z-]* [a-z-]+/)).toBeNull();
  });

  it("are not heard by each other's bot", async () => {
    for (const words of everythingSaid) {
      const text = await say(ours, otherTenant, qualityLead, words);
      expect(text, words).toMatch(/^401$/);
    }
  });

  it("keep their sites from each other's app", async () => {
    const secretless = await fetch(`${theirs.graph}/v1.0/sites/${otherTenant.host}:${otherTenant.path}`, {
      headers: { authorization: `Bearer ${await ours.tokenOf(qualityLead)}` },
    });
    expect(secretless.status).toBe(401);
  });
});

describe("a card of one person", () => {
  const key = `${canaryOf(places[0] ?? { contract: "", service: "" })}-actions`;

  it("shows no other manager how it stands, and counts nothing of theirs", async () => {
    const row = await (await ours.as(managers[0] ?? "", `/registers/actions/rows/${key}`)).json();
    const grant = {
      ...{ item: key, itemRegister: "actions" as const, itemVersion: row.etag, verbs: ["look", "progress"] },
      ...{ person: managers[0] ?? "", expires: "2027-01-01T00:00:00.000Z" },
    };
    const nonce = await issueNonce(ours.outside, grant);
    for (const [at, manager] of managers.entries()) {
      const answer = await ours.as(manager, "/card-actions", { body: { nonce, verb: "look", data: {} } });
      expect(answer.status, manager).toBe(at === 0 ? 200 : 409);
      const text = await answer.text();
      if (at > 0) expect(text.includes("canary")).toBe(false);
    }
    const abroad = await theirs.as(managers[0] ?? "", "/card-actions", { body: { nonce, verb: "look", data: {} } });
    expect(abroad.status).toBe(409);
  });
});
