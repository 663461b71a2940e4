import { expect, it } from "vitest";
import { readConfig } from "./config.ts";

const id = "11111111-1111-4111-8111-111111111111";
const shared = {
  TENANT_ID: id,
  APP_ID: "22222222-2222-4222-8222-222222222222",
  BOT_ID: "44444444-4444-4444-8444-444444444444",
  SITE_HOST: "contoso.sharepoint.com",
  SITE_PATH: "/sites/line-of-sight",
};
const tenant = {
  ...shared,
  PUBLIC_URL: "https://line-of-sight.example",
  KEY_VAULT_URL: "https://vault.example",
  MANAGED_IDENTITY_ID: id,
  INSTANCE: "replica-1",
};
const local = { ...shared, LOCAL_MICROSOFT_365: "http://127.0.0.1:4001", LOCAL_SECRET: "s" };
const problems = (settings: Record<string, string | undefined>) => {
  const read = readConfig(settings);
  return "problems" in read ? read.problems : [];
};

it("reads a tenant's settings", () => {
  expect(readConfig(tenant)).toMatchObject({
    port: 3978,
    publicUrl: "https://line-of-sight.example",
    instance: "replica-1",
  });
});

it("reads one machine's settings", () => {
  expect(readConfig({ ...local, PORT: "4000" })).toMatchObject({ port: 4000, publicUrl: "http://127.0.0.1:4000" });
});

it("names every missing setting at once", () => {
  expect(problems({ TENANT_ID: id, SITE_HOST: "contoso.sharepoint.com" }).toSorted()).toEqual([
    "APP_ID is missing.",
    "BOT_ID is missing.",
    "INSTANCE is missing.",
    "KEY_VAULT_URL is missing.",
    "MANAGED_IDENTITY_ID is missing.",
    "PUBLIC_URL is missing.",
    "SITE_PATH is missing.",
  ]);
});

it.each([
  ["TENANT_ID", "contoso", /must be an Entra id/],
  ["PUBLIC_URL", "http://line-of-sight.example", /must be the https address/],
  ["KEY_VAULT_URL", "vault", /must be the https address/],
  ["SITE_HOST", "evil.example", /must be a host such as contoso/],
  ["SITE_PATH", "/teams/x", /must be a path such as/],
  ["PORT", "many", /must be a number/],
  ["INSTANCE", "A B", /^INSTANCE/],
] as const)("refuses %s = %s", (name, value, say) => {
  const found = problems({ ...tenant, [name]: value });
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(say);
});

it.each(["http://10.0.0.8:4001", "https://graph.microsoft.com", "http://127.0.0.1.evil.example:80"])(
  "refuses a local Microsoft 365 at %s, which is not this machine",
  (url) => {
    expect(problems({ ...local, LOCAL_MICROSOFT_365: url })[0]).toMatch(/must be an address on this machine/);
  },
);
