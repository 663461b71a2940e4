import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Keys } from "#domain/ports.ts";

/** A signing key kept in a file; made when it is not there. */
export function fileKeys(path: string): Pick<Keys, "fingerprint" | "publicKey" | "sign"> {
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    writeFileSync(path, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  }
  const key = createPrivateKey(readFileSync(path));
  const publicKey = createPublicKey(key);
  return {
    publicKey: publicKey.export({ type: "spki", format: "pem" }).toString(),
    fingerprint: createHash("sha256")
      .update(publicKey.export({ type: "spki", format: "der" }))
      .digest("hex"),
    sign: async (bytes) => sign("RSA-SHA256", bytes, key).toString("base64"),
  };
}
