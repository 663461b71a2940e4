import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoId } from "../../infra/demo/people.ts";
import { broughtToApprove } from "../support/brought-to-approve.ts";
import { launchBrowser, type Visitor, visit } from "../support/browser.ts";
import { type Demo, startDemo } from "../support/demo.ts";
import { quarterOfExports } from "../support/quarter.ts";

const cycle = "/cycles/westshire-2026-q3";
const [seniorLeader, contractsManager, qualityLead, administrator] = [demoId(1), demoId(4), demoId(6), demoId(17)];

let tabDir: string;
let demo: Demo;
let browser: Browser;
let exports: Awaited<ReturnType<typeof quarterOfExports>>;

beforeAll(async () => {
  tabDir = await mkdtemp(join(tmpdir(), "line-of-sight-tab-"));
  const config = join(import.meta.dirname, "..", "..", "vite.config.ts");
  await build({ configFile: config, logLevel: "error", build: { outDir: tabDir, emptyOutDir: true } });
  exports = await quarterOfExports();
  demo = await startDemo({ tabDir });
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await demo?.close();
  exports?.remove();
  await rm(tabDir, { recursive: true, force: true });
});

/** Signs in with motion reduced: what is half faded in is not what anybody reads. */
async function comes(person: string): Promise<Visitor> {
  const visitor = await visit(browser, demo.url, person);
  await visitor.page.emulateMedia({ reducedMotion: "reduce" });
  return visitor;
}

/** Opens a page and, once what it is for stands on it, holds it to what every page must be. */
async function opens(visitor: Visitor, path: string, shows: string): Promise<void> {
  await visitor.open(path);
  await visitor.page.getByText(shows).first().waitFor();
  await holdsUp(visitor, path);
}

/** It bars nobody and complains of nothing. */
async function holdsUp(visitor: Visitor, where: string): Promise<void> {
  expect(await visitor.barriers(), where).toEqual([]);
  expect(visitor.complaints, where).toEqual([]);
}

/** By how many pixels the open page is too wide for the narrowest phone. */
async function tooWide({ page }: Visitor): Promise<number> {
  const usual = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 760 });
  const over = await page.evaluate(() => {
    const shown = document.getElementById("page") ?? document.documentElement;
    return shown.scrollWidth - shown.clientWidth;
  });
  if (usual) await page.setViewportSize(usual);
  return over;
}

/** What stands on each stage's page when its pack waits for signatures. */
const stagesShown = [
  ["collect", "the whole period is covered"],
  ["validate", "Agreed as first found"],
  ["explain", "Visits within 15 minutes of the agreed time is now"],
  ["approve", "You are asked to sign as quality lead"],
  ["compile", "There is nothing to build yet"],
  ["submit", "There is nothing to send yet"],
  ["improve", "Actions of this contract"],
] as const;

// One walk in the order of the work: each step starts where the one before ended.
describe("from a care record to a signed pack, in a browser", () => {
  it("the systems administrator looks into an export, problems first, and takes it into the figures", {
    timeout: 60_000,
  }, async () => {
    const visitor = await comes(administrator);
    const { page } = visitor;
    await opens(visitor, `${cycle}/collect`, "Nothing came in for this period yet");
    await page.locator('input[type="file"]').setInputFiles(join(exports.dir, "access-adult-visits-2026-07.csv"));
    const file = page.getByRole("region", { name: "access-adult-visits-2026-07.csv" });
    await file.getByText("Read as Service delivery from Access Adult, 1 to 31 Jul 2026.").waitFor();
    await file.getByText(/Left out, because it can hold names, addresses or free text/).waitFor();
    await holdsUp(visitor, "the preview");
    await file.getByRole("button", { name: "Take into figures" }).click();
    await page.getByText(/Taken into the figures: [\d,]+ rows/).waitFor();
    const source = page
      .getByRole("region", { name: "Sources by service" })
      .getByRole("row", { name: /Service delivery/ });
    await source.getByText("Partly").first().waitFor();
    await visitor.context.close();
  });

  it("the pages of every stage bar nobody while the work goes on to the signatures", { timeout: 240_000 }, async () => {
    await broughtToApprove(demo, exports.dir);
    const visitor = await comes(qualityLead);
    for (const [stage, shows] of stagesShown) {
      await opens(visitor, `${cycle}/${stage}`, shows);
      expect(await tooWide(visitor), `${stage} on a phone 320 pixels wide`).toBe(0);
    }
    await visitor.context.close();
  });

  it("a figure leads to the line of the file it came from", { timeout: 60_000 }, async () => {
    const visitor = await comes(seniorLeader);
    const { page } = visitor;
    await opens(visitor, "/figures", "Missed visits");
    await page
      .getByRole("link", { name: /Missed visits/ })
      .first()
      .click();
    await page.getByRole("button", { name: "How do you know?" }).click();
    await page
      .getByRole("dialog")
      .getByText(/planned-visits-2026-0[789]\.csv, line \d+/)
      .first()
      .waitFor();
    await holdsUp(visitor, "where this came from");
    await visitor.context.close();
  });

  it("the quality lead and the senior leader approve exactly what they read", { timeout: 90_000 }, async () => {
    const asked = [
      [qualityLead, "quality lead"],
      [seniorLeader, "senior leader"],
    ] as const;
    for (const [person, role] of asked) {
      const visitor = await comes(person);
      const { page } = visitor;
      await opens(visitor, `${cycle}/approve`, `You are asked to sign as ${role}`);
      await page.getByRole("button", { name: "Approve version 1" }).click();
      await page.getByText("You approved this version").first().waitFor();
      await page.getByRole("heading", { name: `You are asked to sign as ${role}` }).waitFor({ state: "detached" });
      await holdsUp(visitor, `after the ${role} approved`);
      await visitor.context.close();
    }
  });

  it("the contracts manager builds the signed pack and records that it was sent", { timeout: 150_000 }, async () => {
    const visitor = await comes(contractsManager);
    const { page } = visitor;
    await visitor.open(`${cycle}/approve`);
    await page.getByRole("region", { name: "Who signs" }).getByText("Approved").nth(1).waitFor();
    await page.getByRole("button", { name: "On to Compile" }).click();
    await page.getByRole("button", { name: "On to Submit" }).waitFor();
    await visitor.open(`${cycle}/compile`);
    await page.getByRole("button", { name: "Build the pack" }).click();
    const zip = page.getByRole("button", { name: "Download pack.zip, commissioner edition" });
    await zip.waitFor({ timeout: 90_000 });
    await holdsUp(visitor, "the files");
    const downloading = page.waitForEvent("download");
    await zip.click();
    expect((await downloading).suggestedFilename()).toBe("westshire-2026-q3-v1-pack.zip");
    await page.getByRole("button", { name: "On to Submit" }).click();
    await page.getByRole("button", { name: "On to Improve" }).waitFor();
    await opens(visitor, `${cycle}/submit`, "Record that version 1 was sent");
    await page.getByLabel("Receipt").fill("Read receipt");
    await page.getByRole("button", { name: "Record it" }).click();
    await page.getByRole("heading", { name: "Version 1 was sent" }).waitFor();
    await holdsUp(visitor, "the record of sending");
    await visitor.context.close();
  });
});
