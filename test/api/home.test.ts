import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { myWork } from "#api/operations/my-work.ts";
import { contracts } from "#domain/registers/contracts.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { indicators } from "#domain/registers/indicators.ts";
import { managerReviews } from "#domain/registers/manager-reviews.ts";
import { services } from "#domain/registers/services.ts";
import { specifications } from "#domain/registers/specifications.ts";
import { demoId, demoPeople } from "../../infra/demo/people.ts";
import { type Demo, startDemo } from "../support/demo.ts";

type Home = Extract<Awaited<ReturnType<typeof myWork.run>>, { items: unknown }>;

const [contractsManager, otherContractsManager, manager, administrator] = [
  demoId(4),
  demoId(5),
  demoId(10),
  demoId(17),
];
const westshire = "/cycles/westshire-2026-q3";

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
}, 60_000);
afterAll(() => demo.close());

const homeOf = async (person: string): Promise<Home> => (await demo.as(person, "/home")).json() as Promise<Home>;
const titles = async (person: string) => (await homeOf(person)).items.map(({ title, link }) => ({ title, link }));

describe("Home", () => {
  it("asks a manager by the names of things, and leads to where the answer is given", async () => {
    const items = await titles(manager);
    expect(items).toContainEqual({
      title: "Does “Westshire evidence pack, edition 1” fit Birchwood?",
      link: `${westshire}/define`,
    });
    expect(items).toContainEqual({
      title: "Do the figures for 1 Jul to 30 Sept 2026 match Birchwood?",
      link: `${westshire}/collect`,
    });
  });

  it("leads whoever brings exports in to each cycle that waits for them", async () => {
    const items = await titles(administrator);
    expect(items).toContainEqual({
      title: "Westshire, July to September 2026: 10 reports to bring in",
      link: `${westshire}/collect`,
    });
    expect(items.filter(({ link }) => link.endsWith("/collect"))).toHaveLength(2);
  });

  it("tells a contracts manager what is to be cleared, or that the cycle may go on", async () => {
    expect((await titles(contractsManager)).map(({ title }) => title)).toContain(
      "Westshire, July to September 2026: 1 thing to clear in Define",
    );
    expect((await titles(otherContractsManager)).map(({ title }) => title)).toContain(
      "Eastmoor, July to September 2026: ready to go on to Collect",
    );
  });

  it("never shows anybody a key", async () => {
    const named = [contracts, cycles, indicators, managerReviews, services, specifications];
    const keys = named.flatMap((register) => demo.outside.store.all(register).map(({ key }) => key));
    expect(keys.length).toBeGreaterThan(20);
    for (const { id, name } of demoPeople) {
      const words = (await homeOf(id)).items.map(({ title }) => title).join("\n");
      expect(
        keys.filter((key) => words.includes(key)),
        name,
      ).toEqual([]);
    }
  });
});
