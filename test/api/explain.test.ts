import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commentary } from "#domain/registers/commentary.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { figures } from "#domain/registers/figures.ts";
import { themes } from "#domain/registers/themes.ts";
import { type Demo, startDemo } from "../support/demo.ts";
import { answered, augustCutOff, cycle, demoExports, importFile, people, standAt } from "../support/imported-august.ts";

interface Text {
  readonly key: string;
  readonly etag: string;
  readonly headline: string;
  readonly answers: { readonly status: string; readonly services?: readonly string[]; readonly text?: string };
  readonly sentences: readonly { readonly problems: readonly { readonly kind: string; readonly say: string }[] }[];
}

let demo: Demo;
const exports = demoExports();
beforeAll(async () => {
  demo = await startDemo();
  await augustCutOff(demo, exports.dir);
  await standAt(demo, "explain");
}, 120_000);
afterAll(async () => {
  await demo.close();
  exports.close();
});

const ask = async (person: string, path: string, body?: unknown) =>
  answered(await demo.as(person, path, body === undefined ? {} : { body }), path);
const refused = async (person: string, path: string, body: unknown) => {
  const answer = await demo.as(person, path, { body });
  return { status: answer.status, ...(await answer.json()) };
};
const key = `${cycle}-punctuality-15`;
const etag = (of = key) => demo.outside.store.one(commentary, of)?.etag;
const step = (person: string, what: string, body: object = {}, of = key): Promise<Text> =>
  ask(person, `/commentary/${of}/${what}`, { etag: etag(of), ...body });
const refusedStep = (person: string, what: string, body: object = {}, of = key) =>
  refused(person, `/commentary/${of}/${what}`, { etag: etag(of), ...body });
const read = (person: string) => ask(person, `/cycles/${cycle}/commentary`);
const citable = async (cite: string) => {
  const found = (await read(people.contractsManager)).citable.find((each: { cite: string }) => each.cite === cite);
  if (!found) throw new Error(`Nothing can be cited as ${cite}.`);
  return found;
};
const gate = async (check: string): Promise<string[]> => {
  const { gate } = await ask(people.qualityLead, `/cycles/${cycle}`);
  return gate.blockers
    .filter((blocker: { check: string }) => blocker.check === check)
    .map(({ say }: { say: string }) => say);
};
const allWell = { accurate: true, balanced: true, supported: true };

describe("what needs explaining", () => {
  it("is proposed by the numbers, once: every figure off target or with a signal, and no other", async () => {
    const own = demo.outside.store.all(figures).filter((figure) => figure.cycle === cycle);
    const off = own
      .filter(({ rating, signal }) => rating === "not-met" || signal)
      .map(({ indicator }) => `${cycle}-${indicator}`);
    expect(off).toContain(key);
    const { proposed } = await ask(people.qualityLead, `/cycles/${cycle}/commentary`, {});
    expect(proposed.map((each: { key: string }) => each.key).toSorted()).toEqual(off.toSorted());
    expect(await ask(people.qualityLead, `/cycles/${cycle}/commentary`, {})).toEqual({ proposed: [] });
    expect(await gate("narrative.unexplained")).toHaveLength(off.length);
  });

  it("is read beside the figures of its section, with what may be cited", async () => {
    const { sections, citable } = await read(people.qualityLead);
    const visits = sections.find(({ code }: { code: string }) => code === "visits");
    expect(visits.wordBudget).toBe(250);
    expect(visits.commentary.map((each: Text) => each.key)).toContain(key);
    expect(visits.figures.map(({ indicator }: { indicator: string }) => indicator)).toContain("punctuality-15");
    expect(citable.map(({ cite }: { cite: string }) => cite)).toContain("punctuality-15@birchwood");
  });

  it("is hidden from managers of other contracts, and totals from managers of a service", async () => {
    const answer = await demo.as(people.coppiceManager, `/cycles/${cycle}/commentary`);
    expect(answer.status).toBe(404);
    const { citable } = await read(people.birchwoodManager);
    expect(citable.length).toBeGreaterThan(0);
    expect(citable.every(({ cite }: { cite: string }) => cite.endsWith("@birchwood"))).toBe(true);
  });

  it("is dismissed by the quality lead only, and only with a reason", async () => {
    const others = demo.outside.store.all(commentary).filter((row) => row.cycle === cycle && row.key !== key);
    const other = others[0]?.key ?? "";
    expect(await refusedStep(people.contractsManager, "dismissal", { reason: "No" }, other)).toMatchObject({
      status: 403,
    });
    expect(await refusedStep(people.qualityLead, "dismissal", { reason: " " }, other)).toMatchObject({
      status: 409,
      code: "commentary.reason-missing",
    });
    const before = (await gate("narrative.unexplained")).length;
    await step(people.qualityLead, "dismissal", { reason: "Only August is in these figures." }, other);
    expect(await gate("narrative.unexplained")).toHaveLength(before - 1);
  });
});

describe("a text on its way", () => {
  it("hears the manager of a service about their own service only", async () => {
    await step(people.qualityLead, "plan");
    expect(demo.outside.store.one(commentary, key)?.services).toContain("birchwood");
    const told = { service: "birchwood", text: "The bridge at Mill Lane was closed for three weeks." };
    expect(await refusedStep(people.coppiceManager, "context", told)).toMatchObject({ status: 404 });
    expect(await refusedStep(people.birchwoodManager, "context", { ...told, service: "ashdown" })).toMatchObject({
      status: 403,
    });
    await step(people.birchwoodManager, "context", told);
    expect(demo.outside.store.one(commentary, key)?.context).toMatchObject([{ ...told, by: people.birchwoodManager }]);
  });

  it("is checked number by number as it is saved, and a wrong one blocks the gate", async () => {
    const right = await citable("punctuality-15");
    const wrong = await step(people.contractsManager, "text", {
      text: `Punctuality was 99.9 % [punctuality-15]. It was ${right.value} [punctuality-15]. Roads were bad.`,
    });
    expect(wrong.sentences.map(({ problems }) => problems.map(({ kind }) => kind))).toEqual([
      ["wrong-number"],
      [],
      ["unsupported"],
    ]);
    expect(await gate("narrative.wrong-number")).toEqual([expect.stringMatching(/“99.9 %” is not a number of/)]);
    const { status, code, next } = await refusedStep(people.seniorLeader, "review", allWell);
    expect({ status, code }).toEqual({ status: 409, code: "narrative.wrong-number" });
    expect(next).toMatch(/writer puts the number right/);
    const through = { etag: demo.outside.store.one(cycles, cycle)?.etag, from: "explain" };
    expect(await refused(people.qualityLead, `/cycles/${cycle}/stage`, through)).toMatchObject({
      status: 409,
      code: "cycle.gate-blocked",
    });
  });

  it("is reviewed by who did not write it, each question by itself", async () => {
    const right = await citable("punctuality-15");
    const text = `Punctuality was ${right.value} [punctuality-15]. A bridge was closed. [manager's account]`;
    await step(people.qualityLead, "text", { text });
    expect(await refusedStep(people.qualityLead, "review", allWell)).toMatchObject({ code: "commentary.own-text" });
    expect(await refusedStep(people.contractsManager, "review", allWell)).toMatchObject({ status: 403 });
    expect(await refusedStep(people.seniorLeader, "review", { ...allWell, balanced: false })).toMatchObject({
      code: "commentary.not-ready",
    });
    expect(await refusedStep(people.seniorLeader, "approval")).toMatchObject({ code: "commentary.not-now" });
    await step(people.seniorLeader, "review", allWell);
    expect(await gate("narrative.unexplained")).not.toContainEqual(expect.stringMatching(/Punctuality.*15/));
    const { answers } = await step(people.secondSeniorLeader, "approval");
    expect(answers.status).toBe("approved");
  });

  it("goes stale when its figure changes, and says so", async () => {
    await importFile(demo, exports.dir, "corrected/access-adult-visits-2026-08.csv");
    await standAt(demo, "collect");
    await ask(people.contractsManager, `/cycles/${cycle}/cut-off`, {
      etag: demo.outside.store.one(cycles, cycle)?.etag,
      reopen: true,
      reason: "A visit was corrected.",
    });
    await ask(people.contractsManager, `/cycles/${cycle}/figures`, {});
    await standAt(demo, "explain");
    expect(await gate("narrative.stale")).toHaveLength(1);
    const right = await citable("punctuality-15");
    const again = await step(people.contractsManager, "text", {
      text: `Punctuality was ${right.value} [punctuality-15].`,
    });
    expect(again.sentences[0]?.problems).toEqual([]);
    expect(await gate("narrative.stale")).toEqual([]);
  });
});

describe("a theme", () => {
  const theme = "late-visits-birchwood";
  const at = () => demo.outside.store.one(themes, theme)?.etag;
  const verdict = (numbers: string) => ({ etag: at(), cycle, verdict: "escalated", numbers });

  it("has its verdict each cycle from leadership, with numbers that are the figures'", async () => {
    const path = `/themes/${theme}/verdict`;
    expect(await refused(people.contractsManager, path, verdict("It is worse."))).toMatchObject({ status: 403 });
    expect(await refused(people.seniorLeader, path, verdict("1.1 % [punctuality-15@birchwood]"))).toMatchObject({
      code: "theme.wrong-number",
    });
    const right = await citable("punctuality-15@birchwood");
    const said = await ask(people.seniorLeader, path, verdict(`${right.value} [punctuality-15@birchwood]`));
    expect(said.answers).toMatchObject({ status: "escalated", cyclesSeen: ["westshire-2026-q2", cycle] });
    expect(
      await refused(people.seniorLeader, path, verdict(`${right.value} [punctuality-15@birchwood]`)),
    ).toMatchObject({
      code: "theme.reviewed-already",
    });
  });

  it("is added by leadership under the cycle's contract", async () => {
    const added = await ask(people.seniorLeader, "/themes", { name: "Short visits", category: "late-visits", cycle });
    expect(added.answers).toMatchObject({ contract: "westshire", cyclesSeen: [cycle], status: "open" });
  });
});
