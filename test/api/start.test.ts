import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const id = "11111111-1111-4111-8111-111111111111";
const complete = {
  TENANT_ID: id,
  APP_ID: "22222222-2222-4222-8222-222222222222",
  BOT_ID: "44444444-4444-4444-8444-444444444444",
  SITE_HOST: "contoso.sharepoint.com",
  SITE_PATH: "/sites/line-of-sight",
};

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "line-of-sight-start-"));
});

afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** Starts as a deployment does, with these settings and no others, and waits for it to give up. */
function start(settings: Readonly<Record<string, string>>) {
  const env = { PATH: process.env.PATH, PORT: "0", DATA_DIR: dataDir, ...settings };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["infra/start.ts"], {
    cwd: root,
    env,
    encoding: "utf8",
    timeout: 15_000,
  });
  return { status, said: `${stdout}${stderr}` };
}

describe("a half-configured start", () => {
  test("is refused with every problem at once", () => {
    const { status, said } = start({ TENANT_ID: id });
    expect(status).toBe(1);
    for (const setting of [
      "APP_ID",
      "BOT_ID",
      "SITE_HOST",
      "SITE_PATH",
      "PUBLIC_URL",
      "KEY_VAULT_URL",
      "MANAGED_IDENTITY_ID",
      "INSTANCE",
    ])
      expect(said).toContain(`  - ${setting} is missing.`);
    expect(said).not.toContain("TENANT_ID");
  });

  test("says of a wrong setting what it must be, beside those that are missing", () => {
    const { status, said } = start({ ...complete, TENANT_ID: "contoso", PUBLIC_URL: "http://contoso.example" });
    expect(status).toBe(1);
    expect(said).toContain("TENANT_ID must be an Entra id");
    expect(said).toContain("PUBLIC_URL must be the https address");
    expect(said).toContain("KEY_VAULT_URL is missing.");
  });

  test("shows no stack and leaves nothing behind", () => {
    expect(start({ APP_ID: id }).said).not.toMatch(/\n\s+at /);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  test.for(Object.keys({ ...complete, PUBLIC_URL: "", KEY_VAULT_URL: "", MANAGED_IDENTITY_ID: "" }))(
    "never falls back to the demo when only %s is set",
    (setting) => {
      const { status, said } = start({ [setting]: "anything" });
      expect(status).toBe(1);
      expect(said).toContain("cannot start");
    },
  );
});

describe("local sign-in", () => {
  test.for([
    "http://10.0.0.5:4001",
    "http://0.0.0.0:4001",
    "https://login.contoso.example",
    "http://127.0.0.1.evil.example:80",
  ])("is refused from %s: only this machine may be its own Entra", (address) => {
    const { status, said } = start({ ...complete, LOCAL_MICROSOFT_365: address, LOCAL_SECRET: "secret" });
    expect(status).toBe(1);
    expect(said).toContain("LOCAL_MICROSOFT_365 must be an address on this machine");
  });

  test("is refused without its secret", () => {
    const { status, said } = start({ ...complete, LOCAL_MICROSOFT_365: "http://127.0.0.1:1" });
    expect(status).toBe(1);
    expect(said).toContain("LOCAL_SECRET is missing.");
  });
});
