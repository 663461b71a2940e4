import { createHash, createPublicKey, verify } from "node:crypto";
import { canonicalText } from "./canonical-text.ts";

/** What `pack.zip.sig` says, as canonical JSON. The signature is over the same without `signature`. */
export interface Signature {
  readonly schemaVersion: 1;
  readonly algorithm: "RS256";
  /** SHA-256 of `pack.zip`. */
  readonly zipHash: string;
  /** SHA-256 of `manifest.json` inside it. */
  readonly manifestHash: string;
  /** SHA-256 of the public key (SPKI, DER). */
  readonly keyFingerprint: string;
  /** SPKI PEM. */
  readonly publicKey: string;
  /** When the last approval was given; absent for a draft. */
  readonly signedAt?: string;
  /** Base64. */
  readonly signature: string;
}

/** The bytes that are signed. */
export const signedBytes = ({ signature: _, ...rest }: Omit<Signature, "signature"> & { signature?: string }): Buffer =>
  Buffer.from(canonicalText(rest));

const shapes: Readonly<Record<keyof Signature, RegExp>> = {
  schemaVersion: /^1$/,
  algorithm: /^RS256$/,
  zipHash: /^[0-9a-f]{64}$/,
  manifestHash: /^[0-9a-f]{64}$/,
  keyFingerprint: /^[0-9a-f]{64}$/,
  publicKey: /^-----BEGIN PUBLIC KEY-----\n/,
  signedAt: /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/,
  signature: /^[A-Za-z0-9+/]+={0,2}$/,
};

/**
 * Reads a signature file and checks that it is signed by the key it names. Answers what is wrong in words instead, also
 * when it is not written in the one canonical way: a byte that changes nothing is a changed byte.
 */
export function readSignature(bytes: Uint8Array): Signature | string {
  const text = Buffer.from(bytes).toString("utf8");
  const parsed = parse(text);
  if (!isSignature(parsed)) return "it is not a signature file of this kind";
  if (!Buffer.from(canonicalText(parsed)).equals(bytes))
    return "it has been changed: it is not written as it was signed";
  if (Buffer.from(parsed.signature, "base64").toString("base64") !== parsed.signature) {
    return "it has been changed: the signature is not written as it was made";
  }
  const key = publicKeyOf(parsed.publicKey);
  if (key === undefined) return "it holds no usable public key";
  const der = key.export({ type: "spki", format: "der" });
  if (createHash("sha256").update(der).digest("hex") !== parsed.keyFingerprint) {
    return "its key is not the one whose fingerprint it names";
  }
  return verify("RSA-SHA256", signedBytes(parsed), key, Buffer.from(parsed.signature, "base64"))
    ? parsed
    : "the signature does not fit what it says: one of them has been changed";
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isSignature(value: unknown): value is Signature {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const fields = Object.entries(shapes).every(([name, shape]) => {
    const field: unknown = Reflect.get(value, name);
    if (field === undefined) return name === "signedAt";
    return typeof field === (name === "schemaVersion" ? "number" : "string") && shape.test(String(field));
  });
  return fields && Object.keys(value).every((name) => Object.hasOwn(shapes, name));
}

function publicKeyOf(pem: string) {
  try {
    const key = createPublicKey(pem);
    const isStrong = key.asymmetricKeyType === "rsa" && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
    return isStrong && key.export({ type: "spki", format: "pem" }) === pem ? key : undefined;
  } catch {
    return undefined;
  }
}
