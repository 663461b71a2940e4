import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { AxeBuilder } from "@axe-core/playwright";
import { decodeJwt } from "jose";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { app, type Started, started, tenant } from "../../infra/local/started.testing.ts";
import { chromium as executable } from "../support/chromium.ts";

let local: Started;
let browser: Browser;
/** Where people come back to. */
const application = createServer((_, response) => response.end("<!doctype html><title>Back</title><p>Signed in"));
let back: string;

beforeAll(async () => {
  local = await started();
  await new Promise<void>((resolve) => application.listen(0, "127.0.0.1", resolve));
  back = `http://127.0.0.1:${(application.address() as AddressInfo).port}/signed-in`;
  browser = await chromium.launch({ executablePath: executable(), args: ["--no-sandbox"] });
});
afterAll(async () => {
  await browser.close();
  application.close();
  await local.close();
});

const address = () => {
  const query = {
    client_id: app.id,
    response_type: "token",
    redirect_uri: back,
    scope: `api://${app.id}/access_as_user`,
  };
  return `${local.url}/${tenant.tenantId}/oauth2/v2.0/authorize?${new URLSearchParams(query)}`;
};

test.each(["light", "dark"] as const)(
  "the page of demo people has no accessibility violation when %s",
  async (colorScheme) => {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
    await page.goto(address());
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"])
      .analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(wrong).toEqual([]);
    expect(await page.getByRole("heading", { name: "Choose a demo person" }).isVisible()).toBe(true);
    await context.close();
  },
);

test("a person is chosen with the keyboard, and the application gets the token", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address());
  await page.getByRole("button", { name: /Grace Okonkwo/ }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(`${back}#**`);
  const token = new URLSearchParams(new URL(page.url()).hash.slice(1)).get("access_token") ?? "";
  expect(decodeJwt(token)).toMatchObject({ aud: app.id, name: "Grace Okonkwo", scp: "access_as_user" });
  await context.close();
});
