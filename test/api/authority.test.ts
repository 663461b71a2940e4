import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findPerson } from "#api/operations/everybody.ts";
import { operations } from "#api/operations/index.ts";
import type { Operation } from "#api/operations/operation.ts";
import { rateLimit } from "#api/rate-limit.ts";
import { hasRole } from "#domain/people/person.ts";
import type { Register } from "#domain/register/register.ts";
import { registers } from "#domain/registers/index.ts";
import { packs } from "#domain/registers/packs.ts";
import { people as peopleRegister } from "#domain/registers/people.ts";
import { demoId, demoPeople } from "../../infra/demo/people.ts";
import { broughtToApprove } from "../support/brought-to-approve.ts";
import { addCanary, canaryOf, managerSees, type Place, RESTRICTED } from "../support/canary-rows.ts";
import { type Demo, startDemo } from "../support/demo.ts";
import {
  aboutARow,
  asked as askedOf,
  everything as everythingOf,
  allLists as listsOf,
  plantable,
  registerOf,
  requestFor,
} from "../support/every-request.ts";
import { people } from "../support/imported-august.ts";
import { quarterOfExports } from "../support/quarter.ts";

/** Every operation there is, asked by everybody who should get nothing from it. A new operation is tried by itself. */
let demo: Demo;
let exports: Awaited<ReturnType<typeof quarterOfExports>>;
const here: Place = { contract: "westshire", service: "ashdown" };
const dovecote: Place = { contract: "westshire", service: "dovecote" };
const coppice: Place = { contract: "eastmoor", service: "coppice" };
const guarded: Place = { ...here, safeguarding: true };
const noRole = demoId(25);
const left = demoId(22);
const eastmoorManager = demoId(5);
const administrator = demoId(24);

beforeAll(async () => {
  const none = Number.MAX_SAFE_INTEGER;
  demo = await startDemo({
    limit: rateLimit({ writesAMinute: none, readsAMinute: none, atOnce: none, atOnceOfAll: none }),
  });
  exports = await quarterOfExports();
  await broughtToApprove(demo, exports.dir);
  for (const register of plantable)
    for (const place of [here, guarded, dovecote, coppice]) await addCanary(demo.outside, register, place);
  await amend(noRole, { assignments: [] });
  await amend(left, { status: "left" });
}, 240_000);
afterAll(async () => {
  await demo?.close();
  exports?.remove();
});

async function amend(person: string, changes: object): Promise<void> {
  const row = demo.outside.store.all(peopleRegister).find((each) => each.person === person);
  if (!row) throw new Error(`${person} is not in the people register.`);
  await demo.outside.store.change(peopleRegister, row.key, row.etag, changes, { by: "system", did: "test.amend" });
}

const asked = (person: string, operation: Operation) => askedOf(demo, person, operation, here);
const everything = () => everythingOf(demo);
const allLists = (person: string) => listsOf(demo, person, here);

/** Rows of set-up registers are the organisation's: who may ask for them may see all of them. */
const hasAPlace = (operation: Operation): boolean => {
  const register = registers.find(({ slug }) => slug === registerOf(operation));
  return register === undefined || Object.keys(register.scope).length > 0;
};

/** Whoever gives rights chooses among all services, regions and contracts by their names, and is told nothing else of them. */
const placesOf = new Set(["read-people"]);
const withoutPlaces = (text: string): string => {
  const { regions: _, services: __, contracts: ___, ...rest } = JSON.parse(text);
  return JSON.stringify(rest);
};

const named = operations.map((operation) => [operation.name, operation] as const);

describe.each(named)("%s", (_, operation) => {
  it("answers nobody without a token", async () => {
    const { path, method } = requestFor(demo, operation, here);
    const answer = await fetch(`${demo.url}/api/v1${path}`, { method });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: "not-signed-in" });
  });

  it.each([
    ["somebody without a role", noRole, /You have no role in Line of Sight yet/],
    ["somebody who left", left, /not in the people register yet, or have left it/],
  ])("answers nothing to %s", async (_who, person, say) => {
    const answer = await asked(person, operation);
    expect(answer.status).toBe(403);
    expect((await answer.json()).title).toMatch(say);
  });

  it.each([
    ["a manager of another service", people.coppiceManager],
    ["the contracts manager of another contract", eastmoorManager],
    ["an administrator", administrator],
  ])("neither tells %s anything of a Westshire row nor changes it", async (_who, person) => {
    const before = everything();
    const answer = await asked(person, operation);
    const text = await answer.text();
    const role = findPerson(demo.outside, person);
    const may = operation.who === "anyone" || (role !== undefined && hasRole(role, ...operation.who));
    if (!may) expect(answer.status, text).toBe(403);
    else if (aboutARow(operation) && hasAPlace(operation)) expect(answer.status, text).toBe(404);
    expect(text).not.toContain(RESTRICTED);
    if (may && placesOf.has(operation.name)) expect(withoutPlaces(text)).not.toContain(`${canaryOf(here)} `);
    else expect(text).not.toContain(`${canaryOf(here)} `);
    if (operation.path !== "/imports") expect(everything()).toEqual(before);
  });
});

describe.each([
  ["Ashdown", people.ashdownManager, here],
  ["Dovecote", demoId(12), dovecote],
  ["Coppice", people.coppiceManager, coppice],
] as const)("the manager of %s", (_, manager, own) => {
  it.each(named.filter(([, operation]) => aboutARow(operation)))(
    "gets nothing of another service's row from %s, and 404 where the role may ask",
    async (_name, operation) => {
      const register = registers.find(({ slug }) => slug === registerOf(operation));
      const role = findPerson(demo.outside, manager);
      const may = operation.who === "anyone" || (role !== undefined && hasRole(role, ...operation.who));
      for (const place of [here, dovecote, coppice]) {
        if (!register || managerSees(register, place, own)) continue;
        const answer = await askedOf(demo, manager, operation, place);
        const text = await answer.text();
        expect(answer.status, `${place.service}: ${text}`).toBe(may ? 404 : 403);
        expect(text).not.toContain(`${canaryOf(place)} `);
      }
    },
  );
});

describe("restricted answers", () => {
  it("are in no list, home or search, whoever asks", { timeout: 120_000 }, async () => {
    for (const { id, name } of demoPeople) expect(await allLists(id), name).not.toContain(RESTRICTED);
  });

  it("cannot be guessed by filtering for them", async () => {
    const { total: all } = await (await demo.as(people.qualityLead, "/registers/actions/rows")).json();
    const query = `field=context&is=${encodeURIComponent(`${RESTRICTED} actions-context`)}`;
    const { total } = await (await demo.as(people.qualityLead, `/registers/actions/rows?${query}`)).json();
    expect(total).toBe(all);
  });

  it("are on the row's own page, for who may see the row", async () => {
    const answer = await demo.as(people.qualityLead, `/registers/actions/rows/${canaryOf(here)}-actions`);
    expect(await answer.text()).toContain(`${RESTRICTED} actions-context`);
  });
});

describe("safeguarding rows", () => {
  const kept = plantable.filter(({ scope }) => scope.safeguarding);
  const keyOf = ({ slug }: Register) => `${canaryOf(guarded)}-${slug}`;
  const without = demoPeople.filter(({ safeguarding }) => !safeguarding);

  it("are in no list of anybody without the right", { timeout: 120_000 }, async () => {
    for (const { id, name } of without) expect(await allLists(id), name).not.toContain(canaryOf(guarded));
  });

  it.each(kept.map((register) => [register.slug, register] as const))(
    "of %s are not there without it",
    async (slug, register) => {
      for (const { id } of without) {
        const answer = await demo.as(id, `/registers/${slug}/rows/${keyOf(register)}`);
        expect([403, 404]).toContain(answer.status);
        expect(await answer.text()).not.toContain(`${canaryOf(guarded)} `);
      }
      const lead = await demo.as(people.qualityLead, `/registers/${slug}/rows/${keyOf(register)}`);
      expect(lead.status).toBe(200);
    },
  );
});

describe("the internal edition of a pack, which holds the rows behind every figure", () => {
  const key = "westshire-2026-q3-v9";
  const path = "westshire-2026-q3/v9/internal/pack.zip";
  const file = `/packs/${key}/file?edition=internal&name=pack.zip`;
  beforeAll(async () => {
    await demo.outside.files.put("Packs", path, Buffer.from("rows"));
    const planted = demo.outside.store.one(packs, `${canaryOf(here)}-packs`);
    if (!planted) throw new Error("There is no planted pack.");
    const answers = Object.fromEntries(Object.keys(packs.fields).map((name) => [name, Reflect.get(planted, name)]));
    const files = (planted.files ?? []).map((each) => ({ ...each, path, edition: "internal" }));
    const filed = { ...answers, cycle: "westshire-2026-q3", packVersion: 9, files };
    await demo.outside.store.add(packs, key, filed as never, { by: "system", did: "test.file" });
  });

  it("is an attachment for who may see safeguarding rows too", async () => {
    const answer = await demo.as(people.qualityLead, file);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment;/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it.each([people.contractsManager, people.secondAuditor])(
    "is refused without that right, with why: %s",
    async (id) => {
      const answer = await demo.as(id, file);
      expect(answer.status).toBe(409);
      expect(await answer.json()).toMatchObject({ code: "pack.safeguarding-rows" });
    },
  );

  it("is not there for roles that get the commissioner's edition alone", async () => {
    for (const id of [people.externalReviewer, people.ashdownManager])
      expect((await demo.as(id, file)).status).toBe(404);
  });
});

describe("an edit of a row", () => {
  const action = async () =>
    (await demo.as(people.qualityLead, `/registers/actions/rows/${canaryOf(here)}-actions`)).json();

  it.each([
    ["acceptedBy", people.qualityLead],
    ["deadline", "2027-12-31"],
    ["verdict", "effective"],
    ["evidence", [{ at: "2026-10-01T09:00:00Z", by: demoId(9), record: "Made up" }]],
    ["commissionerTold", true],
    ["status", "complete"],
  ])("cannot type in %s, which a step decides", async (name, value) => {
    const { etag } = await action();
    const answer = await demo.as(people.qualityLead, `/registers/actions/rows/${canaryOf(here)}-actions`, {
      method: "PATCH",
      body: { etag, changes: { [name]: value } },
    });
    expect(answer.status).toBe(403);
    expect((await answer.json()).title).toMatch(/changes by its own steps/);
    expect((await action()).etag).toBe(etag);
  });

  it("cannot move a row out of the scope of whoever edits it", async () => {
    const { etag } = await action();
    const answer = await demo.as(people.ashdownManager, `/registers/actions/rows/${canaryOf(here)}-actions`, {
      method: "PATCH",
      body: { etag, changes: { service: "coppice", contract: "eastmoor" } },
    });
    expect(answer.status).toBe(403);
    expect((await action()).etag).toBe(etag);
  });
});

describe("the same requests", () => {
  /** A job is its starter's alone, a planted import has no file behind it, and no planted row is a request to erase. */
  const notThere = ["read-job", "preview-import", "read-rejects", "hold-original", "answer-erasure"];
  const about = named.filter(([name, operation]) => aboutARow(operation) && !notThere.includes(name));

  it.each(about)("of %s find the row for some colleague whose role covers it", async (_, operation) => {
    const found: number[] = [];
    for (const { id } of demoPeople) found.push((await asked(id, operation)).status);
    expect(found.some((status) => status !== 404 && status !== 403)).toBe(true);
  });
});
