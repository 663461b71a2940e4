import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
} from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The issuer's RS256 key, kept so that tokens stay valid over restarts. */
export interface SigningKey {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** As `/discovery/v2.0/keys` publishes it. */
  readonly published: JsonWebKey;
}

/** The key in a directory, made the first time. */
export function signingKey(directory: string): SigningKey {
  const file = join(directory, "issuer.pem");
  if (!existsSync(file)) {
    mkdirSync(directory, { recursive: true });
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  }
  const privateKey = createPrivateKey(readFileSync(file));
  const publicKey = createPublicKey(privateKey);
  const id = createHash("sha256")
    .update(publicKey.export({ type: "spki", format: "der" }))
    .digest("base64url")
    .slice(0, 27);
  return {
    id,
    privateKey,
    publicKey,
    published: { ...publicKey.export({ format: "jwk" }), kid: id, use: "sig", alg: "RS256" },
  };
}
