import { createHash, createHmac, createPublicKey, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Keys } from "#domain/ports.ts";

/** How `cycle` makes a run repeatable: every key but the signing key comes from the seed instead of chance. */
export interface FileKeysOptions {
  readonly seed?: number;
}

const OWNER_ONLY = 0o600;

/** Keys in `DATA_DIR/keys`, made the first time: for one machine only. In a tenant they never leave the vault. */
export function fileKeys(dataDir: string, { seed }: FileKeysOptions = {}): Keys {
  const dir = join(dataDir, "keys");
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const fresh = (name: string) =>
    seed === undefined
      ? randomBytes(32).toString("hex")
      : createHash("sha256").update(`line-of-sight ${name} ${seed}`).digest("hex");
  const key = (name: string) => kept(join(dir, `${name}.key`), () => fresh(name));
  const pseudonym = key("pseudonym");
  const sealing = key("seal");
  const signing = kept(join(dir, "signing.pem"), newSigningKey);
  const publicKey = createPublicKey(signing);
  return {
    pseudonymKeyId: createHash("sha256").update(`id of ${pseudonym}`).digest("hex").slice(0, 16),
    pseudonymKey: () => pseudonym,
    seal: (text) => createHmac("sha256", Buffer.from(sealing, "hex")).update(text).digest("hex"),
    fingerprint: createHash("sha256")
      .update(publicKey.export({ type: "spki", format: "der" }))
      .digest("hex"),
    publicKey: publicKey.export({ type: "spki", format: "pem" }).toString(),
    sign: async (bytes) => sign("RSA-SHA256", bytes, signing).toString("base64"),
  };
}

const newSigningKey = () =>
  generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" }).toString();

/** Two processes that start at once must end with one key: whoever creates the file first wins. */
function kept(path: string, make: () => string): string {
  if (!existsSync(path)) {
    try {
      writeFileSync(path, make(), { mode: OWNER_ONLY, flag: "wx" });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
  }
  return readFileSync(path, "utf8");
}
