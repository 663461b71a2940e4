import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { lookOnce } from "#api/jobs/watch-accounts.ts";
import { everybody } from "#api/operations/everybody.ts";
import { people } from "#domain/registers/people.ts";
import { demoId } from "../../infra/demo/people.ts";
import { type Demo, startDemo } from "../support/demo.ts";

/** Leavers against the local directory, on a clock of our own. */
let demo: Demo;
let at = Date.parse("2026-10-12T08:00:00.000Z");
const minutes = (count: number) => {
  at += count * 60_000;
};
beforeAll(async () => {
  demo = await startDemo({ repeatable: { clock: () => new Date(at).toISOString() } });
}, 60_000);
afterAll(() => demo?.close());

const amina = demoId(9);
const craig = demoId(10);
const me = async (person: string) => (await demo.as(person, "/me")).status;
const enable = (person: string, accountEnabled: boolean) =>
  demo.client.api(`/users/${person}`).patch({ accountEnabled });

beforeEach(async () => {
  minutes(10);
  await lookOnce(demo.outside);
});

describe("somebody whose account is closed in the directory", () => {
  it("is let in no more within five minutes, with the token they have, and let in again when it is opened", async () => {
    expect(await me(amina)).toBe(200);
    await enable(amina, false);
    minutes(1);
    await lookOnce(demo.outside);
    expect(await me(amina)).toBe(200);
    minutes(3.9);
    await lookOnce(demo.outside);
    expect(await me(amina)).toBe(403);
    expect(await me(craig)).toBe(200);
    expect(everybody(demo.outside).some(({ id }) => id === amina)).toBe(false);
    const { people: shown } = await (await demo.as(demoId(24), "/people")).json();
    expect(shown.find((each: { person: string }) => each.person === amina)).toMatchObject({
      status: "active",
      noAccount: true,
    });
    await enable(amina, true);
    minutes(5);
    await lookOnce(demo.outside);
    expect(await me(amina)).toBe(200);
  });

  it("gets no new token either", async () => {
    await enable(craig, false);
    await expect(demo.tokenOf(craig)).rejects.toThrow(/instead of a token/);
    await enable(craig, true);
  });

  it("leaves no power to whoever stood in for them", async () => {
    const row = demo.outside.store.all(people).find(({ person }) => person === amina);
    if (!row) throw new Error("Amina is not there.");
    const away = { absentFrom: "2026-10-01", absentTo: "2026-12-31" };
    await demo.outside.store.change(people, row.key, row.etag, away, { by: "system", did: "test.amend" });
    const services = async () =>
      (await (await demo.as(craig, "/me")).json()).services.map(({ key }: { key: string }) => key);
    expect(await services()).toEqual(["ashdown", "birchwood"]);
    await enable(amina, false);
    minutes(5);
    await lookOnce(demo.outside);
    expect(await services()).toEqual(["birchwood"]);
  });
});

it("lets nobody in whose account was deleted", async () => {
  expect(await me(demoId(22))).toBe(200);
  await demo.client.api(`/users/${demoId(22)}`).delete();
  minutes(5);
  await lookOnce(demo.outside);
  expect(await me(demoId(22))).toBe(403);
});

it("shuts out at once whoever the register says has left", async () => {
  const row = demo.outside.store.all(people).find(({ person }) => person === demoId(21));
  await demo.outside.store.change(
    people,
    row?.key ?? "",
    row?.etag ?? "",
    { status: "left" },
    { by: "system", did: "test.amend" },
  );
  expect(await me(demoId(21))).toBe(403);
});
