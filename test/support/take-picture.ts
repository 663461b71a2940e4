import { type Browser, chromium as engine, type Page } from "playwright-core";
import { chromium } from "./chromium.ts";

/**
 * Takes the README's picture from a running demo: `node test/support/take-picture.ts URL PERSON PATH FILE`, for example
 * `node test/support/take-picture.ts http://127.0.0.1:3978 "Grace Okonkwo" / docs/picture.png`.
 */
const [url = "http://127.0.0.1:3978", person = "Grace Okonkwo", path = "/", file = "docs/picture.png"] =
  process.argv.slice(2);

async function signIn(page: Page): Promise<void> {
  await page.goto(new URL(path, url).href);
  await page.getByRole("button", { name: new RegExp(person) }).click();
  await page.waitForLoadState("networkidle");
}

async function take(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1360, height: 850 }, deviceScaleFactor: 1.5 });
  await signIn(page);
  await page.goto(new URL(path, url).href);
  await page.waitForLoadState("networkidle");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.screenshot({ path: file, animations: "disabled" });
}

const browser = await engine.launch({ executablePath: chromium(), args: ["--no-sandbox"] });
try {
  await take(browser);
} finally {
  await browser.close();
}
