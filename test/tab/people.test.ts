import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { people } from "#domain/registers/people.ts";
import { demoId } from "../../infra/demo/people.ts";
import { launchBrowser, visit } from "../support/browser.ts";
import { type Demo, startDemo } from "../support/demo.ts";

const [sian, tobias, fatima] = [demoId(24), demoId(25), demoId(21)];
let tabDir: string;
let demo: Demo;
let browser: Browser;
beforeAll(async () => {
  tabDir = await mkdtemp(join(tmpdir(), "line-of-sight-tab-"));
  const config = join(import.meta.dirname, "..", "..", "vite.config.ts");
  await build({ configFile: config, logLevel: "error", build: { outDir: tabDir, emptyOutDir: true } });
  demo = await startDemo({ tabDir });
  browser = await launchBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await demo?.close();
  await rm(tabDir, { recursive: true, force: true });
});

const rowOf = () => demo.outside.store.all(people).find(({ person }) => person === fatima);

const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

it("finds a colleague by name, shows one's own picture, and leaves the keyboard where it was", {
  timeout: 60_000,
}, async () => {
  await demo.client.api(`/users/${sian}/photo/$value`).header("content-type", "image/png").put(picture);
  const { open, page, barriers, complaints } = await visit(browser, demo.url, sian, { width: 360 });
  await open("/set-up/people");
  await page.getByRole("button", { name: "Siân Morgan-Ellis: menu" }).locator("img[src^='data:image/png']").waitFor();
  await page.getByRole("button", { name: "Add a colleague" }).click();
  await page.getByLabel("Look for a colleague").fill("fat");
  const choice = page.getByRole("button", { name: "Fatima Khalil, Key worker, Dovecote" });
  await choice.waitFor();
  expect(await barriers()).toEqual([]);
  await choice.click();
  expect(await page.getByLabel("Account").inputValue()).toBe(fatima);
  expect(await page.getByLabel("Look for a colleague").evaluate((box) => box === document.activeElement)).toBe(true);
  expect(complaints).toEqual([]);
});

it("takes two administrators to change somebody's rights, on a phone in the dark and in the light", {
  timeout: 120_000,
}, async () => {
  const asking = await visit(browser, demo.url, sian, { width: 360, dark: true });
  await asking.open("/set-up/people");
  expect(await asking.barriers()).toEqual([]);
  await asking.page.getByRole("button", { name: "Change for Fatima Khalil" }).click();
  const dialog = asking.page.getByRole("dialog");
  await dialog.getByLabel("May see safeguarding rows").check();
  await dialog.getByLabel("Why?").fill("Works on the safeguarding panel from Monday.");
  expect(await asking.barriers()).toEqual([]);
  await dialog.getByRole("button", { name: "Ask for it" }).click();
  await asking.page.getByText("A change of rights takes two people", { exact: false }).waitFor();
  expect(rowOf()).toMatchObject({ safeguarding: false, askedSafeguarding: true });
  const over = await asking.page.evaluate(() => {
    const page = document.getElementById("page") ?? document.documentElement;
    return page.scrollWidth - page.clientWidth;
  });
  expect(over).toBeLessThanOrEqual(0);

  const agreeing = await visit(browser, demo.url, tobias);
  await agreeing.open("/set-up");
  await agreeing.page.getByRole("link", { name: "People and rights" }).click();
  await agreeing.page.getByRole("button", { name: "Agree for Fatima Khalil" }).click();
  await agreeing.page.getByText("Fatima Khalil has these rights from now on", { exact: false }).first().waitFor();
  expect(rowOf()).toMatchObject({ safeguarding: true, rightsAskedBy: sian, rightsAgreedBy: tobias });
  expect(await agreeing.barriers()).toEqual([]);
  expect([...asking.complaints, ...agreeing.complaints]).toEqual([]);
});
