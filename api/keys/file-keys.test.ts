import { createHash, createPublicKey, verify } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { fileKeys } from "./file-keys.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "keys-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

const facts = ({ pseudonymKeyId, seal, fingerprint, publicKey }: ReturnType<typeof fileKeys>) => ({
  pseudonymKeyId,
  sealed: seal("text"),
  fingerprint,
  publicKey,
});

it("are the same again after a restart", () => {
  expect(facts(fileKeys(dir))).toEqual(facts(fileKeys(dir)));
});

it("differ from one data folder to another", () => {
  const other = mkdtempSync(join(tmpdir(), "keys-"));
  expect(fileKeys(other).pseudonymKey()).not.toBe(fileKeys(dir).pseudonymKey());
  expect(fileKeys(other).fingerprint).not.toBe(fileKeys(dir).fingerprint);
  rmSync(other, { recursive: true });
});

it("come from the seed of a repeatable run, all but the signing key", () => {
  const other = mkdtempSync(join(tmpdir(), "keys-"));
  const [one, two] = [fileKeys(dir, { seed: 7 }), fileKeys(other, { seed: 7 })];
  expect([one.pseudonymKey(), one.seal("x")]).toEqual([two.pseudonymKey(), two.seal("x")]);
  expect(one.fingerprint).not.toBe(two.fingerprint);
  expect(fileKeys(dir).pseudonymKey()).toBe(one.pseudonymKey());
  rmSync(other, { recursive: true });
});

it("sign so that anybody with the public half can check it", async () => {
  const keys = fileKeys(dir);
  const bytes = Buffer.from("manifest");
  const signature = Buffer.from(await keys.sign(bytes), "base64");
  expect(verify("RSA-SHA256", bytes, keys.publicKey, signature)).toBe(true);
  expect(verify("RSA-SHA256", Buffer.from("other"), keys.publicKey, signature)).toBe(false);
  const der = createPublicKey(keys.publicKey).export({ type: "spki", format: "der" });
  expect(keys.fingerprint).toBe(createHash("sha256").update(der).digest("hex"));
});

it("are readable by their owner alone, and the id does not give the key away", () => {
  const keys = fileKeys(dir);
  for (const name of ["pseudonym.key", "seal.key", "signing.pem"])
    expect(statSync(join(dir, "keys", name)).mode & 0o077).toBe(0);
  expect(keys.pseudonymKey()).toMatch(/^[0-9a-f]{64}$/);
  expect(keys.pseudonymKey()).not.toContain(keys.pseudonymKeyId);
});
