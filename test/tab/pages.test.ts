import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { demoId } from "../../infra/demo/people.ts";
import { launchBrowser, type Visitor, visit } from "../support/browser.ts";
import { type Demo, startDemo } from "../support/demo.ts";
import { demoExports, importFile } from "../support/imported-august.ts";

const qualityLead = demoId(6);
const ashdownManager = demoId(9);
const cycle = "westshire-2026-q3";

let tabDir: string;
let demo: Demo;
let browser: Browser;
let lead: Visitor;

beforeAll(async () => {
  tabDir = await mkdtemp(join(tmpdir(), "line-of-sight-tab-"));
  const config = join(import.meta.dirname, "..", "..", "vite.config.ts");
  await build({ configFile: config, logLevel: "error", build: { outDir: tabDir, emptyOutDir: true } });
  demo = await startDemo({ tabDir });
  const exports = demoExports();
  for (const name of [
    "packages.csv",
    "planned-visits-2026-08.csv",
    "access-adult-visits-2026-08.csv",
    "complaints.csv",
  ])
    await importFile(demo, exports.dir, name);
  exports.close();
  await demo.as(qualityLead, `/cycles/${cycle}/figures`, { method: "POST" });
  browser = await launchBrowser();
  lead = await visit(browser, demo.url, qualityLead);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await demo?.close();
  await rm(tabDir, { recursive: true, force: true });
});

const pages = [
  ["/", "Hello, Niamh"],
  ["/cycles", "Cycles"],
  ["/cycles?view=calendar", "Cycles"],
  [`/cycles/${cycle}/define`, "Westshire, July to September 2026"],
  [`/cycles/${cycle}/collect`, "Westshire, July to September 2026"],
  ["/figures", "Figures"],
  [`/figures/${cycle}/missed-visits`, "Missed visits"],
  ["/actions?whose=all", "Actions"],
  ["/outcomes", "Outcomes"],
  ["/registers", "Registers"],
  ["/registers/evidence-map", "Evidence map"],
  ["/registers/contracts/westshire", "Westshire adult care and support"],
  ["/set-up/personal-data", "Personal data"],
  ["/dashboard?contract=westshire", "Westshire County Council"],
  ["/configure", "Show a contract here"],
  ["/nowhere", "There is nothing at this address"],
] as const;

it.each(pages)("%s opens, bars nobody, and asks nobody outside", { timeout: 60_000 }, async (path, title) => {
  await lead.open(path);
  expect(await lead.page.locator("h1").textContent()).toBe(title);
  expect(await lead.barriers()).toEqual([]);
  expect(lead.complaints).toEqual([]);
});

it("bars nobody in the dark or in high contrast", { timeout: 120_000 }, async () => {
  const visitor = await visit(browser, demo.url, qualityLead, { dark: true });
  for (const theme of ["auto", "contrast"]) {
    await visitor.page.evaluate((name) => localStorage.setItem("line-of-sight.theme", name), theme);
    for (const path of ["/", `/cycles/${cycle}/define`, "/figures", "/actions?whose=all", "/set-up/personal-data"]) {
      await visitor.open(path);
      expect(await visitor.barriers(), `${path} in ${theme}`).toEqual([]);
    }
  }
  await visitor.context.close();
});

it("fits a phone 320 pixels wide", { timeout: 120_000 }, async () => {
  const visitor = await visit(browser, demo.url, ashdownManager, { width: 320 });
  for (const [path] of pages) {
    await visitor.open(path);
    const over = await visitor.page.evaluate(() => {
      const page = document.getElementById("page") ?? document.documentElement;
      return page.scrollWidth - page.clientWidth;
    });
    expect(over, `${path} is wider than the phone`).toBeLessThanOrEqual(0);
  }
  await visitor.context.close();
});

it("leads from a figure to the line of the file it came from", { timeout: 60_000 }, async () => {
  const { page } = lead;
  await lead.open(`/figures/${cycle}/missed-visits`);
  await page.getByRole("button", { name: "How do you know?" }).click();
  const drawer = page.getByRole("dialog", { name: "How do you know?" });
  await drawer.getByText("Planned visits that nobody started").waitFor();
  await drawer
    .getByText(/planned-visits-2026-08\.csv, line \d+/)
    .first()
    .waitFor();
  expect(await lead.barriers()).toEqual([]);
});

it("finds a page from the keyboard alone", { timeout: 60_000 }, async () => {
  const { page } = lead;
  await lead.open("/");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Search pages, actions and registers" }).fill("source map");
  await page.getByRole("option", { name: /Evidence map/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Evidence map" }).waitFor();
});

it("keeps what somebody typed through a sign-in that ran out", { timeout: 60_000 }, async () => {
  const visitor = await visit(browser, demo.url, ashdownManager);
  const { page, context } = visitor;
  await visitor.open("/actions");
  await page.getByRole("link", { name: "Finish the chronology template for the branch" }).click();
  await page.getByLabel("What was done").fill("Drafted the first page");
  await page.evaluate(() => sessionStorage.removeItem("line-of-sight.token"));
  await page.getByRole("button", { name: "Save progress" }).click();
  const opening = context.waitForEvent("page");
  await page.getByRole("button", { name: "Sign in again" }).click();
  const popup = await opening;
  await popup.locator(`button[value="${ashdownManager}"]`).click();
  await page.getByRole("listitem").filter({ hasText: "Drafted the first page" }).waitFor();
  await context.close();
});

it("shows a registered manager their own service and nobody else's", { timeout: 60_000 }, async () => {
  const visitor = await visit(browser, demo.url, ashdownManager);
  await visitor.open("/");
  const mine = visitor.page.getByRole("region", { name: "Your services" });
  expect(await mine.getByRole("heading", { level: 3 }).allTextContents()).toEqual(["Ashdown"]);
  await visitor.context.close();
});
