import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, type Page, chromium as playwright } from "playwright-core";
import { chromium } from "./chromium.ts";

/** A Chromium for tests that asks nobody anything. Close it in `afterAll`. */
export const launchBrowser = (): Promise<Browser> =>
  playwright.launch({
    executablePath: chromium(),
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

interface Look {
  readonly width?: number;
  readonly dark?: boolean;
}

/** One person at their browser, signed in as a demo person, and everything the page complained of. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors on the page and requests that left this machine; empty when all is well. */
  readonly complaints: readonly string[];
  /** Opens one of the tab's addresses and waits until nothing is being read. */
  open(path: string): Promise<void>;
  /** What axe finds wrong on the page as it stands, by WCAG 2.2 AA and good practice. */
  barriers(): Promise<readonly string[]>;
}

/** Signs a demo person in through the page where one chooses a person, as `npm start` shows it. */
export async function visit(
  browser: Browser,
  url: string,
  person: string,
  { width = 1280, dark = false }: Look = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width, height: width < 500 ? 760 : 860 },
    colorScheme: dark ? "dark" : "light",
    locale: "en-GB",
    timezoneId: "Europe/London",
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1") complaints.push(`left this machine for ${hostname}`);
  });
  await page.goto(url);
  await page.locator(`button[value="${person}"]`).click();
  await page.getByRole("navigation", { name: "Main" }).waitFor();
  return {
    page,
    context,
    complaints,
    async open(path) {
      await page.goto(url + path);
      await page.locator("h1").first().waitFor();
      await page.waitForLoadState("networkidle");
    },
    async barriers() {
      const { violations } = await new AxeBuilder({ page })
        .exclude("[data-tabster-dummy]")
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
    },
  };
}
